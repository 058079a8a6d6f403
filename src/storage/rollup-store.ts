import { type RawBuilder, sql } from 'kysely'
import { type Cell, cellChanges, clockCells, dayStart, type ItemFacts, itemCells, NEVER } from './rollup-cells.ts'
import type { ClockRow } from './clock-rows.ts'
import type { Db } from './schema.ts'
import { itemState, STATE_COLUMNS } from './item-row.ts'
import { json } from './values.ts'

/** What is counted of an item and its clocks: before an action, and after it. */
export interface Counted {
  readonly item: ItemFacts | null
  readonly clocks: readonly ClockRow[]
}

/** The cells that a move changes; both sides may hold many items. */
export function movedCells(before: readonly Counted[], after: readonly Counted[]): Cell[] {
  return cellChanges(before.flatMap(cellsOf), after.flatMap(cellsOf))
}

/** Changes cells by these counts and takes away those that are empty then. */
export async function moveCells(tx: Db, city: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  const { rows } = await addCells(city, cells).execute(tx)
  if (rows.some(({ items }) => items === 0)) await dropEmpty(tx, city, cells)
}

const KEY = sql.raw('jurisdiction, kind, at, ledger, role, unit, section, stage, standing, caught_up')

/**
 * insert … on conflict add; answers the new counts. Due moments before the horizon go to their `late` cell. The order is
 * that of the key, so that two transactions lock cells in one order. Should the horizon move meanwhile, an item may leave
 * by another cell than it came in by: sums stay right all the same, and the next settling merges the two.
 */
export function addCells(city: string, cells: readonly Cell[]): RawBuilder<{ items: number }> {
  const rows = cells.map((cell) => ({ jurisdiction: city, ...cell }))
  return sql`insert into rollup (${KEY}, items)
    select c.jurisdiction, case when past then 'late' else c.kind end as kind,
      case when past then ${NEVER} else c.at end as at, c.ledger, c.role, c.unit, c.section, c.stage, c.standing, c.caught_up,
      sum(c.items) as items
    from jsonb_populate_recordset(null::rollup, ${json(rows)}) c
      left join rollup h on h.jurisdiction = ${city} and h.kind = 'horizon',
      lateral (select c.kind = 'due' and coalesce(c.at < h.at, false) as past) p
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 having sum(c.items) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
    on conflict (${KEY}) do update set items = rollup.items + excluded.items returning items`
}

export async function dropEmpty(tx: Db, city: string, cells: readonly Cell[]): Promise<void> {
  await sql`delete from rollup r using jsonb_populate_recordset(null::rollup, ${json(cells)}) c
    where r.jurisdiction = ${city} and (r.kind = c.kind and r.at = c.at or c.kind = 'due' and r.kind = 'late')
      and r.ledger = c.ledger and r.role = c.role and r.unit = c.unit and r.section = c.section and r.stage = c.stage
      and r.standing = c.standing and r.caught_up = c.caught_up and r.items = 0`.execute(tx)
}

/**
 * Moves the horizon to the start of a moment's day and settles what was due before it: run now and then, so that late
 * items of all days are read from few cells. Nothing depends on it but the speed of reading. A clock that was set back
 * (the horizon lies ahead) makes everything be counted anew.
 */
export async function settleRollups(tx: Db, city: string, now: string): Promise<void> {
  const horizon = dayStart(now.slice(0, 10))
  const standing = await tx
    .selectFrom('rollup')
    .select('at')
    .where('jurisdiction', '=', city)
    .where('kind', '=', 'horizon')
    .executeTakeFirst()
  if (standing?.at === horizon) return
  if (standing && standing.at > horizon) return rebuildRollups(tx, city)
  await tx.deleteFrom('rollup').where('jurisdiction', '=', city).where('kind', '=', 'horizon').execute()
  await addCells(city, [{ ...NO_CELL, kind: 'horizon', at: horizon }]).execute(tx)
  await sql`with gone as (
      delete from rollup where jurisdiction = ${city} and kind = 'due' and at < ${horizon} returning *
    )
    insert into rollup (${KEY}, items)
    select jurisdiction, 'late', ${NEVER}::timestamptz, ledger, role, unit, section, stage, standing, caught_up, sum(items)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 order by 4, 5, 6, 7, 8, 9, 10
    on conflict (${KEY}) do update set items = rollup.items + excluded.items`.execute(tx)
  await tx
    .deleteFrom('rollup')
    .where('jurisdiction', '=', city)
    .where('kind', '=', 'late')
    .where('items', '=', 0)
    .execute()
}

const NO_CELL: Omit<Cell, 'kind' | 'at'> = {
  ledger: '',
  role: 'lead',
  unit: '',
  section: '',
  stage: '',
  standing: '',
  caught_up: false,
  items: 1,
}

const BATCH = 2000

/** Counts everything anew from items and clocks, batch by batch: after an import, or where an audit doubts the counters. Nothing is settled then. */
export async function rebuildRollups(tx: Db, city: string): Promise<void> {
  await tx.deleteFrom('rollup').where('jurisdiction', '=', city).execute()
  for (let after = ''; ;) {
    const items = await tx
      .selectFrom('item')
      .select([...STATE_COLUMNS, 'item.standing'])
      .where('jurisdiction', '=', city)
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .execute()
    const last = items.at(-1)
    if (!last) return
    const clocks = await tx
      .selectFrom('clock')
      .selectAll()
      .where('jurisdiction', '=', city)
      .where('item_id', '>', after)
      .where('item_id', '<=', last.id)
      .execute()
    const facts = items.map((row) => ({ state: itemState(row), standing: row.standing, dueAt: row.due_at }))
    await moveCells(tx, city, movedCells([], [...facts.map((item) => ({ item, clocks: [] })), { item: null, clocks }]))
    after = last.id
  }
}

function cellsOf({ item, clocks }: Counted): Cell[] {
  return [...(item ? itemCells(item) : []), ...clocks.flatMap(clockCells)]
}
