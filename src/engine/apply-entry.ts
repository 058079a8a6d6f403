import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { findAction } from './built-in-actions.ts'
import { clocksAfter } from './clocks.ts'
import type { Values } from './condition.ts'
import type { Common, Entry, Evidence, ItemState } from './item.ts'
import type { AnyLedger } from './ledger.ts'
import { standingOf } from './stages.ts'
import { isCommonKey } from './values.ts'

/** What the engine may look at besides the item: the city's calendar and, for undo, the item's history. */
export interface Context {
  readonly calendar: WorkCalendar
  readonly entries?: readonly Entry[]
}

/** What is known of an item before its first entry. */
export interface ItemHead {
  readonly id: string
  readonly number: string
}

/**
 * The item after one more entry. This is the only place where an item changes: `transition` and `replay` both come
 * through here. Throws on an entry that takes another back: that state is known only by replaying the rest.
 */
export function applyEntry(ledger: AnyLedger, item: ItemState, entry: Entry, ctx: Context): ItemState {
  if (entry.reverts !== null) throw new Error(`${ledger.id}: entry ${entry.id} takes another back; replay the history`)
  const { values, common } = sorted(item.values, entry)
  const moved = {
    ...item,
    ...common,
    stage: entry.to,
    values,
    evidence: withEvidence(item.evidence, entry.evidence),
    takenBy: { ...item.takenBy, [entry.action]: entry.actor.account },
    lastReportAt: findAction(ledger, entry.action)?.action.reports === true ? entry.at : item.lastReportAt,
    lastEntryAt: entry.at,
    version: entry.seq,
  }
  const { clocks, caughtUp } = clocksAfter(ledger, moved, entry, ctx.calendar)
  const closedAt = standingOf(ledger, moved) === 'done' ? (item.closedAt ?? entry.at) : null
  return { ...moved, clocks, caughtUp, closedAt }
}

/** The item that an opening entry ('create') makes. */
export function openingState(ledger: AnyLedger, head: ItemHead, entry: Entry, ctx: Context): ItemState {
  if (entry.action !== 'create') throw new Error(`${ledger.id}: the first entry is ${entry.action}, not create`)
  const blank: ItemState = {
    id: head.id,
    number: head.number,
    ledger: ledger.id,
    title: '',
    lead_unit: '',
    co_units: [],
    leader_post: null,
    region: null,
    section: null,
    stage: entry.to,
    values: Object.fromEntries(Object.keys(ledger.fields).map((key) => [key, null])),
    openedAt: entry.at,
    closedAt: null,
    clocks: {},
    caughtUp: false,
    evidence: [],
    takenBy: {},
    lastReportAt: null,
    lastEntryAt: entry.at,
    version: 0,
  }
  return applyEntry(ledger, blank, entry, ctx)
}

function sorted(before: Values, { changes }: Entry): { values: Values; common: Partial<Common> } {
  const values: Record<string, unknown> = { ...before }
  const common: Record<string, unknown> = {}
  for (const [key, { to }] of Object.entries(changes)) (isCommonKey(key) ? common : values)[key] = to
  return { values, common: common }
}

/** Proofs the entry names replace those of the same id (a verdict); the others are added. */
function withEvidence(before: readonly Evidence[], named: readonly Evidence[]): readonly Evidence[] {
  if (named.length === 0) return before
  const news = new Map(named.map((proof) => [proof.id, proof]))
  const kept = before.map((proof) => news.get(proof.id) ?? proof)
  const known = new Set(before.map(({ id }) => id))
  return [...kept, ...named.filter(({ id }) => !known.has(id))]
}
