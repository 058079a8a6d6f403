import { daysBetween, type Day } from '../calendar/day.ts'
import { dayOf, type Moment } from '../calendar/moment.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts'
import { nextClock } from './clocks.ts'
import type { ItemState } from './item.ts'
import type { AnyLedger } from './ledger.ts'
import { standingOf } from './stages.ts'

export type Light = 'ok' | 'warn' | 'late' | 'back' | 'done' | 'wait' | 'pause'

/** The worst first: how tables sort. */
const GRAVITY: readonly Light[] = ['late', 'warn', 'back', 'ok', 'wait', 'pause', 'done']

/** 0 is the worst. */
export function gravity(light: Light): number {
  return GRAVITY.indexOf(light)
}

/** The last day whose due moments already show amber: so many working days from today. */
export function warnUntil(ledger: AnyLedger, today: Day, calendar: WorkCalendar): Day {
  return addWorkingDays(calendar, today, ledger.lights.warnWorkingDays)
}

/**
 * The light of an item, from stored facts only (standing, earliest due moment, caughtUp), so that SQL can do the same:
 * done > pause > late (due < now) > warn (due day ≤ warnUntil) > back (caught up) > wait > ok.
 * What waits to be signed for can be late: its sign clock runs.
 */
export function lightOf(ledger: AnyLedger, item: ItemState, now: Moment, calendar: WorkCalendar): Light {
  const standing = standingOf(ledger, item)
  if (standing === 'done') return 'done'
  if (standing === 'paused') return 'pause'
  const dueAt = nextClock(item)?.dueAt ?? null
  if (dueAt !== null && dueAt < now) return 'late'
  if (dueAt !== null && dayOf(dueAt) <= warnUntil(ledger, dayOf(now), calendar)) return 'warn'
  if (item.caughtUp && ledger.lights.afterCatchUp === 'back') return 'back'
  return standing === 'wait' ? 'wait' : 'ok'
}

/** The lead unit has said nothing for longer than the rule allows. Only work in hand can be silent. */
export function isSilent(ledger: AnyLedger, item: ItemState, now: Moment): boolean {
  const limit = ledger.lights.silentAfterDays
  if (limit === null || standingOf(ledger, item) !== 'open') return false
  return daysBetween(heardOn(item), dayOf(now)) > limit
}

/** Day of the last report; before the first, the day the item was opened. */
export function heardOn(item: Pick<ItemState, 'lastReportAt' | 'openedAt'>): Day {
  return dayOf(item.lastReportAt ?? item.openedAt)
}
