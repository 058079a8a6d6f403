/**
 * Finds the verb of a clause. Adverbs and times before it are peeled off first: 力争年底前 | 建成 | 客运枢纽.
 * The verb decides three things: where the object begins, how strong the promise is, and how sure we are.
 */

import { ADVERBS, END_VERBS, OTHER_VERBS, PUSH_VERBS, REACH_VERBS } from './verb-lists.ts'

/** A word list that finds its longest member at an offset: by first character, longest word first. */
class Lexicon {
  readonly #byFirst = new Map<string, string[]>()
  readonly #words: ReadonlySet<string>
  constructor(list: readonly string[]) {
    this.#words = new Set(list)
    for (const word of [...this.#words].sort((a, b) => b.length - a.length)) {
      const first = word.charAt(0)
      const sharing = this.#byFirst.get(first)
      if (sharing === undefined) this.#byFirst.set(first, [word])
      else sharing.push(word)
    }
  }
  longestAt(text: string, at: number, end: number): string | null {
    const candidates = this.#byFirst.get(text.charAt(at))
    if (candidates === undefined) return null
    return candidates.find((word) => at + word.length <= end && text.startsWith(word, at)) ?? null
  }
  has(word: string): boolean {
    return this.#words.has(word)
  }
}

const adverbs = new Lexicon(ADVERBS)
const verbs = new Lexicon([...END_VERBS, ...REACH_VERBS, ...PUSH_VERBS, ...OTHER_VERBS])
const reachVerbs = new Lexicon(REACH_VERBS)
const endVerbs = new Lexicon(END_VERBS)
const pushVerbs = new Lexicon(PUSH_VERBS)

export type VerbAt = {
  readonly verb: string
  readonly start: number
  readonly end: number
  /** what stands before the verb: adverbs, a time, 对X … */
  readonly manner: string
}

export const isEndVerb = (verb: string): boolean => endVerbs.has(verb)
export const isPushVerb = (verb: string): boolean => pushVerbs.has(verb)

// List marks and connectives that open a clause: 一是, 其中, 1., （2）, ——.
const LIST_MARK =
  /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|其中|同时|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[—－-]{1,2})/

/** The length of a list mark or connective at the beginning of a clause. */
export function listMarkLength(clause: string): number {
  return LIST_MARK.exec(clause)?.[0].length ?? 0
}

/** The verb a clause opens with, after its adverbs; null when it opens with something else. */
export function leadingVerb(clause: string): VerbAt | null {
  const from = listMarkLength(clause)
  let at = from
  for (;;) {
    // The verb wins where both fit and something stands behind it: 加快 in 加快建设 is an adverb, in 加快高铁建设 a verb.
    const adverb = adverbs.longestAt(clause, at, clause.length)
    if (adverb === null) break
    const after = at + adverb.length
    if (after >= clause.length) break
    const longer = verbs.longestAt(clause, at, clause.length)
    if (longer !== null && longer.length > adverb.length) break
    const next = verbs.longestAt(clause, after, clause.length) ?? adverbs.longestAt(clause, after, clause.length)
    if (longer !== null && next === null) break
    at = after
  }
  const verb = verbs.longestAt(clause, at, clause.length)
  if (verb !== null) return { verb, start: at, end: at + verb.length, manner: clause.slice(from, at) }
  const led = behindLead(clause, at)
  if (led > at) {
    const behind = leadingVerb(clause.slice(led))
    if (behind !== null) return shifted(behind, clause, from, led)
  }
  return PREPOSITION.test(clause.slice(at, at + 2)) ? verbBehindPreposition(clause, from, at + 1) : null
}

// 有计划地|引进…, “一县一策”|推动…, 各级政府要|增加…, 石化产业重点|抓好…: more that stands before a verb.
const LEADS = [
  // 年底|建成…, 到2027年|建成…, 6月30日前|完成…, 三季度|启动…
  /^(?:到|至|在|于)?(?:20\d\d年|今年|本年)?(?:(?:年[底末内]|(?<=年)[底末内]|\d{1,2}月(?:\d{1,2}日|份|底|末|初|[上中下]旬)?|第?[一二三四]季度末?|[上下]半年)(?:之?前|以前)?)?(?<=[年底末内月日份初旬度前])/,
  /^[^，、“]{1,6}地(?=[^方区铁块下理面质])/,
  /^“[^”]{2,12}”(?=[^，、]{4,})/,
  /^[^，“]{2,20}?(?<!需|主|重|首|摘|纪|必|只)要(?=[^素求塞点闻件害道领])/,
  /^[^，“]{2,12}?(?:重点是?|重在|着重)/,
]

function behindLead(clause: string, at: number): number {
  const rest = clause.slice(at)
  for (const lead of LEADS) {
    const length = lead.exec(rest)?.[0].length ?? 0
    if (length > 0 && length < rest.length) return at + length
  }
  return at
}

function shifted(verb: VerbAt, clause: string, from: number, by: number): VerbAt {
  return { verb: verb.verb, start: verb.start + by, end: verb.end + by, manner: clause.slice(from, verb.start + by) }
}

// 对X实施…, 向X推介…, 为X提供…: the verb stands behind the words that the preposition takes.
const PREPOSITION = /^(?:对|向|给|为|与|从|由|在|就|于|到|每)/

/** The first verb of two characters or more that has an object of at least two behind it. */
function verbBehindPreposition(clause: string, from: number, searchFrom: number): VerbAt | null {
  for (let at = searchFrom + 1; at < clause.length - 3; at += 1) {
    const verb = verbs.longestAt(clause, at, clause.length)
    if (verb === null || verb.length < 2 || at + verb.length > clause.length - 2) continue
    return { verb, start: at, end: at + verb.length, manner: clause.slice(from, at) }
  }
  return null
}

/** The verb inside a clause that opens with its subject: 发电量|达到|…, 全市|新增|…. The last reaching verb before `limit`. */
export function innerVerb(clause: string, limit: number): VerbAt | null {
  for (let at = Math.min(limit, clause.length) - 1; at > 0; at -= 1) {
    const verb = reachVerbs.longestAt(clause, at, Math.min(limit, clause.length))
    if (verb === null) continue
    // 稳定在 found at 稳; 保持在 at 保: the longest verb that ends here has been tried already from its first character.
    const longer = at > 0 ? reachVerbs.longestAt(clause, at - 1, Math.min(limit, clause.length)) : null
    const start = longer !== null && longer.length > verb.length ? at - 1 : at
    const chosen = longer !== null && longer.length > verb.length ? longer : verb
    return { verb: chosen, start, end: start + chosen.length, manner: clause.slice(listMarkLength(clause), start) }
  }
  return null
}
