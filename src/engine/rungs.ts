import type { Day } from '../calendar/day.ts'
import { dayOf, momentAt, type Moment } from '../calendar/moment.ts'
import { addWorkingDays, type WorkCalendar } from '../calendar/work-calendar.ts'
import { t, type Text } from '../text.ts'
import { isLate, isPaused, isRunning } from './clock-due.ts'
import { nextClock } from './clocks.ts'
import { holds, type Values } from './condition.ts'
import type { ClockState, ItemState } from './item.ts'
import { type AnyLedger, type Clock, entryFor, many, type Rung } from './ledger.ts'
import { standingOf } from './stages.ts'

/** Reminders before the due moment and on its day go out in the morning. */
const REMIND_AT = '09:00'

export interface RungAt {
  readonly rung: Rung
  readonly at: Moment
}

/**
 * When each rung of a running clock fires, in order of time: before the due day and on it at 09:00, after it at the
 * opening of the office. A rung whose time lay before the clock started is left out: there was nothing to remind of.
 */
export function rungsAt(ledger: AnyLedger, clock: ClockState, calendar: WorkCalendar): RungAt[] {
  const { dueAt } = clock
  if (dueAt === null || !isRunning(clock)) return []
  return (entryFor(ledger.clocks, clock.name)?.rungs ?? [])
    .map((rung) => ({ rung, at: rungMoment(rung, dayOf(dueAt), calendar) }))
    .filter(({ at }) => at >= clock.startedAt)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rung.workingDays - b.rung.workingDays))
}

/** The rung that fires next, `fired` being the ids that already have for this run; null when none is left. */
export function nextRung(
  ledger: AnyLedger,
  clock: ClockState,
  calendar: WorkCalendar,
  fired: readonly string[] = [],
): RungAt | null {
  const rungs = rungsAt(ledger, clock, calendar)
  const last = rungs.findLastIndex(({ rung }) => fired.includes(rung.id))
  return rungs.slice(last + 1)[0] ?? null
}

export type RungState = 'met' | 'met_late' | 'next' | 'today' | 'overdue' | 'paused' | 'todo'

/** One digit of the ladder on a row: 1 · 3 · 7 · 0. */
export interface LadderRung {
  readonly clock: string
  readonly mark: Text
  readonly label: Text
  readonly state: RungState
  readonly dueAt: Moment | null
  readonly stoppedAt: Moment | null
}

/** The last digit: 0, every item is kept on the books until it is closed. */
export const CLOSING_RUNG = 'close'
const CLOSING_LABEL = t('销号', 'Closed')

/** The ladder of an item: its marked clocks in the order of the definition, then 0. */
export function rungsOf(ledger: AnyLedger, item: ItemState, now: Moment): LadderRung[] {
  const marked = Object.entries(ledger.clocks).flatMap(([name, definition]) => {
    const mark = markOf(definition, item.values)
    return mark ? [{ name, definition, mark }] : []
  })
  const ladder = marked.map(({ name, definition, mark }) => {
    const clock = item.clocks[name]
    return {
      clock: name,
      mark,
      label: definition.label,
      state: clock ? stateOf(clock, item, now) : ('todo' as const),
      dueAt: clock?.dueAt ?? null,
      stoppedAt: clock?.stoppedAt ?? null,
    }
  })
  return [...ladder, closingRung(ledger, item, ladder)]
}

/** The digit that applies to these values; null for clocks that are not on the ladder. */
export function markOf(clock: Clock, values: Values): Text | null {
  return many(clock.mark).find(({ when }) => when === undefined || holds(when, values))?.is ?? null
}

function rungMoment({ workingDays }: Rung, due: Day, calendar: WorkCalendar): Moment {
  const day = addWorkingDays(calendar, due, workingDays)
  return momentAt(day, workingDays > 0 ? (calendar.officeHours[0]?.from ?? REMIND_AT) : REMIND_AT)
}

/** Where one clock of an item stands now. */
export function stateOf(clock: ClockState, item: ItemState, now: Moment): RungState {
  const { dueAt, stoppedAt } = clock
  if (stoppedAt !== null) return dueAt !== null && stoppedAt > dueAt ? 'met_late' : 'met'
  if (isPaused(clock)) return 'paused'
  if (isLate(clock, now)) return 'overdue'
  if (dueAt !== null && dayOf(dueAt) === dayOf(now)) return 'today'
  return nextClock(item)?.name === clock.name ? 'next' : 'todo'
}

function closingRung(ledger: AnyLedger, item: ItemState, ladder: readonly LadderRung[]): LadderRung {
  const done = standingOf(ledger, item) === 'done'
  const allMet = ladder.every(({ state }) => state === 'met' || state === 'met_late')
  const state = done ? 'met' : allMet ? 'next' : 'todo'
  return {
    clock: CLOSING_RUNG,
    mark: t('0', '0'),
    label: CLOSING_LABEL,
    state,
    dueAt: null,
    stoppedAt: item.closedAt,
  }
}
