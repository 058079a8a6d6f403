/** Quantities in Chinese numerals: 百亿元, 四次, 三分之一. Most numerals are part of words, so each needs proof. */
import { isDigit } from './characters.ts'
import type { RawQuantity } from './found-quantity.ts'
import { countsAbstractThings, namesProgramme } from './nominal-numbers.ts'
import { chineseValue, isChineseNumeral, readChinese, tidy } from './numerals.ts'
import { findRank } from './ranks.ts'
import { unitAt } from './units.ts'
import type { Unit } from './units.ts'

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

/** A quantity, null where no numeral stands, or the offset behind a numeral that counts nothing. */
export function readChineseQuantity(text: string, start: number): RawQuantity | number | null {
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
    return /(?:连续|用|历时)$/.test(text.slice(start - 2, start)) || text.startsWith('左右', end)
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
