import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildCalendar } from '../calendar/work-calendar.ts'
import { castOf } from '../commands/sample/cast.ts'
import { readCityPack } from '../commands/sample/city-pack.ts'
import type { Stage } from '../commands/sample/deeds.ts'
import { liveMatters, type Opened } from '../commands/sample/matters.ts'
import { ProofRoom } from '../commands/sample/proofs.ts'
import { seededRandom } from '../commands/sample/random.ts'
import { countedIds, officeTime } from '../commands/sample/sample-time.ts'
import { liveSupplements } from '../commands/sample/supplements.ts'
import type { Database } from './database.ts'
import { saveHistories } from './history-store.ts'
import { insertItem, saveTransition } from './item-store.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { testDatabase } from './testing.ts'

const city = 'shuozhou'
let atOnce: Database<Schema>
let stepByStep: Database<Schema>
let lives: readonly Opened[]
let stage: Stage

beforeAll(async () => {
  ;[atOnce, stepByStep] = [await testDatabase<Schema>(migrate), await testDatabase<Schema>(migrate)]
  const pack = await readCityPack(join(import.meta.dirname, '../../data'), city)
  const calendar = buildCalendar(pack.holidays)
  const newId = countedIds('2024-01-02')
  const random = seededRandom(7)
  const time = officeTime(calendar, random)
  stage = { calendar, newId, now: pack.city.now, random, time, cast: castOf(pack), proofs: new ProofRoom(newId) }
  // The last thirty matters and the supplements: disputes, transfers, pauses, extensions, returns and reopenings.
  lives = [...liveMatters(pack.matters.slice(-30), stage), ...liveSupplements(1, stage)]
}, 60_000)
afterAll(async () => {
  await atOnce.close()
  await stepByStep.close()
})

test('a history written at once is what its steps would have written one by one', { timeout: 120_000 }, async () => {
  const { calendar } = stage
  await stepByStep.db.transaction().execute(async (tx) => {
    for (const [{ ledger, steps, item }, entry] of lives) {
      await insertItem(tx, city, { state: steps[0]?.before ?? item, entry, ledger, calendar })
      for (const step of steps) await saveTransition(tx, city, { ...step, ledger, calendar })
    }
  })
  // Some are stored already with their opening entry, as those of an issued report are.
  const [stored, fresh] = [lives.slice(0, 8), lives.slice(8)]
  await atOnce.db.transaction().execute(async (tx) => {
    for (const [{ ledger, steps, item }, entry] of stored)
      await insertItem(tx, city, { state: steps[0]?.before ?? item, entry, ledger, calendar })
    const history = ([{ ledger, steps, item }]: Opened) => ({
      opened: steps[0]?.before ?? item,
      steps,
      ledger,
      calendar,
    })
    await saveHistories(tx, city, [
      ...stored.map((life) => ({ ...history(life), opening: null })),
      ...fresh.map((life) => ({ ...history(life), opening: life[1] })),
    ])
  })
  for (const table of ['item', 'entry', 'clock', 'rollup'] as const) {
    const rows = async ({ db }: Database<Schema>) =>
      (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
    const [left, right] = [await rows(atOnce), await rows(stepByStep)]
    expect(left.length, table).toBeGreaterThan(30)
    expect(left, table).toEqual(right)
  }
})
