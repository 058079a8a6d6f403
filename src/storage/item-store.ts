import { sql } from 'kysely'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { nextClock } from '../engine/clocks.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { standingOf } from '../engine/stages.ts'
import { AppError } from '../errors.ts'
import { inChunks } from './chunks.ts'
import { type ClockRow, clockChange, clockRow, knownRows, touchedClocks } from './clock-rows.ts'
import { canonicalEntry, entryHash } from './entry-hash.ts'
import { entryRow, type ItemRow, itemRow, itemState, STATE_COLUMNS } from './item-row.ts'
import type { ItemFacts } from './rollup-cells.ts'
import { addCells, dropEmpty, moveCells, movedCells } from './rollup-store.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** An item that was just opened, with its first entry. */
export interface Opened {
  readonly state: ItemState
  readonly entry: Entry
  readonly ledger: AnyLedger
  readonly calendar: WorkCalendar
}

/** What an action made of an item. */
export interface Transition {
  readonly before: ItemState
  readonly after: ItemState
  readonly entry: Entry
  readonly ledger: AnyLedger
  readonly calendar: WorkCalendar
}

export async function insertItem(tx: Db, city: string, opened: Opened): Promise<void> {
  await insertItems(tx, city, [opened])
}

/** Many at once, as when a report is issued: four statements a thousand items. */
export async function insertItems(tx: Db, city: string, list: readonly Opened[]): Promise<void> {
  for (const chunk of inChunks(list, 1000)) {
    const clocks = chunk.map(({ state, ...rules }) =>
      Object.values(state.clocks).map((clock) => clockRow(state, clock, rules)),
    )
    const items = chunk.map(({ state, ledger }) => itemRow(city, state, ledger))
    const entries = chunk.map(({ state, entry }) => entryRow(city, state, entry, entryHash(state.id, entry)))
    await insertRows(tx, 'item', items)
    await insertRows(tx, 'entry', entries)
    await insertRows(
      tx,
      'clock',
      clocks.flat().map((clock) => ({ jurisdiction: city, ...clock })),
    )
    const counted = chunk.map(({ state, ledger }, index) => ({
      item: factsOf(state, ledger),
      clocks: clocks[index] ?? [],
    }))
    await moveCells(tx, city, movedCells([], counted))
  }
}

/**
 * Writes what an action made: item row, entry with its hash, clock rows, rollups. One statement, so that an action costs
 * one round trip. Throws conflict where the item is no longer at `before.version`; the caller's transaction must then
 * roll back.
 */
export async function saveTransition(tx: Db, city: string, transition: Transition): Promise<void> {
  const { before, after, entry, ledger } = transition
  const clocks = await changedClocks(tx, city, transition)
  const cells = movedCells(
    [{ item: factsOf(before, ledger), clocks: clocks.gone }],
    [{ item: factsOf(after, ledger), clocks: clocks.come }],
  )
  // Parts with nothing to write are left out: planning them costs as much as running them.
  const parts = [
    sql`moved as (${updated(tx, city, before, itemRow(city, after, ledger))})`,
    sql`written as (${appended(tx, city, after, entry)})`,
    ...clockParts(city, after, clocks),
    ...(cells.length > 0 ? [sql`cells as (${addCells(city, cells)})`] : []),
  ]
  const empties = cells.length > 0 ? sql`(select count(*) from cells where items = 0)` : sql`0`
  const { rows } = await sql<{ moved: number; empty: number }>`with ${sql.join(parts)}
    select (select count(*) from moved)::int as moved, ${empties}::int as empty`.execute(tx)
  const { moved, empty } = rows[0] ?? { moved: 0, empty: 0 }
  if (moved !== 1) throw new AppError('conflict', { current: await findItem(tx, city, after.id) })
  if (empty !== 0) await dropEmpty(tx, city, cells)
}

export async function findItem(db: Db, city: string, id: string): Promise<ItemState | null> {
  const row = await item(db, city, id).executeTakeFirst()
  return row ? itemState(row) : null
}

/** Throws not_found. */
export async function getItem(db: Db, city: string, id: string): Promise<ItemState> {
  const state = await findItem(db, city, id)
  if (state === null) throw new AppError('not_found')
  return state
}

/** The item, locked until the transaction ends; null where there is none. */
export async function lockItem(tx: Db, city: string, id: string): Promise<ItemState | null> {
  const row = await item(tx, city, id).forUpdate().executeTakeFirst()
  return row ? itemState(row) : null
}

/** Items by id; those not found are left out. */
export async function findItems(db: Db, city: string, ids: readonly string[]): Promise<ItemState[]> {
  const rows = await db
    .selectFrom('item')
    .select(STATE_COLUMNS)
    .where('jurisdiction', '=', city)
    .where(sql<boolean>`id = any(${ids}::text[])`)
    .execute()
  return rows.map(itemState)
}

function item(db: Db, city: string, id: string) {
  return db.selectFrom('item').select(STATE_COLUMNS).where('jurisdiction', '=', city).where('id', '=', id)
}

function factsOf(state: ItemState, ledger: AnyLedger): ItemFacts {
  return { state, standing: standingOf(ledger, state), dueAt: nextClock(state)?.dueAt ?? null }
}

/** The rows are plain data, keyed by column: PostgreSQL turns them into the table's own row type. */
async function insertRows(tx: Db, table: 'item' | 'entry' | 'clock', rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  const name = sql.table(table)
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${json(rows)})`.execute(tx)
}

function updated(tx: Db, city: string, before: ItemState, row: ItemRow) {
  const { jurisdiction: _city, id: _id, ...columns } = row
  return tx
    .updateTable('item')
    .set({
      ...columns,
      co_units: json(row.co_units),
      values: json(row.values),
      evidence: json(row.evidence),
      taken_by: json(row.taken_by),
      clocks: json(row.clocks),
      tsv: sql<never>`${row.tsv}::tsvector`,
    })
    .where('jurisdiction', '=', city)
    .where('id', '=', row.id)
    .where('version', '=', before.version)
    .returning('version')
}

/** The entry, its hash reckoned by the database over that of the entry before it: as entryHash does. */
function appended(tx: Db, city: string, state: ItemState, entry: Entry) {
  const row = entryRow(city, state, entry, '')
  const previous = sql`(select hash from entry where jurisdiction = ${city} and item_id = ${state.id}
    order by seq desc limit 1)`
  return tx.insertInto('entry').values({
    ...row,
    actor: json(row.actor),
    changes: json(row.changes),
    evidence: json(row.evidence),
    hash: sql<string>`encode(sha256(convert_to(${previous} || chr(10) || ${canonicalEntry(entry)}::text, 'UTF8')), 'hex')`,
  })
}

type Changed = Readonly<{ gone: readonly ClockRow[]; come: readonly ClockRow[] }>

async function changedClocks(tx: Db, city: string, transition: Transition): Promise<Changed> {
  const { before, after, entry } = transition
  const names = touchedClocks(before, after)
  if (names.length === 0) return { gone: [], come: [] }
  const rows = knownRows(before, after, transition) ?? (await storedRows(tx, city, after.id, names))
  const goesOn = rows.some(({ name, run }) => after.clocks[name]?.run === run && after.clocks[name].stoppedAt === null)
  const fired = goesOn ? await firedRungs(tx, city, after.id) : []
  return clockChange({ before, after, at: entry.at }, rows, transition, fired)
}

function storedRows(tx: Db, city: string, item: string, names: readonly string[]): Promise<ClockRow[]> {
  return tx
    .selectFrom('clock')
    .selectAll()
    .where('jurisdiction', '=', city)
    .where('item_id', '=', item)
    .where('name', 'in', names)
    .execute()
}

function firedRungs(tx: Db, city: string, item: string) {
  return tx
    .selectFrom('rung')
    .select(['clock', 'run', 'rung'])
    .where('jurisdiction', '=', city)
    .where('item_id', '=', item)
    .execute()
}

/** Runs as they stand now, and without those that were taken back. */
function clockParts(city: string, { id }: ItemState, { gone, come }: Changed) {
  const list = come.map((row) => ({ jurisdiction: city, ...row }))
  const runs = gone.filter(({ name, run }) => !come.some((row) => row.name === name && row.run === run))
  const kept = sql`kept as (insert into clock select * from jsonb_populate_recordset(null::clock, ${json(list)})
    on conflict (jurisdiction, item_id, name, run) do update set lead_unit = excluded.lead_unit,
      started_at = excluded.started_at, due_at = excluded.due_at, stopped_at = excluded.stopped_at,
      next_rung = excluded.next_rung, next_rung_at = excluded.next_rung_at)`
  const dropped = sql`dropped as (delete from clock c using jsonb_populate_recordset(null::clock, ${json(runs)}) x
    where c.jurisdiction = ${city} and c.item_id = ${id} and c.name = x.name and c.run = x.run)`
  return [...(list.length > 0 ? [kept] : []), ...(runs.length > 0 ? [dropped] : [])]
}
