import type { Selectable } from 'kysely'
import { nextClock } from '../engine/clocks.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { standingOf } from '../engine/stages.ts'
import { pinyinKey } from './pinyin.ts'
import type { EntryTable, ItemTable } from './schema-item.ts'
import { bigrams } from './search-text.ts'

/** Between the engine's item and its row. A row here is plain data; jsonb columns hold their values as they are. */

export type ItemRow = Selectable<ItemTable>
export type EntryRow = Selectable<EntryTable>

/** An item as lists give it: its state, and the running clock that falls due first. */
export interface ItemRecord extends ItemState {
  readonly dueAt: string | null
  readonly dueClock: string | null
}

export function itemRow(city: string, item: ItemState, ledger: AnyLedger): ItemRow {
  const next = nextClock(item)
  const { id, number, title, stage, lead_unit, co_units, leader_post, region, section, version } = item
  return {
    jurisdiction: city,
    id,
    ledger: item.ledger,
    number,
    title,
    stage,
    lead_unit,
    co_units,
    leader_post,
    region,
    section,
    version,
    standing: standingOf(ledger, item),
    opened_at: item.openedAt,
    closed_at: item.closedAt,
    due_at: next?.dueAt ?? null,
    due_clock: next?.name ?? null,
    caught_up: item.caughtUp,
    evidence_count: item.evidence.length,
    last_report_at: item.lastReportAt,
    last_entry_at: item.lastEntryAt,
    values: item.values,
    evidence: item.evidence,
    taken_by: item.takenBy,
    clocks: item.clocks,
    tsv: bigrams(`${number} ${title}`),
    pinyin: pinyinKey(title),
  }
}

/** What itemRecord needs of a row. */
export const STATE_COLUMNS = [
  'item.id',
  'item.ledger',
  'item.number',
  'item.title',
  'item.stage',
  'item.lead_unit',
  'item.co_units',
  'item.leader_post',
  'item.region',
  'item.section',
  'item.opened_at',
  'item.closed_at',
  'item.due_at',
  'item.due_clock',
  'item.caught_up',
  'item.last_report_at',
  'item.last_entry_at',
  'item.version',
  'item.values',
  'item.evidence',
  'item.taken_by',
  'item.clocks',
] as const

type StateRow = Omit<ItemRow, 'jurisdiction' | 'standing' | 'evidence_count' | 'tsv' | 'pinyin'>

export function itemState(row: StateRow): ItemState {
  const { id, ledger, number, title, stage, lead_unit, co_units, leader_post, region, section, version } = row
  return {
    id,
    ledger,
    number,
    title,
    stage,
    lead_unit,
    co_units,
    leader_post,
    region,
    section,
    version,
    values: row.values,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    clocks: row.clocks,
    caughtUp: row.caught_up,
    evidence: row.evidence,
    takenBy: row.taken_by,
    lastReportAt: row.last_report_at,
    lastEntryAt: row.last_entry_at,
  }
}

export function itemRecord(row: StateRow): ItemRecord {
  return { ...itemState(row), dueAt: row.due_at, dueClock: row.due_clock }
}

export function entryRow(city: string, item: ItemState, entry: Entry, hash: string): EntryRow {
  const { id, seq, action, at, actor, from, to, changes, note, evidence, reverts, ruleVersion } = entry
  return {
    jurisdiction: city,
    item_id: item.id,
    ledger: item.ledger,
    id,
    seq,
    action,
    at,
    actor,
    changes,
    note,
    evidence,
    reverts,
    hash,
    account_id: actor.account,
    unit_id: actor.unit,
    from_stage: from,
    to_stage: to,
    rule_version: ruleVersion,
  }
}
