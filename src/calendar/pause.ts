import { daysBetween, type Day } from './day.ts'
import { dayStrip } from './day-strip.ts'
import type { Due, DueInput } from './due.ts'
import { dueSteps } from './due-steps.ts'
import type { Duration } from './duration.ts'
import { dayOf, minutesBetween, type Moment } from './moment.ts'
import { openPause, reckon, type Pause } from './reckon.ts'
import { workingDaysBetween, type WorkCalendar } from './work-calendar.ts'

export type { Pause } from './reckon.ts'

export type PausedInput = DueInput & Readonly<{ pauses: readonly Pause[] }>

/** A due date with its pauses; `at` and `on` are null while a pause stands. */
export type PausedDue = Readonly<Omit<Due, 'at' | 'on'> & { at: Moment | null; on: Day | null }>

/**
 * When a limit ends that stood still at times, and why. The day a pause begins is used, the day it ends is given back:
 * natural days and months move by the paused natural days, working days and `sameDay` by the paused working days, hours
 * by the paused minutes; fixed dates (monthlyOn, quarterEnd) stay. A pause that begins after the due moment changes
 * nothing. Throws RangeError on a pause that ends before it begins.
 */
export function dueAfterPauses(input: PausedInput): PausedDue {
  const reckoning = reckon(input, input.pauses)
  const steps = dueSteps(input, reckoning)
  const days = dayStrip(input, reckoning)
  if (openPause(reckoning)) return { at: null, on: null, steps, days, provisional: null }
  const { at, on, provisional } = reckoning
  return { at, on, steps, days, provisional }
}

/** What is left of a limit: whole days (or hours), negative when late, and the same in minutes. */
export type Remaining = Readonly<{
  unit: 'calendarDay' | 'workingDay' | 'hour'
  n: number
  minutes: number
  paused: boolean
}>

/**
 * What is left at a moment, knowing only the pauses begun by then. While a pause stands it is what was left when the
 * pause began. Working-day limits and `sameDay` count working days, hours count hours, all others natural days.
 */
export function remaining(input: PausedInput & Readonly<{ at: Moment }>): Remaining {
  const known = input.pauses.filter(({ from }) => from <= input.at)
  const reckoning = reckon(
    input,
    known.map((pause) => (pause.to !== null && pause.to > input.at ? { ...pause, to: null } : pause)),
  )
  const standing = openPause(reckoning)
  const from = standing ? standing.from : input.at
  const minutes = minutesBetween(from, reckoning.at)
  return {
    ...left(input.duration, input.calendar, { from: dayOf(from), to: reckoning.on, minutes }),
    minutes,
    paused: standing !== null,
  }
}

type Span = Readonly<{ from: Day; to: Day; minutes: number }>

function left(duration: Duration, calendar: WorkCalendar, { from, to, minutes }: Span): Pick<Remaining, 'unit' | 'n'> {
  if (duration.unit === 'hour') return { unit: 'hour', n: Math.trunc(minutes / 60) }
  if (duration.unit === 'workingDay' || duration.unit === 'sameDay') {
    return { unit: 'workingDay', n: workingDaysBetween(calendar, from, to) }
  }
  return { unit: 'calendarDay', n: daysBetween(from, to) }
}
