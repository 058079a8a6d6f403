import type { Text } from '../text.ts'
import {
  addDays,
  addMonths,
  compare,
  dayFromParts,
  daysBetween,
  daysInMonth,
  monthOf,
  quarterOf,
  yearOf,
  type Day,
} from './day.ts'
import type { Duration } from './duration.ts'
import { addMinutes, dayOf, minutesBetween, momentAt, timeOf, type Moment } from './moment.ts'
import {
  addWorkingDays,
  closeOfBusiness,
  missingYear,
  movesOn,
  nextWorkingDay,
  workingDaysBetween,
  type WorkCalendar,
} from './work-calendar.ts'

/** A stretch in which a clock stands still; `to` is null while it still does. */
export type Pause = Readonly<{ from: Moment; to: Moment | null; reason: Text }>

/** A pause as it took effect: `days` (or minutes, for hours) given back, and where the limit's end came to lie. */
export type PauseEffect = Readonly<{ pause: Pause; effect: 'moved' | 'after due' | 'open'; given: number; end: Day }>

/** The bare arithmetic of a due date, without words. */
export type Reckoning = Readonly<{
  /** Where counting alone ends, before pauses and before moving on from a day off. */
  counted: Day
  /** Where the limit ends with paused days given back. */
  end: Day
  on: Day
  at: Moment
  provisional: number | null
  pauses: readonly PauseEffect[]
}>

type Limit = Readonly<{ start: Moment; duration: Duration; calendar: WorkCalendar }>
type End = Readonly<{ end: Day; on: Day; at: Moment }>

/**
 * Reckons a limit. Pauses count by the rule of the start day: the day a pause begins is still used, the day it ends is
 * given back. Natural days and months get the paused natural days back, working days and `sameDay` the paused working
 * days, hours the paused minutes; fixed dates stay. A pause that begins after the due moment changes nothing. No limit
 * ends while the clock stands still: one that would ends at the first close of business after the pause.
 * Throws RangeError on a pause that ends before it begins.
 */
export function reckon(limit: Limit, pauses: readonly Pause[] = []): Reckoning {
  const first = countedEnd(limit)
  let now = first
  const effects: PauseEffect[] = []
  for (const pause of inOrder(pauses, limit.start)) {
    if (compare(pause.from, now.at) >= 0) {
      effects.push({ pause, effect: 'after due', given: 0, end: now.end })
    } else if (pause.to === null) {
      effects.push({ pause, effect: 'open', given: 0, end: now.end })
      break
    } else {
      const given = pausedBudget(limit, pause.from, pause.to)
      now = notBefore(limit, shifted(limit, now, given), pause.to)
      effects.push({ pause, effect: 'moved', given, end: now.end })
    }
  }
  return { ...now, counted: first.end, provisional: provisionalYear(limit, now), pauses: effects }
}

/** The pause that still stands and holds the due date open, if any. */
export function openPause(reckoning: Reckoning): Pause | null {
  return reckoning.pauses.find(({ effect }) => effect === 'open')?.pause ?? null
}

function countedEnd(limit: Limit): End {
  const { start, duration, calendar } = limit
  const day = dayOf(start)
  switch (duration.unit) {
    case 'sameDay':
      return endingOn(limit, firstCloseAfter(calendar, start))
    case 'hour':
      return endingAt(addMinutes(start, duration.n * 60))
    case 'calendarDay':
      return endingOn(limit, addDays(day, duration.n))
    case 'workingDay':
      return endingOn(limit, addWorkingDays(calendar, day, duration.n))
    case 'month':
      return endingOn(limit, addMonths(day, duration.n))
    case 'monthlyOn':
      return endingOn(limit, dayOfMonthAfter(day, duration.day, duration.month))
    case 'quarterEnd':
      return endingOn(limit, quarterEndAfter(day))
  }
}

function dayOfMonthAfter(start: Day, dayOfMonth: number, month: 'next' | 'coming'): Day {
  const inMonth = (day: Day) => {
    const [year, month] = [yearOf(day), monthOf(day)]
    return dayFromParts(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))
  }
  const coming = inMonth(start)
  return month === 'coming' && compare(coming, start) > 0 ? coming : inMonth(addMonths(start, 1))
}

function quarterEndAfter(start: Day): Day {
  const endOf = (day: Day) => {
    const month = quarterOf(day) * 3
    return dayFromParts(yearOf(day), month, daysInMonth(yearOf(day), month))
  }
  return endOf(start) === start ? endOf(addDays(start, 1)) : endOf(start)
}

/** The working day whose close of business comes next after a moment. */
function firstCloseAfter(calendar: WorkCalendar, moment: Moment): Day {
  const day = dayOf(moment)
  const closed = timeOf(moment) >= closeOfBusiness(calendar, day)
  return nextWorkingDay(calendar, closed ? addDays(day, 1) : day)
}

function endingAt(at: Moment): End {
  return { end: dayOf(at), on: dayOf(at), at }
}

function endingOn({ duration, calendar }: Limit, end: Day): End {
  let on = end
  if (rolls(duration)) while (movesOn(calendar, on)) on = addDays(on, 1)
  return { end, on, at: momentAt(on, closeOfBusiness(calendar, on)) }
}

/** Whether a limit of this kind moves on from a day off; hours and days that are counted as worked need not. */
export function rolls(duration: Duration): boolean {
  return 'roll' in duration ? duration.roll !== 'none' : hasRoll(duration)
}

function hasRoll({ unit }: Duration): boolean {
  return unit === 'calendarDay' || unit === 'month' || unit === 'monthlyOn' || unit === 'quarterEnd'
}

/** Pauses by their beginning, each cut to what no earlier one (nor the time before the start) covers. */
function inOrder(pauses: readonly Pause[], start: Moment): Pause[] {
  const cut: Pause[] = []
  let covered = start
  for (const pause of [...pauses].sort((a, b) => compare(a.from, b.from))) {
    if (pause.to !== null && compare(pause.to, pause.from) < 0) {
      throw new RangeError(`pause ends at ${pause.to}, before it begins at ${pause.from}`)
    }
    if (pause.to !== null && compare(pause.to, covered) <= 0) continue
    const from = compare(pause.from, covered) < 0 ? covered : pause.from
    cut.push({ ...pause, from })
    if (pause.to === null) break
    covered = pause.to
  }
  return cut
}

/** What a pause gives back, in the limit's own unit. */
function pausedBudget({ duration, calendar }: Limit, from: Moment, to: Moment): number {
  switch (duration.unit) {
    case 'hour':
      return minutesBetween(from, to)
    case 'calendarDay':
    case 'month':
      return daysBetween(dayOf(from), dayOf(to))
    case 'workingDay':
    case 'sameDay':
      return workingDaysBetween(calendar, dayOf(from), dayOf(to))
    case 'monthlyOn':
    case 'quarterEnd':
      return 0
  }
}

function shifted(limit: Limit, now: End, given: number): End {
  if (given === 0) return now
  const { duration, calendar } = limit
  if (duration.unit === 'hour') return endingAt(addMinutes(now.at, given))
  const byWork = duration.unit === 'workingDay' || duration.unit === 'sameDay'
  return endingOn(limit, byWork ? addWorkingDays(calendar, now.end, given) : addDays(now.end, given))
}

function notBefore(limit: Limit, now: End, resumed: Moment): End {
  return compare(now.at, resumed) > 0 ? now : endingOn(limit, firstCloseAfter(limit.calendar, resumed))
}

/** Which missing notice could still move this date: only days that were looked up in the calendar matter. */
function provisionalYear({ start, duration, calendar }: Limit, { end, on }: End): number | null {
  if (duration.unit === 'workingDay') return missingYear(calendar, addDays(dayOf(start), 1), on)
  if (duration.unit === 'sameDay') return missingYear(calendar, dayOf(start), on)
  return rolls(duration) ? missingYear(calendar, end, on) : null
}
