/** Doubts about the text itself: lost characters, numbers cut in half, missing pages, what was left out. */
import { t } from '../text.ts'
import { isDigit } from './characters.ts'
import type { Flag, FlagCode, Span } from './reading.ts'
import type { ReportParts } from './report-parts.ts'
import { originalSpan } from './unwrap.ts'
import type { Unwrapped } from './unwrap.ts'

const MESSAGES: Readonly<Record<FlagCode, Flag['message']>> = {
  lost_character: t('此处可能丢字，请对照原件', 'A character may be lost here; check the printed original'),
  half_number: t('此处数字不完整，请对照原件', 'The number here is incomplete; check the printed original'),
  missing_start: t('报告从中间开始，前面的版面缺失', 'The report begins in the middle: earlier pages are missing'),
  missing_end: t('报告没有结尾，后面的版面缺失', 'The report breaks off: later pages are missing'),
  glossary_cut: t('文后的名词解释未读入', 'The glossary behind the report was left out'),
  no_targets: t('没有找到全年预期目标', 'No sentence with the year’s overall targets was found'),
  no_tasks: t('没有找到工作安排部分', 'No part with the year’s tasks was found'),
  no_year: t('没有找到报告年份，期限无法换算成日期', 'The report’s year was not found, so deadlines have no dates'),
}

export function findFlags(unwrapped: Unwrapped, parts: ReportParts): Flag[] {
  const flags: Flag[] = []
  const add = (code: FlagCode, span: Span): void => void flags.push({ span, code, message: MESSAGES[code] })
  for (const { span, kind } of unwrapped.pageMarks) {
    const isFirst = span[0] < unwrapped.original.length / 10
    const isLast = span[1] > unwrapped.original.length * 0.9
    if (kind === 'continued_from' && isFirst) add('missing_start', span)
    if (kind === 'continued_on' && isLast) add('missing_end', span)
  }
  flagDamage(unwrapped, add)
  const top: Span = [0, Math.min(1, unwrapped.original.length)]
  const glossary = unwrapped.paragraphs[parts.end]
  if (glossary !== undefined)
    add('glossary_cut', originalSpan(unwrapped, glossary.start, unwrapped.paragraphs.at(-1)?.end ?? glossary.end))
  if (!parts.hasTasks) add('no_tasks', top)
  else if (!parts.hasTargets) add('no_targets', top)
  if (parts.year === null) add('no_year', top)
  return flags.sort((a, b) => a.span[0] - b.span[0])
}

/** Characters that a conversion lost leave marks: �, □, a point without digits, a digit before a bare join. */
function flagDamage(unwrapped: Unwrapped, add: (code: FlagCode, span: Span) => void): void {
  const { text } = unwrapped
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]
    if (char === '\ufffd' || char === '□') add('lost_character', originalSpan(unwrapped, at, at + 1))
    else if (
      (char === '.' || char === '．') &&
      isDigit(text[at - 1]) &&
      isChinese(text[at + 1]) &&
      !startsListItem(text, at)
    ) {
      add('half_number', originalSpan(unwrapped, at - 1, at + 1))
    }
  }
  for (const join of unwrapped.joins) {
    // A line cannot begin with a mark that only follows a word, unless the line above lost its last one.
    if (text[join] === '、' && '，。；、'.includes(text[join - 1] ?? ' '))
      add('lost_character', originalSpan(unwrapped, join - 1, join + 1))
  }
}

function isChinese(char: string | undefined): boolean {
  return char !== undefined && char >= '\u4e00' && char <= '\u9fa5'
}

/** 1.推进…: the point of a list number, at the beginning of a paragraph or behind a full stop. */
function startsListItem(text: string, point: number): boolean {
  let at = point - 1
  while (at >= 0 && isDigit(text[at])) at -= 1
  const before = text[at]
  return before === undefined || before === '\n' || '。；：！”）、'.includes(before)
}
