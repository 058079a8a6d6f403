/**
 * Numbers that name or order things and measure nothing: 第十届, 国道241, 5G, 三个一批, 三年行动, 2024年.
 * Rule Q-NOMINAL-01 and its neighbours.
 */
import { isDigit, isLatin } from './characters.ts'

/** Before a number, these make it a name: 第3批, 国道241, 热线12345. */
const NAMING_PREFIXES = ['第', '国道', '省道', '县道', '乡道', '热线', '编号', '工业', '版本', '年第']

/** After a number without a unit, these make it a date, a grade, a version or a road. */
const NAMING_SUFFIXES = ['年', '月', '日', '号', '版', '级', '强', '届', '期', '时', '世纪', '后', '路', '线', '环']

/** After “N个” in Chinese numerals, these begin a slogan or a count of abstract things. */
const ABSTRACT_AFTER_GE =
  /^(?:[一二三四五六七八九十双]|方面|确保|坚持|意识|自信|维护|转变|统筹|关系|结合|层面|领域|重点|一律|体系|不变|过多|毫不|没有|文明|责任|必须|务必|能力|机制|“|体|月|环节|阶段|时期|方向|抓手|专项|攻坚|转型|原则|导向|目标|任务|问题|新的|大局|作用|重大|关键|率先|更加|全面|聚焦|突出|现代化|革命|面向|基本|替代|规律|高质量|发展|格局|区域|板块|同步|最|清单|到位|不放|离不开)/

/** After “N年” these make a programme's name of it: 三年行动, 五年规划. */
const PROGRAMME_AFTER_YEAR =
  /^(?:行动|计划|规划|攻坚|倍增|提升|大变样|滚动|纲要|方案|目标|早知道|义务|一贯|制|级|期|任务|跨越|内?治本|专项|再造|新增|建设|发展|上台阶|翻番|实现|打基础)/

export function hasNamingPrefix(text: string, start: number): boolean {
  if (isLatin(text[start - 1])) return true
  return NAMING_PREFIXES.some((prefix) => text.startsWith(prefix, start - prefix.length))
}

export function hasNamingSuffix(text: string, end: number): boolean {
  return isLatin(text[end]) || NAMING_SUFFIXES.some((suffix) => text.startsWith(suffix, end))
}

/** 2024年, 1998—2000年: four digits that can be a year of our time, and 年 after them. */
export function isCalendarYear(text: string, start: number, end: number, value: number): boolean {
  if (end - start !== 4 || value < 1900 || value > 2100) return false
  return text[end] === '年' || RANGE_TO_YEAR.test(text.slice(end, end + 8))
}
const RANGE_TO_YEAR = /^[—–\-－~～至]+(?:[12]\d{3})?年/

/** 6月, 6月底, 25日, 1—5月 (but 6个月 is a duration and 3日内 stays unread). */
export function isDatePart(text: string, end: number): boolean {
  const next = text[end]
  return next === '月' || next === '日' || next === '号'
}

export function namesProgramme(text: string, afterUnit: number, unit: string): boolean {
  return unit === '年' && PROGRAMME_AFTER_YEAR.test(text.slice(afterUnit, afterUnit + 4))
}

export function countsAbstractThings(text: string, afterUnit: number, unit: string): boolean {
  return unit === '个' && ABSTRACT_AFTER_GE.test(text.slice(afterUnit, afterUnit + 4))
}

/** 15分钟生活圈: the time is part of a circle's name. */
export function namesCircle(text: string, afterUnit: number, unit: string): boolean {
  if (unit !== '分钟' && unit !== '小时' && unit !== '公里') return false
  const circle = text.indexOf('圈', afterUnit)
  if (circle === -1 || circle - afterUnit > 12) return false
  return !/[，。；、]/.test(text.slice(afterUnit, circle))
}

/** 5·12, 23·7, 1+3, 1：0.8: a number glued to another by a mark that is no range. */
export function isGluedToAnother(text: string, start: number, end: number): boolean {
  const before = text[start - 1]
  const after = text[end]
  return isGlue(before) && isDigit(text[start - 2])
    ? true
    : isGlue(after) && (isDigit(text[end + 1]) || isLatin(text[end + 1]))
}

function isGlue(char: string | undefined): boolean {
  return char === '·' || char === '+' || char === '＋' || char === '：' || char === ':' || char === '.'
}
