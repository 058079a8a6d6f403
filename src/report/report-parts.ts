/** Which stretch of the report looks back, which one plans, and for which year. */
import type { Unwrapped } from './unwrap.ts'

export type ReportParts = {
  readonly title: string | null
  readonly year: number | null
  /** paragraph index where the plan begins (its head or its first paragraph) */
  readonly tasksFrom: number
  /** joined offset of the sentence with the year's overall targets; of the first task where there is none */
  readonly targetsFrom: number
  readonly hasTargets: boolean
  readonly hasTasks: boolean
  /** paragraph index after the last one of the report itself (a glossary may follow) */
  readonly end: number
}

const NUMBERED_PART = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]部分)/
// Heads of the planning part, and of the part that looks back.
const PLAN_HEAD =
  /(?:工作安排|重点工作|主要任务|目标任务|总体部署|总体要求|总体思路|工作建议|主要目标|奋斗目标|工作部署|工作重点|今年|预期目标|工作任务|良好开局)/
const REVIEW_HEAD = /(?:回顾|总结|过去|成就|成绩|以来的工作)/
// 2024年重点工作, 2025年工作安排, 2018年工作总体部署: the year in the planning head.
const YEAR_IN_HEAD = /((?:19|20)\d\d)年[^，。]{0,10}?(?:重点|主要|工作|总体|目标|任务|经济)/
// （2024年12月25日 …）, 2016年1月6日在…会议上
const DATE_OF_REPORT = /((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日/
const YEAR_IN_TITLE = /((?:19|20)\d\d)年[^，。]{0,12}政府工作报告|政府工作报告[（(]((?:19|20)\d\d)(?:年)?[）)]/
// 主要预期目标是：, 预期目标为：, 主要目标是:
const TARGETS =
  /(?:预期目标|主要目标|发展目标|预期指标)(?:任务)?(?:初步)?(?:安排|建议|确定|设定)?[^，。；：:\n]{0,6}?(?:是|为)?[：:]|(?:预期目标|主要目标)[^，。；：:\n]{0,6}(?:是|为)/g
const GLOSSARY_HEAD =
  /^[（(【]?(?:附件?[：:]?|附录[：:]?)?(?:《?政府工作报告》?)?(?:有关|相关)?(?:名词|名词术语|用语|词语|缩略语)(?:解释|说明|注释)/

export function findParts(unwrapped: Unwrapped, chosenYear: number | undefined): ReportParts {
  const { text, paragraphs } = unwrapped
  const heads = paragraphs.map(({ start, end }) => text.slice(start, Math.min(end, start + 60)))
  const end = glossaryStart(heads)
  const title = findTitle(unwrapped, heads)
  const tasksHead = findTasksHead(heads, end)
  const year = chosenYear ?? findYear(heads, title, tasksHead)
  const from = paragraphs[Math.max(0, tasksHead)]?.start ?? 0
  const stop = paragraphs[end - 1]?.end ?? text.length
  const targets = findTargets(text, from, stop, year)
  const paragraphOfTargets = targets === null ? -1 : paragraphs.findIndex((piece) => targets < piece.end)
  const tasksFrom = tasksHead >= 0 ? tasksHead : Math.max(0, paragraphOfTargets)
  return {
    title,
    year,
    tasksFrom,
    targetsFrom: targets ?? paragraphs[tasksFrom]?.start ?? 0,
    hasTargets: targets !== null,
    hasTasks: tasksHead >= 0 || targets !== null,
    end,
  }
}

function glossaryStart(heads: readonly string[]): number {
  const half = Math.floor(heads.length / 2)
  const found = heads.findIndex((head, index) => index >= half && head.length < 40 && GLOSSARY_HEAD.test(head))
  return found === -1 ? heads.length : found
}

function findTitle(unwrapped: Unwrapped, heads: readonly string[]): string | null {
  if (unwrapped.frontTitle !== null) return unwrapped.frontTitle
  const found = heads.slice(0, 4).find((head) => head.length < 40 && head.includes('政府工作报告'))
  return found ?? null
}

function findTasksHead(heads: readonly string[], end: number): number {
  const numbered = heads.findIndex(
    (head, index) => index < end && isHead(head) && NUMBERED_PART.test(head) && plans(head),
  )
  if (numbered !== -1) return numbered
  return heads.findIndex(
    (head, index) => index < end && isHead(head) && /(?:19|20)\d\d年|今年/.test(head) && plans(head),
  )
}

/** A head of its own, or one that is followed by text after its first full stop. */
function isHead(head: string): boolean {
  const stop = head.indexOf('。')
  return stop === -1 ? head.length < 40 : stop < 30
}

function plans(head: string): boolean {
  return PLAN_HEAD.test(head) && !REVIEW_HEAD.test(head)
}

function findYear(heads: readonly string[], title: string | null, tasksHead: number): number | null {
  const planned = YEAR_IN_HEAD.exec(heads[tasksHead] ?? '')
  if (planned !== null) return Number(planned[1])
  const titled = YEAR_IN_TITLE.exec(title ?? '')
  if (titled !== null) return Number(titled[1] ?? titled[2])
  const dated = DATE_OF_REPORT.exec([title ?? '', ...heads.slice(0, 6)].join('\n'))
  if (dated === null) return null
  // A report of November or December plans the year that follows.
  return Number(dated[2]) >= 11 ? Number(dated[1]) + 1 : Number(dated[1])
}

/** The sentence that lists the year's targets: the one that names the year or 今年, else the first in the plan. */
function findTargets(text: string, from: number, stop: number, year: number | null): number | null {
  let first: number | null = null
  for (const match of text.slice(from, stop).matchAll(TARGETS)) {
    const at = from + match.index
    const start = sentenceStart(text, at)
    const sentence = text.slice(start, at)
    if (/今年/.test(sentence) || (year !== null && sentence.includes(`${year}年`))) return start
    first ??= start
  }
  return first
}

/** The words before 预期目标 in its sentence are fewer than this. */
const LONGEST_LEAD = 500

function sentenceStart(text: string, at: number): number {
  let start = at
  const first = Math.max(0, at - LONGEST_LEAD)
  while (start > first && text[start - 1] !== '。' && text[start - 1] !== '\n' && text[start - 1] !== '！') start -= 1
  return start
}
