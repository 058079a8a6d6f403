/**
 * When a commitment falls due, if the report says so. Words in the table only; what is not in it is no deadline,
 * and a date is never guessed. The report's year turns 年底 into a day.
 */
import type { DeadlineKind } from './reading.ts'

export type FoundDeadline = {
  readonly start: number
  readonly end: number
  readonly due: string | null
  readonly kind: DeadlineKind
  readonly rule: string
}

type Row = {
  readonly rule: string
  readonly kind: DeadlineKind
  readonly shape: RegExp
  readonly due: (match: RegExpExecArray, year: number | null) => string | null
}

/** An optional year, then what follows: 2024年, 今年, 明年. */
const YEAR = '(?:((?:20)\\d\\d)年|(今年|本年|明年))?'

const ROWS: readonly Row[] = [
  // 6月30日前, 2024年6月30日
  {
    rule: 'D-DAY-01',
    kind: 'stated',
    shape: new RegExp(`${YEAR}(1[0-2]|[1-9])月([12]\\d|3[01]|[1-9])日(?:之?前|以前)?`),
    due: (match, year) => day(yearOf(match, year), Number(match[3]), Number(match[4])),
  },
  // 10月份, 6月底前, 9月中旬, 2024年8月: not 1—5月, 6个月 or 每月
  {
    rule: 'D-MONTH-02',
    kind: 'stated',
    shape: new RegExp(
      `(?<![0-9—–\\-－~～.])${YEAR}(1[0-2]|[1-9])月(份|底|末|初|上旬|中旬|下旬)?(之?前|以前)?(?![0-9日])`,
    ),
    due: (match, year) => monthDue(yearOf(match, year), Number(match[3]), match[4], match[5]),
  },
  // 一季度, 第三季度末, 首季
  {
    rule: 'D-QUARTER-03',
    kind: 'stated',
    shape: new RegExp(`${YEAR}第?([一二三四1-4])季度(?:末|底)?(?:之?前)?|首季`),
    due: (match, year) => monthEnd(yearOf(match, year), 3 * quarterOf(match[3])),
  },
  // 上半年, 下半年
  {
    rule: 'D-HALF-04',
    kind: 'stated',
    shape: new RegExp(`${YEAR}([上下])半年`),
    due: (match, year) => monthEnd(yearOf(match, year), match[3] === '上' ? 6 : 12),
  },
  // 年底前, 年内, 2024年底, 今年年底: not 去年底, 三年内
  {
    rule: 'D-YEAREND-05',
    kind: 'stated',
    shape:
      /(?:(20\d\d)年年?|(今年|本年|明年)年?|(?<![去上每一二三四五六七八九十两几数多0-9近历往年])年)[底末内](?:之?前|以前)?/,
    due: (match, year) => monthEnd(yearOf(match, year), 12),
  },
  // 到2025年, 2025年前, 2025年实现
  {
    rule: 'D-BYYEAR-06',
    kind: 'stated',
    shape: /(?:到|至|力争|确保|于)(20\d\d)年(?![0-9底末内])|(20\d\d)年(?:之?前|以前)/,
    due: (match) => monthEnd(Number(match[1] ?? match[2]), 12),
  },
  // 全年, 年度计划投资: this year as a whole, no date promised within it
  {
    rule: 'D-YEAR-07',
    kind: 'year',
    shape: /全年(?!工作|目标|任务)|(?<!本|跨|多|历)年度(?=计划|投资|目标|完成)/,
    due: (_match, year) => (year === null ? null : monthEnd(year, 12)),
  },
  // 尽快, 早日
  { rule: 'D-VAGUE-08', kind: 'vague', shape: /尽快|尽早|早日|尽可能快/, due: () => null },
]

/** The first deadline the words carry, in the order of the table; offsets are within `words`. */
export function deadlineIn(words: string, year: number | null): FoundDeadline | null {
  if (!/[年月季日快早]/.test(words)) return null
  for (const { rule, kind, shape, due } of ROWS) {
    const match = shape.exec(words)
    if (match === null) continue
    const at = due(match, year)
    // A stated day needs a year to stand on, and one that has passed is history, not a deadline.
    if (kind !== 'vague' && (at === null || (year !== null && Number(at.slice(0, 4)) < year))) continue
    return { start: match.index, end: match.index + match[0].length, due: at, kind, rule }
  }
  return null
}

// 同步建成, 同步投运: falls due with the action before it.
const SAME_TIME = /^同步(?:建成|开工|启动|完成|投运|投用|投入|实施|推进|建设|启用|通车|交付)/

export function sharesDeadline(words: string): boolean {
  return SAME_TIME.test(words)
}

// 每年, 逐月, 定期: comes round again.
const RECURRENCE = /每(?:年|月|季度?|周|日|天|半年)|逐[年月]|定期|按[月季]|(?:春夏|秋冬|夏秋|冬春)季/

export function recurrenceIn(words: string): string | null {
  return RECURRENCE.exec(words)?.[0] ?? null
}

function yearOf(match: RegExpExecArray, year: number | null): number | null {
  if (match[1] !== undefined) return Number(match[1])
  if (year === null) return null
  return match[2] === '明年' ? year + 1 : year
}

function quarterOf(word: string | undefined): number {
  if (word === undefined) return 1
  const chinese = '一二三四'.indexOf(word)
  return chinese === -1 ? Number(word) : chinese + 1
}

/** 6月前 ends with May; 6月初 and the ten-day periods end with their last day; all else with the month. */
function monthDue(
  year: number | null,
  month: number,
  part: string | undefined,
  before: string | undefined,
): string | null {
  if (part === '初' || part === '上旬') return day(year, month, 10)
  if (part === '中旬') return day(year, month, 20)
  if (part === undefined && before !== undefined) {
    if (year === null) return null
    return month === 1 ? monthEnd(year - 1, 12) : monthEnd(year, month - 1)
  }
  return monthEnd(year, month)
}

function monthEnd(year: number | null, month: number): string | null {
  if (year === null) return null
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days === undefined ? null : day(year, month, days)
}

function day(year: number | null, month: number, dayOfMonth: number): string | null {
  if (year === null) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}
