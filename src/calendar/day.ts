import type { Lang } from '../text.ts'

/**
 * A day of the civil calendar, 'YYYY-MM-DD'. Days of this form sort as text.
 * All arithmetic is on whole days since 1970-01-01, so no time zone can shift a day.
 */
export type Day = string

/** 1 = Monday … 7 = Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

/** The day a text names, or null: only 'YYYY-MM-DD' from 1900-01-01 to 2200-12-31 that stands in the calendar. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const { year, month, date } = partsOf(text)
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  return date >= 1 && date <= daysInMonth(year, month) ? text : null
}

export function addDays(day: Day, n: number): Day {
  // Calendars are walked day by day, and most steps stay in the month.
  const date = Number(day.slice(8)) + n
  if (date >= 1 && date <= 28) return `${day.slice(0, 8)}${String(date).padStart(2, '0')}`
  return dayFromEpoch(epochOf(day) + n)
}

/** n months on: the day of the same number, or the month's last day where it has none (民法典第 202 条). */
export function addMonths(day: Day, n: number): Day {
  const { year, month, date } = partsOf(day)
  const months = year * 12 + (month - 1) + n
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return dayFromParts(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** Whole days from one day to another; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochOf(to) - epochOf(from)
}

export function weekday(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((epochOf(day) + 3) % 7) + 7) % 7) + 1) as Weekday
}

export function isWeekend(day: Day): boolean {
  return weekday(day) >= 6
}

/** Sorts days; moments too, since all carry the same offset. */
export function compare(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** 1…12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

/** 1…4. */
export function quarterOf(day: Day): 1 | 2 | 3 | 4 {
  return Math.ceil(monthOf(day) / 3) as 1 | 2 | 3 | 4
}

/** Days in a year: 365 or 366. */
export function yearDays(year: number): number {
  return isLeapYear(year) ? 366 : 365
}

/** Days in a month (1…12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** A day from its numbers; the caller vouches that it stands in the calendar. */
export function dayFromParts(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** '9月18日' or 'Sep 18'; with the year unless it is that of `today`. Without `today` the year is always shown. */
export function dayText(day: Day, lang: Lang, today?: Day): string {
  const { year, month, date } = partsOf(day)
  const bare = today !== undefined && yearOf(today) === year
  if (lang === 'zh') return `${bare ? '' : `${year}年`}${month}月${date}日`
  return `${MONTHS[month - 1] ?? ''} ${date}${bare ? '' : `, ${year}`}`
}

const WEEKDAYS_ZH = '一二三四五六日'
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** '星期三' or 'Wednesday'; short: '三' or 'Wed'. */
export function weekdayText(day: Day, lang: Lang, form: 'long' | 'short' = 'long'): string {
  const index = weekday(day) - 1
  const name = lang === 'zh' ? WEEKDAYS_ZH.charAt(index) : (WEEKDAYS_EN[index] ?? '')
  if (form === 'short') return lang === 'zh' ? name : name.slice(0, 3)
  return lang === 'zh' ? `星期${name}` : name
}

/** Days since 1970-01-01. Years are taken from March, so that the leap day is a year's last. */
export function epochOf(day: Day): number {
  const { year, month, date } = partsOf(day)
  const marchYear = month > 2 ? year : year - 1
  const daysBeforeMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5)
  return 365 * marchYear + leapDaysTo(marchYear) + daysBeforeMonth + date - 1 - DAYS_TO_1970
}

/** The day so many days after 1970-01-01. */
export function dayFromEpoch(epoch: number): Day {
  const days = epoch + DAYS_TO_1970
  // 146,097 days make 400 years. The estimate is never too low, and at most two years too high.
  let marchYear = Math.floor((days * 400) / 146_097) + 1
  while (365 * marchYear + leapDaysTo(marchYear) > days) marchYear -= 1
  const dayOfYear = days - 365 * marchYear - leapDaysTo(marchYear)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return dayFromParts(month > 2 ? marchYear : marchYear + 1, month, date)
}

/** Days from 0000-03-01 to 1970-01-01. */
const DAYS_TO_1970 = 719_468

function leapDaysTo(marchYear: number): number {
  return Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

function partsOf(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}
