import { t, type Text } from '../text.ts'
import { addDays, compare, isWeekend, monthOf, yearDays, yearOf, daysBetween, type Day } from './day.ts'
import type { HolidayNotice, HolidayYear } from './holiday-year.ts'

export { parseHolidayYear } from './holiday-year.ts'
export type { HolidayYear } from './holiday-year.ts'

/** A day the city closes of its own accord; with `closesAt` ('HH:mm') it works until then. */
export type LocalClosure = Readonly<{ day: Day; name: Text; closesAt?: string }>

/** A stretch of office hours, 'HH:mm' each; the last one's end is close of business. */
export type OfficeHours = readonly Readonly<{ from: string; to: string }>[]

export type CalendarOptions = Readonly<{
  closures?: readonly LocalClosure[]
  officeHours?: OfficeHours
  /** Whether a plain weekend counts as a day off that moves a limit's end (usual reading of 民法典第 203 条; default true). */
  weekendsRoll?: boolean
}>

type Mark = Readonly<{ mark: 'off' | 'work'; name: Text; year: number | null }>

/** A city's calendar: plain data, so that it can be stored, sent to the browser and compared with another. */
export type WorkCalendar = Readonly<{
  notices: Readonly<Record<number, HolidayNotice>>
  marks: Readonly<Record<Day, Mark>>
  closesAt: Readonly<Record<Day, string>>
  officeHours: OfficeHours
  weekendsRoll: boolean
}>

export type DayKind = Readonly<{
  working: boolean
  /** Set apart by a notice or a closure: 'off' (休) or 'work' (班, a make-up day); null on plain days and weekends. */
  mark: 'off' | 'work' | null
  name: Text | null
  /** False when the notice of the day's year is not loaded: then only weekends are known. */
  known: boolean
  /** The year whose notice sets the day apart; null on other days and local closures. */
  noticeYear: number | null
}>

const OFFICE_HOURS: OfficeHours = [
  { from: '08:00', to: '12:00' },
  { from: '14:30', to: '18:00' },
]
const MAKE_UP = t('调休上班', 'make-up working day')

/** Builds a city's calendar. A later year's notice and then the city's closures have the last word on a day. Throws on a year given twice. */
export function buildCalendar(years: readonly HolidayYear[], options: CalendarOptions = {}): WorkCalendar {
  const notices: Record<number, HolidayNotice> = {}
  const marks: Record<Day, Mark> = {}
  const closesAt: Record<Day, string> = {}
  for (const { year, notice, off, work } of [...years].sort((a, b) => a.year - b.year)) {
    if (notices[year]) throw new Error(`buildCalendar: ${year} is given twice`)
    notices[year] = notice
    for (const { from, to, name } of off) {
      for (let day = from; compare(day, to) <= 0; day = addDays(day, 1)) marks[day] = { mark: 'off', name, year }
    }
    for (const day of work) marks[day] = { mark: 'work', name: MAKE_UP, year }
  }
  for (const closure of options.closures ?? []) {
    if (closure.closesAt === undefined) marks[closure.day] = { mark: 'off', name: closure.name, year: null }
    else closesAt[closure.day] = closure.closesAt
  }
  const { officeHours = OFFICE_HOURS, weekendsRoll = true } = options
  if (officeHours.length === 0) throw new Error('buildCalendar: officeHours is empty')
  return { notices, marks, closesAt, officeHours, weekendsRoll }
}

/** What a day is: working or not, set apart by whom, and whether that is known or guessed from the weekday. */
export function dayKind(calendar: WorkCalendar, day: Day): DayKind {
  const found = calendar.marks[day]
  // A notice may speak of the last days of the year before: those it names are known.
  const known = isYearLoaded(calendar, yearOf(day)) || found?.year != null
  if (found)
    return { working: found.mark === 'work', mark: found.mark, name: found.name, known, noticeYear: found.year }
  return { working: !isWeekend(day), mark: null, name: null, known, noticeYear: null }
}

export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const found = calendar.marks[day]
  return found ? found.mark === 'work' : !isWeekend(day)
}

/** The day itself if it is worked, else the next one that is. */
export function nextWorkingDay(calendar: WorkCalendar, day: Day): Day {
  let next = day
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1)
  return next
}

/** The nth working day after a day (before it where n is negative); the day itself is not counted. n = 0 gives the day back. */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(n); left > 0;) {
    at = addDays(at, step)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and with `to`, so that it undoes addWorkingDays; negative where `to` is earlier. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (compare(from, to) > 0) return -workingDaysBetween(calendar, addDays(to, -1), addDays(from, -1))
  let count = 0
  for (let day = from; day !== to;) {
    day = addDays(day, 1)
    if (isWorkingDay(calendar, day)) count += 1
  }
  return count
}

/** Working days of the year gone at the end of a day. */
export function workingDayOfYear(calendar: WorkCalendar, day: Day): number {
  return workingDaysBetween(calendar, `${yearOf(day) - 1}-12-31`, day)
}

export function workingDaysInYear(calendar: WorkCalendar, year: number): number {
  return workingDayOfYear(calendar, `${year}-12-31`)
}

/** The part of the year gone at the end of a day, by natural days: 0 < share ≤ 1. */
export function yearShare(day: Day): number {
  const year = yearOf(day)
  return (daysBetween(`${year}-01-01`, day) + 1) / yearDays(year)
}

/** Close of business on a day, 'HH:mm'. */
export function closeOfBusiness(calendar: WorkCalendar, day: Day): string {
  return calendar.closesAt[day] ?? calendar.officeHours.at(-1)?.to ?? '18:00'
}

/** Whether a limit that ends on this day moves on: a day off, weekends too unless the city reads the law otherwise. */
export function movesOn(calendar: WorkCalendar, day: Day): boolean {
  if (isWorkingDay(calendar, day)) return false
  return calendar.weekendsRoll || calendar.marks[day] !== undefined
}

/** The last day of the last year whose notice is loaded; null when none is. */
export function horizon(calendar: WorkCalendar): Day | null {
  const last = Math.max(...Object.keys(calendar.notices).map(Number))
  return Number.isFinite(last) ? `${last}-12-31` : null
}

export type HorizonAlarm = Readonly<{ missingYear: number; since: Day; message: Text }>

/**
 * The alarm of a missing notice: the year of `today` or of `latestDue` (the latest due date on the books) is not loaded,
 * or it is November and next year's is not (notices come out in October or November). `since` is the 1 November before
 * the missing year, or today where only a due date calls for it. Null when all is loaded.
 */
export function horizonAlarm(calendar: WorkCalendar, today: Day, latestDue: Day | null = null): HorizonAlarm | null {
  const dueYear = latestDue === null ? 0 : yearOf(latestDue)
  const regular = yearOf(today) + (monthOf(today) >= 11 ? 1 : 0)
  const needed = Math.max(regular, dueYear)
  for (let year = yearOf(today); year <= needed; year += 1) {
    if (!isYearLoaded(calendar, year)) return alarmOf(year, year <= regular ? `${year - 1}-11-01` : today)
  }
  return null
}

/** The first year from one day to another (both counted) with a day that no loaded notice covers; null when all are. */
export function missingYear(calendar: WorkCalendar, from: Day, to: Day): number | null {
  for (let day = from; compare(day, to) <= 0; day = addDays(day, 1)) {
    if (!dayKind(calendar, day).known) return yearOf(day)
  }
  return null
}

function alarmOf(year: number, since: Day): HorizonAlarm {
  const message = t(
    `未载入 ${year} 年放假通知，${year} 年的到期日按周末暂算。载入通知后重算`,
    `The ${year} holiday notice is not loaded: due dates in ${year} are provisional, counted on weekends alone`,
  )
  return { missingYear: year, since, message }
}

function isYearLoaded(calendar: WorkCalendar, year: number): boolean {
  return calendar.notices[year] !== undefined
}
