/**
 * Finds every number with a unit that counts or measures. One pass over the text, no backtracking:
 * at each number it reads  number [×number | —number] scale [余] unit  and then asks whether it only names something.
 */
import { readChineseQuantity } from './chinese-quantities.ts'
import { closingOf, isDigit, isLatin } from './characters.ts'
import type { FoundQuantity, RawQuantity } from './found-quantity.ts'
import {
  hasNamingPrefix,
  hasNamingSuffix,
  isCalendarYear,
  isDatePart,
  isGluedToAnother,
  namesCircle,
  namesProgramme,
} from './nominal-numbers.ts'
import { readArabic, scaleOf, tidy } from './numerals.ts'
import { describeQuantity } from './quantity-surroundings.ts'
import { findRank } from './ranks.ts'
import { unitAt } from './units.ts'
import type { Unit } from './units.ts'

/** `plannedFrom`: offset where the year's plan begins; 达到 means “at least” from there on. */
export function findQuantities(text: string, plannedFrom: number): FoundQuantity[] {
  const found: FoundQuantity[] = []
  for (let at = 0; at < text.length;) {
    const char = text[at]
    if (char === '“' || char === '《') {
      // Slogans and titles: no numeral inside them counts anything.
      const close = closingOf(text, at, text.length)
      at = close === -1 ? at + 1 : close + 1
      continue
    }
    const raw = isDigit(char) ? readArabicQuantity(text, at) : readChineseQuantity(text, at)
    if (raw === null) at += 1
    else if (typeof raw === 'number') at = raw
    else {
      found.push(describeQuantity(text, raw, plannedFrom, found.at(-1)))
      at = raw.end
    }
  }
  return found
}

/** The quantities that lie within [start, end). The list is in text order. */
export function quantitiesWithin(all: readonly FoundQuantity[], start: number, end: number): FoundQuantity[] {
  let low = 0
  let high = all.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((all[middle]?.start ?? end) < start) low = middle + 1
    else high = middle
  }
  const within: FoundQuantity[] = []
  for (let index = low; index < all.length; index += 1) {
    const quantity = all[index]
    if (quantity === undefined || quantity.end > end) break
    within.push(quantity)
  }
  return within
}

/** Longer runs of digits are codes. */
const LONGEST_NUMBER = 16
const RANGE_MARKS = '—–-－~～至'

/** A quantity, or the offset to go on from when the digits here are none. */
function readArabicQuantity(text: string, start: number): RawQuantity | number {
  const first = readArabic(text, start)
  if (first === null) return start + 1
  if (first.end - start > LONGEST_NUMBER) return first.end
  if (isCalendarYear(text, start, first.end, first.value)) return first.end + 1
  const rankEnd = first.end
  if (hasNamingPrefix(text, start)) return findRank(text, start, rankEnd, first.value) ?? first.end
  if (isGluedToAnother(text, start, first.end)) return first.end
  let high: number | null = null
  let factor = 1
  let at = first.end
  let rule = 'Q-COUNT-01'
  const second = secondNumber(text, at)
  if (second !== null && (text[at] === '×' || text[at] === 'x' || text[at] === 'X')) {
    factor = second.value
    at = second.end
    rule = 'Q-TIMES-01'
  } else if (second !== null) {
    high = second.value
    at = second.end
    rule = 'Q-RANGE-01'
  }
  if (isDatePart(text, at)) return at + 1
  // 180余万件: 余 may stand before the scale as well as behind it
  const scale = readScale(text, isMore(text[at]) && isLargeScale(text[at + 1]) ? at + 1 : at)
  const body = readUnit(text, scale.end)
  const end = body?.end ?? scale.end
  if (body === null && !mayStandBare(text, start, end, scale.factor, high)) return Math.max(end, start + 1)
  const unit = body?.unit ?? { form: '', measure: scale.factor > 1 ? 'count' : 'index' }
  if (isNominal(text, end, unit)) return end
  if (body === null && hasNamingSuffix(text, end)) return Math.max(end, start + 1)
  const low =
    first.value *
    (first.end < at && high !== null && lowScale(text, first.end) > 1 ? lowScale(text, first.end) : scale.factor)
  return {
    start,
    end,
    value: high === null ? tidy(first.value * factor * scale.factor) : null,
    low: high === null ? null : tidy(low),
    high: high === null ? null : tidy(high * scale.factor),
    unit: unit.form === '％' ? '%' : unit.form,
    measure: unit.measure,
    rule,
    chinese: false,
  }
}

/** In 1万—2万亩 the first number carries a scale of its own. */
function lowScale(text: string, at: number): number {
  return readScale(text, at).factor
}

/** The second number of 10—20, 5%—6%, 1万至2万 or 2×35, when `at` stands right behind the first. */
function secondNumber(text: string, at: number): { value: number; end: number } | null {
  if (text[at] === '×' || ((text[at] === 'x' || text[at] === 'X') && isDigit(text[at + 1])))
    return readArabic(text, at + 1)
  let mark = at
  while (text[mark] === '%' || text[mark] === '％' || scaleOf(text[mark]) !== undefined) mark += 1
  const from = mark
  while (mark - from < 2 && RANGE_MARKS.includes(text[mark] ?? ' ')) mark += 1
  return mark === from ? null : readArabic(text, mark)
}

function isMore(char: string | undefined): boolean {
  return char === '余' || char === '多'
}

function isLargeScale(char: string | undefined): boolean {
  return char === '万' || char === '亿'
}

/** 万, 亿, 百万 between number and unit; stops where the character begins a unit (千瓦, 百分点). */
function readScale(text: string, start: number): { factor: number; end: number } {
  let factor = 1
  let at = start
  for (;;) {
    const scale = scaleOf(text[at])
    if (scale === undefined || (scale < 1e4 && unitAt(text, at) !== null)) return { factor, end: at }
    factor *= scale
    at += 1
  }
}

function readUnit(text: string, start: number): { unit: Unit; end: number } | null {
  const more = isMore(text[start]) ? 1 : 0
  const unit = unitAt(text, start + more)
  if (unit === null) return null
  const end = start + more + unit.form.length
  const next = text[end]
  // 人均, 人才, 人大 and 人民 are words of their own after a number without a unit.
  if (unit.form === '人' && next !== undefined && '均才大民口社工事'.includes(next)) return null
  if (unit.form === '方' && (next === '面' || next === '案' || next === '阵' || next === '向')) return null
  if (unit.form === '年' && (next === '代' || next === '级')) return null
  if (unit.form.length === 1 && isLatin(unit.form)) return null
  return { unit, end }
}

/** An index (综合指数为4.04), a number with a scale (突破300万) or a range of such may stand without a unit. */
function mayStandBare(text: string, start: number, end: number, factor: number, high: number | null): boolean {
  if (factor >= 1e4) return text[end] !== '级' && text[end] !== '强'
  if (high !== null) return false
  const before = text.slice(Math.max(0, start - 12), start)
  return INDEX_BEFORE.test(before)
}
// 指数为4.04, 系数达到0.62, 综合指数5.28, 死亡率控制在0.05, 倍差由2.54
const INDEX_BEFORE =
  /(?:指数|系数|平均分|满意度|得分|倍差|死亡率|容积率)(?:（[^）]{1,10}）)?(?:分别)?(?:为|达到?|降至|降到|升至|稳定在|控制在|保持在|下降到?|突破|由|从|是)?$|(?:倍差|指数|系数)由[0-9.]{1,6}(?:缩小|下降|降低|提高|上升|提升|降)[到至为]$/

function isNominal(text: string, end: number, unit: Unit): boolean {
  if (namesProgramme(text, end, unit.form) || namesCircle(text, end, unit.form)) return true
  // 3个一批; but 260个亿元以上项目 counts
  return unit.form === '个' && SLOGAN_NUMERALS.includes(text[end] ?? ' ')
}
const SLOGAN_NUMERALS = '一二两三四五六七八九十'
