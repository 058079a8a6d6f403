import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSilent, type Light, lightOf } from '../engine/lights.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import { replay } from '../engine/replay.ts'
import { getLedger, ledgers } from '../ledgers/index.ts'
import type { Database } from '../storage/database.ts'
import { listEntries, verifyChain } from '../storage/entry-store.ts'
import { listCommitments } from '../storage/commitment-store.ts'
import { findFile, findFileInfo } from '../storage/file-store.ts'
import { findItems } from '../storage/item-store.ts'
import { migrate } from '../storage/migrate.ts'
import { listNotifications } from '../storage/notification-store.ts'
import { listReports } from '../storage/report-store.ts'
import type { Schema } from '../storage/schema.ts'
import { testDatabase } from '../storage/testing.ts'
import { signIn } from '../access/sign-in.ts'
import { newId } from '../storage/ids.ts'
import { readCityCalendar } from './city-calendar.ts'
import { fireRungs } from './fire-rungs.ts'
import { loadSample, type SampleCounts } from './load-sample.ts'

const data = join(import.meta.dirname, '../../data')
const city = 'shuozhou'
let database: Database<Schema>
let counts: SampleCounts
let items: ItemState[]

async function load(): Promise<[Database<Schema>, SampleCounts]> {
  const fresh = await testDatabase<Schema>(migrate)
  return [fresh, await loadSample({ database: fresh, city }, { data, pack: city })]
}

async function allItems({ db }: Database<Schema>): Promise<ItemState[]> {
  const rows = await db.selectFrom('item').select('id').orderBy('id').execute()
  const found = await findItems(
    db,
    city,
    rows.map(({ id }) => id),
  )
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

beforeAll(async () => {
  ;[database, counts] = await load()
  items = await allItems(database)
}, 120_000)
afterAll(() => database.close())

const of = (ledger: string) => items.filter((item) => item.ledger === ledger)

describe('the sample city', () => {
  test('is the same in every load', { timeout: 120_000 }, async () => {
    const [other, otherCounts] = await load()
    try {
      expect(otherCounts).toEqual(counts)
      expect(await allItems(other)).toEqual(items)
    } finally {
      await other.close()
    }
  })

  test('every item is what its history makes it, in a chain that holds', async () => {
    const calendar = await readCityCalendar(database.db, city)
    let entries = 0
    for (const item of items) {
      const stored = await listEntries(database.db, city, item.id)
      entries += stored.length
      const plain: Entry[] = stored.map(({ hash: _hash, ...entry }) => entry)
      expect(replay(getLedger(item.ledger), item, plain, { calendar })).toEqual(item)
      expect(stored.map(({ at }) => at)).toEqual(stored.map(({ at }) => at).sort())
      expect((stored.at(-1)?.at ?? '9') <= counts.now).toBe(true)
    }
    expect(entries).toBe(counts.entries)
    for (const item of items.slice(0, 20)) expect((await verifyChain(database.db, city, item.id)).brokenAt).toBeNull()
  })

  test('shows every light, silence, and every stage of every ledger', async () => {
    const calendar = await readCityCalendar(database.db, city)
    const lights = new Map<Light, number>()
    for (const item of items) {
      const light = lightOf(getLedger(item.ledger), item, counts.now, calendar)
      lights.set(light, (lights.get(light) ?? 0) + 1)
    }
    const share = (light: Light) => (lights.get(light) ?? 0) / items.length
    expect([...lights.keys()].sort()).toEqual(['back', 'done', 'late', 'ok', 'pause', 'wait', 'warn'])
    expect(share('done')).toBeGreaterThan(0.28)
    expect(share('done')).toBeLessThan(0.42)
    expect(share('late')).toBeGreaterThan(0.02)
    expect(share('late')).toBeLessThan(0.07)
    const silent = items.filter((item) => isSilent(getLedger(item.ledger), item, counts.now)).length / items.length
    expect(silent).toBeGreaterThan(0.015)
    expect(silent).toBeLessThan(0.07)
    for (const ledger of ledgers)
      expect(new Set(of(ledger.id).map(({ stage }) => stage)), ledger.id).toEqual(new Set(Object.keys(ledger.stages)))
    expect(of('supervision_13710').length).toBeGreaterThan(55)
  })

  test('the report was read, reviewed and issued: every item of it stands in the text', async () => {
    const [report] = await listReports(database.db, city)
    expect(report).toMatchObject({ stage: 'issued', year: 2024, deliveredOn: '2024-02-27' })
    const commitments = await listCommitments(database.db, city, report?.id ?? '')
    const issued = commitments.filter(({ itemId }) => itemId !== null)
    expect(issued.length).toBeGreaterThan(120)
    expect(commitments.filter(({ state }) => state === 'pending')).toEqual([])
    for (const state of ['accepted', 'edited', 'rejected', 'later', 'merged'] as const)
      expect(commitments.map((row) => row.state)).toContain(state)
  })

  test('all proof is there and says that it is a sample; nothing is handed in twice', async () => {
    const proofs = items.flatMap(({ evidence }) => evidence)
    expect(proofs.length).toBeGreaterThan(200)
    expect(new Set(proofs.map(({ sha256 }) => sha256)).size).toBe(proofs.length)
    for (const { sha256, size, name } of proofs) {
      expect(name).toContain('示例')
      expect((await findFileInfo(database.db, city, sha256))?.size).toBe(size)
    }
    const bytes = (await findFile(database.db, city, proofs[0]?.sha256 ?? ''))?.bytes
    expect(bytes?.length).toBe(proofs[0]?.size)
  })

  test('its accounts sign in, reminders wait for them, and the ticker finds nothing left to fire', async () => {
    const now = () => counts.now
    const { actor } = await signIn(
      { database, city, now, newId },
      { login: 'dcs-kz', password: 'Luoshi-2024-dcs-kz', address: '127.0.0.1' },
    )
    expect(actor).toMatchObject({ post: 'post_dcs_kz', unit: 'org_dcs', roles: ['supervisor'] })
    expect((await listNotifications(database.db, city, 'post_zjj_bgs')).length).toBeGreaterThan(0)
    const calendar = await readCityCalendar(database.db, city)
    expect(await fireRungs({ database, city, now, newId, calendar, publish: () => undefined })).toBe(0)
  })

  test('a load that was cut short is done again', { timeout: 120_000 }, async () => {
    const fresh = await testDatabase<Schema>(migrate)
    try {
      await loadSample({ database: fresh, city }, { data, pack: city })
      // As if the process had been killed just before the end.
      await fresh.db.deleteFrom('jurisdiction').execute()
      expect(await loadSample({ database: fresh, city }, { data, pack: city })).toEqual(counts)
      expect(await allItems(fresh)).toEqual(items)
    } finally {
      await fresh.close()
    }
  })

  test('is not loaded over a city that is there', async () => {
    await expect(loadSample({ database, city }, { data, pack: city })).rejects.toMatchObject({ code: 'conflict' })
  })
})
