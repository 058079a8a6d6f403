import { t, type Text } from '../text.ts'
import { compare, daysBetween, isWeekend, parseDay, yearOf, type Day } from './day.ts'

/** The State Council notice a year's days off come from. `ref` is where it can be read. */
export type HolidayNotice = Readonly<{ title: string; number: string; issued: Day; ref: string }>

export type DaysOff = Readonly<{ from: Day; to: Day; name: Text }>

/** One year's arrangement: days off, and the weekend days worked in exchange (调休上班). */
export type HolidayYear = Readonly<{
  year: number
  notice: HolidayNotice
  off: readonly DaysOff[]
  work: readonly Day[]
}>

/** A holiday file that cannot be used: the field at fault and what is wrong with it. */
export class HolidayYearError extends Error {
  override name = 'HolidayYearError'
  readonly field: string
  readonly text: Text

  constructor(field: string, problem: Text) {
    super(`${field}: ${problem.en}`)
    this.field = field
    this.text = t(`${field}：${problem.zh}`, this.message)
  }
}

/**
 * Reads one year's holiday file ({year, notice, off, work}, see data/holidays). Throws HolidayYearError naming the first
 * field at fault: shape, days that do not exist or belong to another year, spans that cross, make-up days that are no weekend.
 */
export function parseHolidayYear(value: unknown): HolidayYear {
  const file = record(value, 'file')
  const year = file['year']
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1949 || year > 2200) {
    throw new HolidayYearError('year', t('应为年份', 'is not a year'))
  }
  const notice = parseNotice(file['notice'])
  const off = list(file['off'], 'off').map((span, index) => parseDaysOff(span, `off[${index}]`, year))
  const work = list(file['work'], 'work').map((day, index) => parseMakeUpDay(day, `work[${index}]`, year))
  refuseCrossing(off, work)
  return { year, notice, off, work }
}

function parseNotice(value: unknown): HolidayNotice {
  const notice = record(value, 'notice')
  return {
    title: words(notice['title'], 'notice.title'),
    number: words(notice['number'], 'notice.number'),
    issued: aDay(notice['issued'], 'notice.issued'),
    ref: words(notice['ref'], 'notice.ref'),
  }
}

function parseDaysOff(value: unknown, field: string, year: number): DaysOff {
  const span = record(value, field)
  const name = record(span['name'], `${field}.name`)
  const from = dayOfYear(span['from'], `${field}.from`, year)
  const to = dayOfYear(span['to'], `${field}.to`, year)
  if (compare(from, to) > 0) throw new HolidayYearError(`${field}.to`, t(`早于 ${from}`, `is before ${from}`))
  return { from, to, name: t(words(name['zh'], `${field}.name.zh`), words(name['en'], `${field}.name.en`)) }
}

function parseMakeUpDay(value: unknown, field: string, year: number): Day {
  const day = dayOfYear(value, field, year)
  if (!isWeekend(day)) throw new HolidayYearError(field, t(`${day} 不是周末，不会调休上班`, `${day} is no weekend day`))
  return day
}

function refuseCrossing(off: readonly DaysOff[], work: readonly Day[]): void {
  off.forEach((span, index) => {
    const before = off[index - 1]
    if (before && compare(before.to, span.from) >= 0) {
      throw new HolidayYearError(`off[${index}].from`, t(`应在 ${before.to} 之后`, `is not after ${before.to}`))
    }
  })
  work.forEach((day, index) => {
    if (work.indexOf(day) !== index)
      throw new HolidayYearError(`work[${index}]`, t(`${day} 重复`, `${day} is there twice`))
    if (off.some((span) => daysBetween(span.from, day) >= 0 && daysBetween(day, span.to) >= 0)) {
      throw new HolidayYearError(`work[${index}]`, t(`${day} 同时列为放假`, `${day} is also a day off`))
    }
  })
}

/** A day of the year, or of the December before: New Year's days off may begin there. */
function dayOfYear(value: unknown, field: string, year: number): Day {
  const day = aDay(value, field)
  if (yearOf(day) === year || day.startsWith(`${year - 1}-12-`)) return day
  throw new HolidayYearError(field, t(`${day} 不在 ${year} 年`, `${day} is not in ${year}`))
}

function aDay(value: unknown, field: string): Day {
  const day = typeof value === 'string' ? parseDay(value) : null
  if (day === null) throw new HolidayYearError(field, t('应为日期，如 2024-05-01', 'is not a day such as 2024-05-01'))
  return day
}

function words(value: unknown, field: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value
  throw new HolidayYearError(field, t('应为文字', 'is not a text'))
}

function list(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new HolidayYearError(field, t('应为列表', 'is not a list'))
}

function record(value: unknown, field: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new HolidayYearError(field, t('应为对象', 'is not an object'))
}
