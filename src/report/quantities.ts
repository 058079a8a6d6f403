/**
 * Finds every number with a unit that counts or measures. One pass over the text, no backtracking:
 * at each number it reads  number [×number | —number] scale [余] unit  and then asks whether it only names something.
 */
import { closingOf, isDigit, isLatin } from './characters.ts'
import { comparisonAround } from './comparators.ts'
import {
  countsAbstractThings,
  hasNamingPrefix,
  hasNamingSuffix,
  isCalendarYear,
  isDatePart,
  isGluedToAnother,
  namesCircle,
  namesProgramme,
} from './nominal-numbers.ts'
import { chineseValue, isChineseNumeral, readArabic, readChinese, scaleOf, tidy } from './numerals.ts'
import { findRank } from './ranks.ts'
import type { Measure, Op, Quantity, QuantityRole } from './reading.ts'
import { unitAt } from './units.ts'
import type { Unit } from './units.ts'

/** A quantity in joined offsets, before it gets its id and original span. */
export type FoundQuantity = Omit<Quantity, 'id' | 'span'> & {
  readonly start: number
  readonly end: number
  readonly rules: readonly string[]
}

/** The bare facts of a number, before its surroundings are read. */
export type RawQuantity = {
  readonly start: number
  readonly end: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly measure: Measure
  readonly rule: string
  readonly chinese: boolean
  /** set where the number itself is an operator's business: a rank */
  readonly op?: Op
}

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
      found.push(describe(text, raw, plannedFrom, found.at(-1)))
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

const RANGE_MARKS = '—–-－~～至'

/** A quantity, or the offset to go on from when the digits here are none. */
function readArabicQuantity(text: string, start: number): RawQuantity | number {
  const first = readArabic(text, start)
  if (first === null) return start + 1
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

/** Chinese numerals count only before a unit that is seldom part of a name, or in a fraction. */
const UNITS_AFTER_CHINESE = new Set([
  '元',
  '亩',
  '吨',
  '公里',
  '次',
  '件',
  '个百分点',
  '倍',
  '平方公里',
  '平方米',
  '美元',
  '千瓦',
  '千瓦时',
  '人次',
  '头',
  '户',
  '人',
  '斤',
  '周年',
  '个月',
])
/** Before these the verb shows that something is really counted: 建成两个…, 新增三家…. */
const COUNTING_VERB =
  /(?:建成|新建|新增|打造|建设|创建|举办|开工|实施|培育|引进|获批|入选|新获|改造|建立|开展|设立|完成|组建|承办|投资)了?$/
const UNITS_AFTER_VERB = new Set(['个', '家', '座', '所', '项', '条', '处', '场', '次'])
/** Counters of things one can point at: 六座桥梁, 两所学校. */
const POINTING_UNITS = new Set(['座', '所', '家', '户', '名', '辆', '栋', '台', '套', '张', '处', '艘', '架'])
/** After 个 or 条, one of these shows that real things are counted: 八个镇, 两条干线公路. */
const REAL_THING =
  /^[^，。；、“的]{0,8}?(?:镇|乡(?!村)|县|村|市(?!场)|区|园|基地|项目|企业|中心|学校|试点|品牌|工程|电站|集群|平台|站|厂|码头|机场|港|景点|实验室|单位|城市|公路|铁路|线路|高速|干线|道路|断头路|生产线|街|地铁|河流|管线|隧道|桥)/

function readChineseQuantity(text: string, start: number): RawQuantity | number | null {
  if (!isChineseNumeral(text[start])) return null
  const rank = text[start - 1] === '第' || text[start - 1] === '前' ? findChineseRank(text, start) : null
  if (rank !== null) return rank
  const number = readChinese(text, start)
  if (number === null) return null
  const fraction = readFraction(text, start, number.value, number.end)
  if (fraction !== null) return fraction
  // Digits before the numeral: it is a scale that was skipped on purpose. Ordinals and 进一步, 统一, 唯一 are words.
  if (isDigit(text[start - 1]) || isWordBefore(text[start - 1])) return number.end
  const unit = unitAt(text, number.end)
  if (unit === null) return number.end
  const end = number.end + unit.form.length
  if (!countsInChinese(text, start, number.end, unit, end)) return number.end
  return {
    start,
    end,
    value: number.value,
    low: null,
    high: null,
    unit: unit.form,
    measure: unit.measure,
    rule: 'Q-CHINESE-01',
    chinese: true,
  }
}

function countsInChinese(text: string, start: number, numberEnd: number, unit: Unit, end: number): boolean {
  const numeral = text.slice(start, numberEnd)
  // 一次, 一个, 一件: an article more than a number. 万元GDP, 亿元: a scale alone below 百万 names a unit's basis.
  if (numeral === '一' || numeral === '万' || numeral === '亿' || numeral === '千' || numeral === '百') {
    return numeral === '亿' && unit.measure === 'amount' && /[超过近破]$/.test(text.slice(start - 1, start))
  }
  if (numeral === '千万' && text[end] === '工') return false
  if (unit.form === '年')
    return /(?:连续|用|历时)$/.test(text.slice(start - 2, start)) || /^左右/.test(text.slice(end))
      ? !namesProgramme(text, end, '年')
      : false
  if (unit.form === '件' && text[end] === '事') return false
  if (
    unit.form === '次' &&
    (text[start - 1] === '届' ||
      /^(?:全会|会议|党代|代表|产业|能源|创业|分配|污染|全委)/.test(text.slice(end, end + 2)))
  )
    return false
  if (unit.form === '人' && '均才大民口社工次行为员'.includes(text[end] ?? ' ')) return false
  if (UNITS_AFTER_CHINESE.has(unit.form)) return true
  if (countsAbstractThings(text, end, unit.form)) return false
  if (POINTING_UNITS.has(unit.form)) return true
  if (!UNITS_AFTER_VERB.has(unit.form)) return false
  if ((unit.form === '个' || unit.form === '条') && REAL_THING.test(text.slice(end, end + 14))) return true
  return COUNTING_VERB.test(text.slice(Math.max(0, start - 3), start))
}

function isWordBefore(char: string | undefined): boolean {
  return char !== undefined && '第进统同唯之专双初这那某每几数同万单归合划'.includes(char)
}

/** 三分之一 is the ratio 1/3; 百分之五 is 5%. */
function readFraction(text: string, start: number, below: number, at: number): RawQuantity | null {
  if (!text.startsWith('分之', at)) return null
  const above = readChinese(text, at + 2)
  if (above === null || below === 0) return null
  const percent = text.slice(start, at) === '百'
  return {
    start,
    end: above.end,
    value: percent ? above.value : tidy(above.value / below),
    low: null,
    high: null,
    unit: percent ? '%' : 'ratio',
    measure: 'ratio',
    rule: 'Q-FRACTION-01',
    chinese: true,
  }
}

function findChineseRank(text: string, start: number): RawQuantity | null {
  let end = start
  while (isChineseNumeral(text[end])) end += 1
  const rank = findRank(text, start, end, chineseValue(text.slice(start, end)))
  return typeof rank === 'number' ? null : rank
}

/** Reads the surroundings: operator, growth, role. `previous` shares its growth word in 分别增长 4%、8.7%. */
function describe(
  text: string,
  raw: RawQuantity,
  plannedFrom: number,
  previous: FoundQuantity | undefined,
): FoundQuantity {
  const planned = raw.start >= plannedFrom
  const comparison = comparisonAround(text, raw.start, raw.end, planned)
  const growth = growthBefore(text, raw.start, previous)
  const isGrowth = growth !== null && raw.measure === 'ratio'
  const op: Op = raw.op ?? (raw.value === null ? 'range' : comparison.op)
  const role = roleOf(text, raw)
  const rules = [raw.rule]
  if (comparison.rule !== null) rules.push(comparison.rule)
  if (isGrowth) rules.push('Q-GROWTH-01')
  if (role !== 'value') rules.push(ROLE_RULES[role])
  return {
    start: raw.start,
    end: raw.end,
    text: text.slice(raw.start, raw.end),
    value: raw.value,
    low: raw.low,
    high: raw.high,
    unit: raw.unit,
    measure: isGrowth ? 'yoy' : raw.measure,
    op,
    role,
    basis: isGrowth || (growth !== null && raw.measure === 'points') ? 'yoy' : 'absolute',
    delta: isDelta(text, raw),
    rules,
  }
}

const ROLE_RULES: Readonly<Record<Exclude<QuantityRole, 'value'>, string>> = {
  qualifier: 'Q-ROLE-01',
  'scale-name': 'Q-ROLE-02',
  derived: 'Q-ROLE-03',
  context: 'Q-ROLE-04',
}

// A growth word within the same clause, before the number: 增长10%, 增速保持在15%, 同比下降3%.
const GROWTH_BEFORE = /(?:增长|增速|增幅|增加|下降|降低|降幅|减少|回落|提高|上升|同比)[^，；。：\n]{0,8}$/
// Words between the growth word and the number that make it a level again: 提高到95%, 下降至3%.
const LEVEL_AGAIN = /[到至为]$/

function growthBefore(text: string, start: number, previous: FoundQuantity | undefined): string | null {
  const before = text.slice(Math.max(0, start - 14), start)
  const growth = GROWTH_BEFORE.exec(before)
  if (growth !== null && !LEVEL_AGAIN.test(before)) return growth[0]
  // 分别增长4%、8.7%和6%: the number is joined to one that grows.
  if (previous?.basis !== 'yoy') return null
  const between = text.slice(previous.end, start)
  return /^(?:以上|左右)?[、和与及，]$/.test(between) ? between : null
}

// 再提高20元, 减少3个百分点, 新增…: a change of a level. Counts of new things (新增3家) are levels of their own.
function isDelta(text: string, raw: RawQuantity): boolean {
  if (raw.measure === 'rank') return false
  const before = text.slice(Math.max(0, raw.start - 4), raw.start)
  return /(?:提高|增加|降低|下降|减少|上升|压减|压缩|上调|缩短)(?:了|约|近)?$/.test(before)
}

/** Sizes of plants and projects, when a project noun follows in the clause: 2×35万千瓦低热值煤发电项目. */
const SIZES = new Set<Measure>(['power', 'energy', 'mass', 'voltage', 'area', 'volume', 'data', 'length', 'amount'])
const SIZED_THING =
  /^(?:及以上|以上|及以下|级)?(?:的)?[^，；。、：\n]{0,24}?(?:项目|工程|煤矿|矿井|电站|电厂|基地|机组|生产线|线路|变电站|园区|煤电|企业|装置|水库|产业园|风电|光伏|储能|集群|产业|锅炉|公路|铁路|航道|码头|泊位|乙烯|炼油|矿山|冶炼|热电|火电|电解铝|甲醇)/

function roleOf(text: string, raw: RawQuantity): QuantityRole {
  if (
    raw.measure === 'multiplier' &&
    /^[^，。；]{0,6}(?:以上|左右)?[。，；]/.test(text.slice(raw.end, raw.end + 10)) &&
    /是[^，。；\n]{0,40}$/.test(text.slice(Math.max(0, raw.start - 44), raw.start))
  )
    return 'derived'
  if (raw.unit === '周年') return 'context'
  if (raw.unit === '岁' || raw.unit === '周岁') return 'qualifier'
  const after = text.slice(raw.end, raw.end + 36)
  if (
    raw.chinese &&
    raw.measure === 'amount' &&
    raw.rule === 'Q-CHINESE-01' &&
    /^[^，。；、以的左]/.test(after) &&
    !/[为达破过]$/.test(text.slice(raw.start - 1, raw.start))
  )
    return 'scale-name'
  if (!SIZES.has(raw.measure)) return 'value'
  // 30万吨级码头, 百万千瓦级电站
  if (text[raw.end] === '级') return 'qualifier'
  if (raw.measure === 'amount' || raw.measure === 'length' || raw.measure === 'area') {
    // Money, length and area describe a thing only as 总投资…以上的项目; before the noun without 的 they are results (建成5公里公路).
    return /^(?:及以上|以上|及以下|以下)的?[^，。；、]{0,10}(?:项目|工程|企业)/.test(after) ? 'qualifier' : 'value'
  }
  return SIZED_THING.test(after) ? 'qualifier' : 'value'
}
