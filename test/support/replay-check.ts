import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { readCityCalendar } from '../../src/commands/city-calendar.ts'
import { replay } from '../../src/engine/replay.ts'
import { getLedger } from '../../src/ledgers/index.ts'
import { listCities } from '../../src/storage/city-store.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { listEntries, verifyChain } from '../../src/storage/entry-store.ts'
import { findItems } from '../../src/storage/item-store.ts'
import type { Schema } from '../../src/storage/schema.ts'

export interface ReplayCheck {
  readonly items: number
  readonly entries: number
  /** Numbers of items whose stored state is not what their entries make. */
  readonly differing: readonly string[]
  /** Numbers of items whose chain of hashes is broken. */
  readonly broken: readonly string[]
}

/** Opens a stopped server's folder and holds every item against its history. */
export async function checkReplay(folder: string): Promise<ReplayCheck> {
  const database = await openDatabase<Schema>({ folder: join(folder, 'database') })
  try {
    const { db } = database
    const [city] = await listCities(db)
    if (!city) throw new Error('the folder holds no city')
    const calendar = await readCityCalendar(db, city.id)
    const ids = await db.selectFrom('item').select('id').where('jurisdiction', '=', city.id).execute()
    const items = await findItems(
      db,
      city.id,
      ids.map(({ id }) => id),
    )
    const differing: string[] = []
    const broken: string[] = []
    let count = 0
    for (const item of items) {
      const { id, number } = item
      const entries = await listEntries(db, city.id, id)
      count += entries.length
      const made = replay(getLedger(item.ledger), { id, number }, entries, { calendar })
      if (!isDeepStrictEqual(made, item)) differing.push(number)
      if ((await verifyChain(db, city.id, id)).brokenAt !== null) broken.push(number)
    }
    return { items: items.length, entries: count, differing, broken }
  } finally {
    await database.close()
  }
}
