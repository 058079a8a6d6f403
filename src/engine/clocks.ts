import type { Moment } from '../calendar/moment.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { isLate, isPaused, isRunning, limitOf, withDue } from './clock-due.ts'
import type { ClockState, Entry, ItemState } from './item.ts'
import { type AnyLedger, type Clock, type ClockEffect, entryFor, many, type OneOrMore } from './ledger.ts'
import { standingOf } from './stages.ts'

export type Clocks = ItemState['clocks']

export interface ClockOutcome {
  readonly clocks: Clocks
  readonly caughtUp: boolean
}

/** An item with stage, values and takenBy already as the entry leaves them, but clocks as they were before. */
export type BeforeClocks = Pick<ItemState, 'stage' | 'values' | 'takenBy' | 'clocks' | 'caughtUp'>

/**
 * What an entry does to the clocks, in this order: dates that changed are followed; pause, resume or extend; stopped
 * clocks that go on; stops (repeating clocks start anew); starts; and in a closed item every clock stands.
 * An item is caught up once any clock was stopped, paused or moved after its due moment: no light turns green again
 * without that trace.
 */
export function clocksAfter(
  ledger: AnyLedger,
  item: BeforeClocks,
  entry: Pick<Entry, 'action' | 'at' | 'note'>,
  calendar: WorkCalendar,
): ClockOutcome {
  const effect = entryFor(ledger.actions, entry.action)?.clock
  const closing = standingOf(ledger, item) === 'done'
  const clocks: Record<string, ClockState> = {}
  let caughtUp = item.caughtUp
  for (const [name, definition] of Object.entries(ledger.clocks)) {
    const step: Step = { name, definition, item, entry, calendar, effect, closing }
    const before = item.clocks[name]
    const after = afterEntry(step, before)
    if (before && isLate(before, entry.at) && !isSameRun(before, after)) caughtUp = true
    if (after) clocks[name] = after
  }
  return { clocks, caughtUp }
}

/** Stored as the reason of a pause, in the language of record. */
const IN_REVIEW = '待审核'

interface Step {
  readonly name: string
  readonly definition: Clock
  readonly item: BeforeClocks
  readonly entry: Pick<Entry, 'action' | 'at' | 'note'>
  readonly calendar: WorkCalendar
  readonly effect: ClockEffect<string, string> | undefined
  readonly closing: boolean
}

/** The running clock that falls due first, with its name; null where none has a due moment. */
export function nextClock(item: Pick<ItemState, 'clocks'>): ClockState | null {
  const due = Object.values(item.clocks).filter((clock) => isRunning(clock) && clock.dueAt !== null)
  return due.reduce<ClockState | null>(
    (first, clock) => (first === null || isBefore(clock, first) ? clock : first),
    null,
  )
}

function afterEntry(step: Step, before: ClockState | undefined): ClockState | undefined {
  const { definition, entry } = step
  let clock = before
  if (clock) clock = affected(step, followed(step, clock))
  if (clock && takes(definition.continues, entry)) clock = continued(step, clock)
  if (clock && isRunning(clock) && (takes(definition.stops, entry) || step.closing)) {
    clock = stopped(step, clock)
    if (definition.repeats === true && !step.closing) clock = started(step, clock) ?? clock
  }
  if (!step.closing && mayStart(step, clock)) clock = started(step, clock) ?? clock
  return clock
}

/** `limit: { until: field }`: the clock follows the field while it runs. An approved extension has the last word. */
function followed({ definition, item, calendar }: Step, clock: ClockState): ClockState {
  if (!isRunning(clock) || !('until' in clock.limit)) return clock
  const limit = limitOf(definition.limit, item.values)
  if (limit === null || !('until' in limit) || limit.until === clock.limit.until) return clock
  return withDue({ ...clock, limit }, calendar)
}

function affected({ name, item, entry, calendar, effect }: Step, clock: ClockState): ClockState {
  if (!effect || !isRunning(clock)) return clock
  if ('pause' in effect) {
    if (isPaused(clock)) return clock
    const pause = { from: entry.at, to: null, reason: entry.note ?? '' }
    return withDue({ ...clock, pauses: [...clock.pauses, pause] }, calendar)
  }
  if ('resume' in effect) return isPaused(clock) ? resumed(clock, entry.at, calendar) : clock
  const day = item.values[effect.to]
  if (effect.extend !== name || typeof day !== 'string') return clock
  return withDue({ ...clock, extendedTo: day, extensions: clock.extensions + 1 }, calendar)
}

function resumed(clock: ClockState, at: Moment, calendar: WorkCalendar): ClockState {
  const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
  return withDue({ ...clock, pauses }, calendar)
}

function stopped({ entry, calendar }: Step, clock: ClockState): ClockState {
  const going = isPaused(clock) ? resumed(clock, entry.at, calendar) : clock
  return { ...going, stoppedAt: entry.at }
}

/** Back from review: the clock goes on, and the time others held the matter counts as a pause. */
function continued({ entry, calendar }: Step, clock: ClockState): ClockState {
  if (clock.stoppedAt === null) return clock
  const held = { from: clock.stoppedAt, to: entry.at, reason: IN_REVIEW }
  return withDue({ ...clock, stoppedAt: null, pauses: [...clock.pauses, held] }, calendar)
}

/** A start action was taken now; or earlier, while the date it runs to was not known yet. */
function mayStart({ definition, item, entry }: Step, clock: ClockState | undefined): boolean {
  if (clock) return !isRunning(clock) && takes(definition.starts, entry)
  return many(definition.starts).some((start) => start === entry.action || item.takenBy[start] !== undefined)
}

function started({ name, definition, item, entry, calendar }: Step, last: ClockState | undefined): ClockState | null {
  const limit = limitOf(definition.limit, item.values)
  if (limit === null) return null
  // An approved date outlives the run: reopening a task does not bring its old deadline back.
  const kept = 'until' in limit ? last : undefined
  const fresh: ClockState = {
    name,
    run: (last?.run ?? 0) + 1,
    startedAt: entry.at,
    limit,
    pauses: [],
    extendedTo: kept?.extendedTo ?? null,
    extensions: kept?.extensions ?? 0,
    dueAt: null,
    provisional: null,
    stoppedAt: null,
  }
  return withDue(fresh, calendar)
}

function takes(actions: OneOrMore<string> | undefined, { action }: Pick<Entry, 'action'>): boolean {
  return many(actions).includes(action)
}

function isSameRun(before: ClockState, after: ClockState | undefined): boolean {
  return after !== undefined && isRunning(after) && after.run === before.run && after.dueAt === before.dueAt
}

function isBefore(a: ClockState, b: ClockState): boolean {
  return a.dueAt !== null && b.dueAt !== null && a.dueAt < b.dueAt
}
