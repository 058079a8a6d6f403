import type { Selectable } from 'kysely'
import { isPaused, withDue } from '../engine/clock-due.ts'
import type { ClockState, ItemState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { nextRung } from '../engine/rungs.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockTable } from './schema-item.ts'

/** Which clock rows a transition writes. The item keeps the newest run of each clock; the rows keep every run. */
export type ClockRow = Omit<Selectable<ClockTable>, 'jurisdiction'>

export interface Rules {
  readonly ledger: AnyLedger
  readonly calendar: WorkCalendar
}

/** Rungs that have fired, by clock and run. */
export type Fired = readonly { readonly clock: string; readonly run: number; readonly rung: string }[]

/** What the rows of the changed clocks are before a transition, and what they shall be. */
export interface ClockChange {
  readonly gone: readonly ClockRow[]
  readonly come: readonly ClockRow[]
}

export function clockRow(item: ItemState, clock: ClockState, { ledger, calendar }: Rules, fired: Fired = []): ClockRow {
  const ids = fired.filter(({ clock: name, run }) => name === clock.name && run === clock.run).map(({ rung }) => rung)
  const next = nextRung(ledger, clock, calendar, ids)
  return {
    item_id: item.id,
    name: clock.name,
    run: clock.run,
    ledger: item.ledger,
    lead_unit: item.lead_unit,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    stopped_at: clock.stoppedAt,
    next_rung: next?.rung.id ?? null,
    next_rung_at: next?.at ?? null,
  }
}

/** Names of the clocks whose rows a transition touches: those that changed, and all that run where the item changed hands. */
export function touchedClocks(before: ItemState, after: ItemState): string[] {
  const moved = before.lead_unit !== after.lead_unit
  const names = new Set([...Object.keys(before.clocks), ...Object.keys(after.clocks)])
  return [...names].filter((name) => {
    const [old, now] = [before.clocks[name], after.clocks[name]]
    return !old || !now || isOther(old, now) || (moved && now.stoppedAt === null)
  })
}

/**
 * The rows of the touched clocks as they are stored, told from the state alone; null where only the table knows them:
 * a stopped clock goes on, or an action on it was taken back.
 */
export function knownRows(before: ItemState, after: ItemState, rules: Rules): ClockRow[] | null {
  const rows: ClockRow[] = []
  for (const name of touchedClocks(before, after)) {
    const [old, now] = [before.clocks[name], after.clocks[name]]
    if (old === undefined && now?.run === 1) continue
    if (!old || !now || old.stoppedAt !== null || now.run < old.run) return null
    rows.push(clockRow(before, old, rules))
  }
  return rows
}

/**
 * The rows of the touched clocks, from those stored (`rows`) to those that fit the new state. A run that the new state
 * no longer shows was stopped by this very action, as repeating clocks are; runs after the newest one were taken back.
 */
export function clockChange(
  { before, after, at }: { readonly before: ItemState; readonly after: ItemState; readonly at: string },
  rows: readonly ClockRow[],
  rules: Rules,
  fired: Fired,
): ClockChange {
  const names = touchedClocks(before, after)
  const gone = rows.filter(({ name, run }) => names.includes(name) && run >= (after.clocks[name]?.run ?? 0))
  const come = names.flatMap((name) => {
    const clock = after.clocks[name]
    return clock ? [clockRow(after, clock, rules, fired)] : []
  })
  const ended = names.flatMap((name) => {
    const [old, now] = [before.clocks[name], after.clocks[name]]
    const row = rows.find((row) => row.name === name && row.run === old?.run)
    return old && now && row && now.run > old.run && old.stoppedAt === null
      ? [{ row, clock: stoppedAt(old, at, rules) }]
      : []
  })
  return {
    gone: [...gone, ...ended.map(({ row }) => row)],
    come: [
      ...come,
      ...ended.map(({ row, clock }) => ({
        ...row,
        due_at: clock.dueAt,
        stopped_at: clock.stoppedAt,
        next_rung: null,
        next_rung_at: null,
      })),
    ],
  }
}

/** As the engine stops a clock: a pause that stands ends first. */
function stoppedAt(clock: ClockState, at: string, { calendar }: Rules): ClockState {
  if (!isPaused(clock)) return { ...clock, stoppedAt: at }
  const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause))
  return { ...withDue({ ...clock, pauses }, calendar), stoppedAt: at }
}

/** Of a clock, only these facts stand in the row. */
function isOther(a: ClockState, b: ClockState): boolean {
  return a.run !== b.run || a.dueAt !== b.dueAt || a.stoppedAt !== b.stoppedAt || a.startedAt !== b.startedAt
}
