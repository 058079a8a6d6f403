import type { Text } from '../text.ts'
import type { Day, Weekday } from './day.ts'
import { dayStrip } from './day-strip.ts'
import { dueSteps } from './due-steps.ts'
import type { Duration } from './duration.ts'
import type { Moment } from './moment.ts'
import { reckon } from './reckon.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** One numbered step of “why this date”: what happened, and the rule or notice it rests on. */
export type DueStep = Readonly<{ text: Text; rule: Text }>

/**
 * One cell of the day strip. start 起 · count (n: the how-manieth day) · off (a day off a working-day limit passes over) ·
 * pause (the clock stood still) · roll 顺延 · due 到期 · gap (n days left out, from `day` on).
 */
export type DayCell = Readonly<{
  day: Day
  weekday: Weekday
  mark: 'off' | 'work' | null
  working: boolean
  role: 'start' | 'count' | 'off' | 'pause' | 'roll' | 'due' | 'gap'
  n?: number
}>

/** A due date and how it came about. `provisional` is the year whose missing notice may still move it, or null. */
export type Due = Readonly<{ at: Moment; on: Day; steps: DueStep[]; days: DayCell[]; provisional: number | null }>

/** What a limit is reckoned from. `startReason` names the event that starts it, e.g. 交办. */
export type DueInput = Readonly<{ start: Moment; duration: Duration; calendar: WorkCalendar; startReason?: Text }>

/**
 * When a limit ends and why: the start day is not counted (民法典第 201 条), months end on the day of the same number (202),
 * an end on a day off moves to the next working day and falls at close of business (203); hours run from the minute.
 */
export function dueOf(input: DueInput): Due {
  const reckoning = reckon(input)
  const { at, on, provisional } = reckoning
  return { at, on, steps: dueSteps(input, reckoning), days: dayStrip(input, reckoning), provisional }
}
