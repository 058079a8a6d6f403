import { afterAll, beforeAll, expect, test } from 'vitest'
import { replay } from '../engine/replay.ts'
import { ledgers } from '../ledgers/index.ts'
import { supervision13710 } from '../ledgers/supervision-13710.ts'
import type { Database } from './database.ts'
import { entryHash } from './entry-hash.ts'
import { countEntries, listEntries, verifyChain } from './entry-store.ts'
import { findItem, findItems, getItem, insertItems, lockItem, saveTransition } from './item-store.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { calendar, randomLife, store } from './testing-items.ts'
import { testDatabase } from './testing.ts'

let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
})
afterAll(() => database.close())

test('what is stored is what the entries make, over random lives of every ledger', async () => {
  const { db } = database
  let actions = 0
  for (const [index, ledger] of ledgers.entries()) {
    for (let n = 0; n < 5; n += 1) {
      const life = randomLife(ledger, `walk-${index}-${n}`, index * 100 + n, 40)
      await store(db, 'walk', life)
      actions += life.steps.length
      const { id, number } = life.item
      const entries = await listEntries(db, 'walk', id)
      expect(entries.map(({ hash: _hash, ...entry }) => entry)).toEqual(life.steps.map(({ entry }) => entry))
      expect(await findItem(db, 'walk', id)).toEqual(replay(ledger, { id, number }, entries, { calendar }))
    }
  }
  expect(actions).toBeGreaterThan(4 * 5 * 5)
  expect(await countEntries(db, 'walk')).toBe(actions)
})

test('the chain of hashes is reckoned alike in the database and outside, and shows a rewritten entry', async () => {
  const { db } = database
  const life = randomLife(supervision13710, 'chain', 7, 30)
  await store(db, 'chain', life)
  const entries = await listEntries(db, 'chain', 'chain')
  expect(entries.length).toBeGreaterThan(3)
  let previous = 'chain'
  for (const { hash, ...entry } of entries) {
    expect(hash).toBe(entryHash(previous, entry))
    previous = hash
  }
  expect(await verifyChain(db, 'chain', 'chain')).toEqual({ entries: entries.length, brokenAt: null })
  await db.updateTable('entry').set({ note: '改过' }).where('item_id', '=', 'chain').where('seq', '=', 2).execute()
  expect(await verifyChain(db, 'chain', 'chain')).toEqual({ entries: entries.length, brokenAt: 2 })
})

test('a second writer on an old version gets a conflict with what is stored, and changes nothing', async () => {
  const { db } = database
  const life = randomLife(supervision13710, 'race', 11, 30)
  const [opened, first] = life.steps
  await store(db, 'race', { ...life, steps: [opened!, first!] })
  const again = saveTransition(db, 'race', { ...first!, before: opened!.after, ledger: life.ledger, calendar })
  await expect(again).rejects.toMatchObject({ code: '23505' })
  const other = { ...first!, before: opened!.after, entry: { ...first!.entry, seq: 99 } }
  const attempt = db
    .transaction()
    .execute((tx) => saveTransition(tx, 'race', { ...other, ledger: life.ledger, calendar }))
  await expect(attempt).rejects.toMatchObject({ code: 'conflict', current: first!.after })
  expect(await getItem(db, 'race', 'race')).toEqual(first!.after)
  expect(await listEntries(db, 'race', 'race')).toHaveLength(2)
})

test('cities do not see each other', async () => {
  const { db } = database
  const life = randomLife(supervision13710, 'mine', 3, 5)
  await store(db, 'one', life)
  expect(await findItem(db, 'two', 'mine')).toBeNull()
  await expect(getItem(db, 'two', 'mine')).rejects.toMatchObject({ code: 'not_found' })
  expect(await lockItem(db, 'one', 'mine')).toEqual(life.item)
  expect(await findItems(db, 'one', ['mine', 'nobody'])).toEqual([life.item])
})

test('pages of a history', async () => {
  const { db } = database
  const life = randomLife(supervision13710, 'pages', 5, 30)
  await store(db, 'pages', life)
  const newest = await listEntries(db, 'pages', 'pages', { order: 'desc', limit: 2 })
  const last = life.item.version
  expect(newest.map(({ seq }) => seq)).toEqual([last, last - 1])
  const older = await listEntries(db, 'pages', 'pages', { order: 'desc', before: last - 1, limit: 1 })
  expect(older.map(({ seq }) => seq)).toEqual([last - 2])
  expect((await listEntries(db, 'pages', 'pages', { after: last - 1 })).map(({ seq }) => seq)).toEqual([last])
})

test('1,300 items are issued in one transaction with a handful of statements', async () => {
  const { db } = database
  const { ledger, steps } = randomLife(supervision13710, 'bulk', 1, 0)
  const { after, entry } = steps[0]!
  const list = Array.from({ length: 1300 }, (_, n) => ({
    state: { ...after, id: `bulk-${n}`, number: `督${n}`, title: `第 ${n} 件事项`, lead_unit: `org_${n % 40}` },
    entry: { ...entry, id: `entry-${n}` },
    ledger,
    calendar,
  }))
  const before = database.stats().queries
  await db.transaction().execute((tx) => insertItems(tx, 'bulk', list))
  expect(database.stats().queries - before).toBeLessThan(12)
  expect(await getItem(db, 'bulk', 'bulk-1299')).toEqual(list[1299]!.state)
  expect(await verifyChain(db, 'bulk', 'bulk-7')).toEqual({ entries: 1, brokenAt: null })
})
