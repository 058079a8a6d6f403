import { type RawBuilder, sql } from 'kysely'
import { type Cell, cellChanges, clockCells, type ItemFacts, itemCells } from './rollup-cells.ts'
import type { ClockRow } from './clock-rows.ts'
import type { Db } from './schema.ts'
import { itemState, STATE_COLUMNS } from './item-row.ts'
import { json } from './values.ts'

/** What is counted of an item and its clocks: before an action, and after it. */
export interface Counted {
  readonly item: ItemFacts | null
  readonly clocks: readonly ClockRow[]
}

export const NOTHING: Counted = { item: null, clocks: [] }

/** The cells that a move changes; both sides may hold many items. */
export function movedCells(before: readonly Counted[], after: readonly Counted[]): Cell[] {
  return cellChanges(before.flatMap(cellsOf), after.flatMap(cellsOf))
}

/** Moves items between cells: what they were counted in goes down, what they are counted in goes up, empty cells go. */
export async function moveRollup(tx: Db, city: string, before: Counted, after: Counted): Promise<void> {
  await moveCells(tx, city, movedCells([before], [after]))
}

export async function moveCells(tx: Db, city: string, cells: readonly Cell[]): Promise<void> {
  if (cells.length === 0) return
  const { rows } = await addCells(city, cells).execute(tx)
  if (rows.some(({ items }) => items === 0)) await dropEmpty(tx, city, cells)
}

/**
 * insert … on conflict add. Cells come in the order of their keys, so that two transactions lock them in one order.
 * Answers the new counts.
 */
export function addCells(city: string, cells: readonly Cell[]): RawBuilder<{ items: number }> {
  const rows = cells.map((cell) => ({ jurisdiction: city, ...cell }))
  return sql`insert into rollup select * from jsonb_populate_recordset(null::rollup, ${json(rows)})
    on conflict (jurisdiction, kind, at, ledger, role, unit, section, stage, standing, caught_up)
    do update set items = rollup.items + excluded.items returning items`
}

export async function dropEmpty(tx: Db, city: string, cells: readonly Cell[]): Promise<void> {
  await sql`delete from rollup r using jsonb_populate_recordset(null::rollup, ${json(cells)}) c
    where r.jurisdiction = ${city} and r.kind = c.kind and r.at = c.at and r.ledger = c.ledger and r.role = c.role
      and r.unit = c.unit and r.section = c.section and r.stage = c.stage and r.standing = c.standing
      and r.caught_up = c.caught_up and r.items = 0`.execute(tx)
}

const BATCH = 2000

/** Counts everything anew from items and clocks, batch by batch: after an import, or where an audit doubts the counters. */
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
