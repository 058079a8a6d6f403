import type { ColumnType, RawBuilder } from 'kysely'
import type { Values } from '../engine/condition.ts'
import type { Change, ClockState, EntryActor, Evidence } from '../engine/item.ts'
import type { Standing } from '../engine/ledger.ts'
import type { Json, Moment } from './schema-columns.ts'

/** Tables of items: their rows, histories, clocks and counters. */

export interface ItemTable {
  jurisdiction: string
  id: string
  ledger: string
  number: string
  title: string
  stage: string
  standing: Standing
  lead_unit: string
  co_units: Json<readonly string[]>
  leader_post: string | null
  region: string | null
  section: string | null
  opened_at: Moment
  closed_at: Moment | null
  /** Earliest due moment of the running clocks, and which clock it is. */
  due_at: Moment | null
  due_clock: string | null
  caught_up: boolean
  evidence_count: number
  last_report_at: Moment | null
  last_entry_at: Moment
  version: number
  values: Json<Values>
  evidence: Json<readonly Evidence[]>
  taken_by: Json<Readonly<Record<string, string>>>
  /** The newest run of each clock, as the engine has it. What is searched stands in `clock` too. */
  clocks: Json<Readonly<Record<string, ClockState>>>
  /** Character pairs of number and title, cut by the app; searched with @@. */
  tsv: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
  /** Sort key: pinyin of the title (PGlite has no ICU). */
  pinyin: string
}

export interface EntryTable {
  jurisdiction: string
  item_id: string
  seq: number
  id: string
  ledger: string
  action: string
  at: Moment
  actor: Json<EntryActor>
  account_id: string
  unit_id: string
  from_stage: string | null
  to_stage: string
  changes: Json<Readonly<Record<string, Change>>>
  note: string | null
  evidence: Json<readonly Evidence[]>
  reverts: string | null
  rule_version: number
  /** SHA-256 over the previous hash and this entry's canonical JSON: a chain per item. */
  hash: string
}

/** Every run of every clock: the facts that are searched. How they came about stands in `item.clocks` and the entries. */
export interface ClockTable {
  jurisdiction: string
  item_id: string
  name: string
  run: number
  ledger: string
  /** The lead unit that answers for it; of a stopped clock, the unit that had the item then. */
  lead_unit: string
  started_at: Moment
  due_at: Moment | null
  stopped_at: Moment | null
  /** The step of the ladder that comes next; null when none is left or the clock is stopped. */
  next_rung: string | null
  next_rung_at: Moment | null
}

/** A row here is the claim: a rung fires exactly once for each run of a clock. */
export interface RungTable {
  jurisdiction: string
  item_id: string
  clock: string
  run: number
  rung: string
  fired_at: Moment
}

export interface LinkTable {
  jurisdiction: string
  item_id: string
  id: string
  kind: 'item' | 'commitment' | 'indicator' | 'code'
  target: string
  label: string
  created_at: Moment
}

/**
 * What a rollup cell counts:
 * stage: items in a stage
 * light: items by standing and caught-up; says what the light is where no due moment decides
 * due: live items by due moment: which of them are late or near
 * late: live items whose due moment lies before the horizon; they can only be late
 * horizon: one row, the moment up to which `due` was settled into `late`
 * heard, heard_month: items in hand by the day of the last report, and by its month: which of them are silent
 * running, met_in_time, met_late: clocks by the month of their due day
 * running_due: running clocks by due moment: which of this month's are overdue by now
 */
export type RollupKind =
  | 'stage'
  | 'light'
  | 'due'
  | 'late'
  | 'horizon'
  | 'heard'
  | 'heard_month'
  | 'running'
  | 'met_in_time'
  | 'met_late'
  | 'running_due'

/**
 * Counters kept in the transaction of the entry, so that a dashboard's cost does not grow with the items: what lies far
 * enough back is counted in one cell (`late`) or by the month.
 */
export interface RollupTable {
  jurisdiction: string
  kind: RollupKind
  ledger: string
  /** 'lead', or 'co' for each co-unit: a unit's own figures count both, a city's only the first. */
  role: 'lead' | 'co'
  unit: string
  /** '' for items without a section, and in kinds that do not tell sections apart: stages and clocks. */
  section: string
  /** '' but in `stage`. */
  stage: string
  standing: Standing | ''
  caught_up: boolean
  /** Due moment, start of the day, or start of the month; 1970-01-01 for `stage`, `light` and `late`. */
  at: Moment
  items: number
}
