import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testCalendar } from '../calendar/testing.ts'
import { actors, story, on } from '../engine/testing.ts'
import { replay } from '../engine/replay.ts'
import { supervision13710 } from '../ledgers/supervision-13710.ts'
import type { Database } from './database.ts'
import { listEntries, verifyChain } from './entry-store.ts'
import { findItem, insertItem, saveTransition } from './item-store.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { testDatabase } from './testing.ts'

const calendar = testCalendar()
const ledger = supervision13710
let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
})
afterAll(() => database.close())

test('x', async () => {
  const { db } = database
  const s = story({
    ledger,
    at: '09-12 10:20',
    values: { item_class: 'routine', gravity: 'general', source_type: 'meeting', source_ref: 'x', content: 'y' },
  })
  const before = s.item()
  await db
    .transaction()
    .execute((tx) => insertItem(tx, 'c', { state: before, entry: s.entries()[0]!, ledger, calendar }))
  expect(await findItem(db, 'c', 'item_1')).toEqual(before)
  console.log(Object.keys(ledger.actions), ledger.stages, before)
})
