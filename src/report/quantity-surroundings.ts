/** What the words around a number make of it: operator, growth, change, and its role in the clause. */
import { comparisonAround } from './comparators.ts'
import type { FoundQuantity, RawQuantity } from './found-quantity.ts'
import type { Measure, Op, QuantityRole } from './reading.ts'

/** Reads the surroundings: operator, growth, role. `previous` shares its growth word in 分别增长 4%、8.7%. */
export function describeQuantity(
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
