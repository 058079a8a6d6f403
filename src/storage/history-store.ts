import { sql } from 'kysely'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { inChunks } from './chunks.ts'
import { clockChange, type ClockRow, clockRow } from './clock-rows.ts'
import { entryHash } from './entry-hash.ts'
import { entryRow, itemRow } from './item-row.ts'
import { rebuildRollups } from './rollup-store.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** An item with a whole history at once, as an import or the sample city brings it. */
export interface History {
  /** The item as its opening entry made it. */
  readonly opened: ItemState
  /** The opening entry; null where item and entry are stored already. */
  readonly opening: Entry | null
  readonly steps: readonly { readonly before: ItemState; readonly after: ItemState; readonly entry: Entry }[]
  readonly ledger: AnyLedger
  readonly calendar: WorkCalendar
}

/**
 * Writes many histories: what saveTransition would have written step by step, in a few statements a thousand items. The
 * rollups are counted anew at the end. No rung of these items may have fired yet.
 */
export async function saveHistories(tx: Db, city: string, list: readonly History[]): Promise<void> {
  for (const chunk of inChunks(list, 500)) {
    const hashes = await storedHashes(
      tx,
      city,
      chunk.filter(({ opening }) => opening === null).map(({ opened }) => opened.id),
    )
    const items = chunk.map(({ opened, steps, ledger }) => itemRow(city, steps.at(-1)?.after ?? opened, ledger))
    const clocks = chunk.flatMap(clockRows).map((row) => ({ jurisdiction: city, ...row }))
    await put(tx, 'item', items, ['jurisdiction', 'id'])
    for (const entries of inChunks(
      chunk.flatMap((history) => entryRows(city, history, hashes)),
      2000,
    ))
      await sql`insert into entry select * from jsonb_populate_recordset(null::entry, ${json(entries)})`.execute(tx)
    await put(tx, 'clock', clocks, ['jurisdiction', 'item_id', 'name', 'run'])
  }
  await rebuildRollups(tx, city)
}

/** insert … on conflict: the row takes the new values. */
async function put(tx: Db, table: 'item' | 'clock', rows: readonly object[], key: readonly string[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).filter((column) => !key.includes(column))
  if (columns.length === 0) return
  const name = sql.table(table)
  const set = columns.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${json(rows)})
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set ${sql.join(set)}`.execute(tx)
}

async function storedHashes(tx: Db, city: string, items: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('entry')
    .select(['item_id', 'hash'])
    .where('jurisdiction', '=', city)
    .where('seq', '=', 1)
    .where(sql<boolean>`item_id = any(${items}::text[])`)
    .execute()
  return new Map(rows.map(({ item_id, hash }) => [item_id, hash]))
}

function entryRows(city: string, { opened, opening, steps }: History, stored: ReadonlyMap<string, string>) {
  let hash = stored.get(opened.id) ?? opened.id
  const written = [...(opening ? [{ after: opened, entry: opening }] : []), ...steps]
  return written.map(({ after, entry }) => {
    hash = entryHash(hash, entry)
    return entryRow(city, after, entry, hash)
  })
}

/** Every run of every clock as the last step leaves it. */
function clockRows({ opened, steps, ledger, calendar }: History): ClockRow[] {
  const rules = { ledger, calendar }
  const keyOf = ({ name, run }: ClockRow) => `${name} ${run}`
  const rows = new Map(
    Object.values(opened.clocks)
      .map((clock) => clockRow(opened, clock, rules))
      .map((row) => [keyOf(row), row]),
  )
  for (const { before, after, entry } of steps) {
    const { gone, come } = clockChange({ before, after, at: entry.at }, [...rows.values()], rules, [])
    for (const row of gone) rows.delete(keyOf(row))
    for (const row of come) rows.set(keyOf(row), row)
  }
  return [...rows.values()]
}
