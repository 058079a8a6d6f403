import type { Day } from '../calendar/day.ts'
import type { Duration } from '../calendar/duration.ts'
import { momentAt, type Moment } from '../calendar/moment.ts'
import { dueAfterPauses, type PausedDue } from '../calendar/pause.ts'
import { reckon } from '../calendar/reckon.ts'
import { closeOfBusiness, type WorkCalendar } from '../calendar/work-calendar.ts'
import { t, type Text } from '../text.ts'
import { holds, type Values } from './condition.ts'
import type { ClockState, Pause } from './item.ts'
import type { Limit } from './ledger.ts'
import { isFilled } from './values.ts'

/** The limit that applies to these values; null where none does or its date is not known yet. */
export function limitOf(limit: Limit, values: Values): ClockState['limit'] | null {
  if ('until' in limit) {
    const day = values[limit.until]
    return typeof day === 'string' && isFilled(day) ? { until: day } : null
  }
  if (isDuration(limit)) return limit
  return limit.find(({ when }) => when === undefined || holds(when, values))?.is ?? null
}

/** The agreed date of a clock, if it has one: an approved extension, or the date its limit names. */
export function fixedDay(clock: ClockState): Day | null {
  if (clock.extendedTo !== null) return clock.extendedTo
  return 'until' in clock.limit ? clock.limit.until : null
}

export function isRunning(clock: ClockState): boolean {
  return clock.stoppedAt === null
}

export function isPaused(clock: ClockState): boolean {
  return isRunning(clock) && clock.pauses.at(-1)?.to === null
}

/** Running with its due moment behind. */
export function isLate(clock: ClockState, now: Moment): boolean {
  return isRunning(clock) && clock.dueAt !== null && clock.dueAt < now
}

/**
 * Sets the due moment anew. An agreed date falls at close of business of that very day: it neither rolls nor moves with
 * pauses (to move it is an extension); a limit that is counted follows the calendar's rules. Null while paused.
 */
export function withDue(clock: ClockState, calendar: WorkCalendar): ClockState {
  if (clock.pauses.at(-1)?.to === null) return { ...clock, dueAt: null, provisional: null }
  const day = fixedDay(clock)
  if (day !== null) return { ...clock, dueAt: momentAt(day, closeOfBusiness(calendar, day)), provisional: null }
  const { at, provisional } = reckon(...limitInput(clock, calendar))
  return { ...clock, dueAt: at, provisional }
}

/** The due date by the limit alone, without extensions, and how it came about. Throws on a limit that is a date. */
export function countedDue(clock: ClockState, calendar: WorkCalendar, startReason: Text): PausedDue {
  const [limit, pauses] = limitInput(clock, calendar)
  return dueAfterPauses({ ...limit, pauses, startReason })
}

function limitInput({ name, limit, startedAt, pauses }: ClockState, calendar: WorkCalendar) {
  if ('until' in limit) throw new Error(`${name}: its limit is a date, there is nothing to count`)
  return [{ start: startedAt, duration: limit, calendar }, pauses.map(worded)] as const
}

function worded({ from, to, reason }: Pause) {
  return { from, to, reason: t(reason, reason) }
}

function isDuration(limit: Limit): limit is Duration {
  return !Array.isArray(limit) && 'unit' in limit
}
