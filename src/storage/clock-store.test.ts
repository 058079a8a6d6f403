import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../engine/actor.ts'
import { nextRung } from '../engine/rungs.ts'
import { transition } from '../engine/transition.ts'
import { supervision13710 } from '../ledgers/supervision-13710.ts'
import { claimRung, dueRungs, listRuns, nextRungAt } from './clock-store.ts'
import type { Database } from './database.ts'
import { insertItem, saveTransition } from './item-store.ts'
import { migrate } from './migrate.ts'
import type { Schema } from './schema.ts'
import { calendar, randomLife, store } from './testing-items.ts'
import { testDatabase } from './testing.ts'

const ledger = supervision13710
let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
})
afterAll(() => database.close())

const LATER = '2030-01-01T00:00:00+08:00'

test('every rung of every running clock fires once, in order of time, and then there is none', async () => {
  const { db } = database
  const { item, steps } = randomLife(ledger, 'fresh', 1, 0)
  await insertItem(db, 'rungs', { state: item, entry: steps[0]!.entry, ledger, calendar })
  const fired: string[] = []
  for (;;) {
    const [due] = await dueRungs(db, 'rungs', LATER, 10)
    if (!due) break
    expect(await nextRungAt(db, 'rungs')).toBe(due.at)
    const next = nextRung(ledger, item.clocks[due.clock]!, calendar, [due.rung])
    const claim = { ...due, at: due.at, next: next && { rung: next.rung.id, at: next.at } }
    expect(await claimRung(db, 'rungs', claim)).toBe(true)
    expect(await claimRung(db, 'rungs', claim)).toBe(false)
    fired.push(`${due.clock}.${due.rung}`)
  }
  const rungs = Object.entries(ledger.clocks).flatMap(([name, { rungs = [] }]) =>
    item.clocks[name] ? rungs.map(({ id }) => `${name}.${id}`) : [],
  )
  expect(fired.length).toBeGreaterThan(3)
  expect(rungs).toEqual(expect.arrayContaining(fired))
  expect(new Set(fired).size).toBe(fired.length)
  expect(await nextRungAt(db, 'rungs')).toBeNull()
})

test('of two that claim a rung at once, one gets it', async () => {
  const { db } = database
  const { item, steps } = randomLife(ledger, 'twice', 1, 0)
  await insertItem(db, 'twice', { state: item, entry: steps[0]!.entry, ledger, calendar })
  const [due] = await dueRungs(db, 'twice', LATER, 1)
  const claims = await Promise.all([1, 2, 3].map(() => claimRung(db, 'twice', { ...due!, next: null })))
  expect(claims.filter(Boolean)).toHaveLength(1)
})

test('an action that moves no clock leaves the ladder where it is; rungs that fired do not come again', async () => {
  const { db } = database
  const { item: before, steps } = randomLife(ledger, 'ladder', 1, 0)
  await insertItem(db, 'ladder', { state: before, entry: steps[0]!.entry, ledger, calendar })
  const [due] = await dueRungs(db, 'ladder', LATER, 1)
  const next = nextRung(ledger, before.clocks[due!.clock]!, calendar, [due!.rung])
  await claimRung(db, 'ladder', { ...due!, next: next && { rung: next.rung.id, at: next.at } })
  const command = { action: 'remind', actor: systemActor, at: due!.at, entryId: 'reminder', note: '提醒' }
  const outcome = transition(ledger, before, command, { calendar })
  if (!outcome.ok) throw new Error('the reminder was refused')
  await saveTransition(db, 'ladder', { before, after: outcome.item, entry: outcome.entry, ledger, calendar })
  const rest = await dueRungs(db, 'ladder', LATER, 100)
  expect(rest.some(({ clock, rung }) => clock === due!.clock && rung === due!.rung)).toBe(false)
})

test('the rows of the clocks keep every run; the newest is the one the item shows', async () => {
  const { db } = database
  let repeated = 0
  for (let seed = 0; seed < 8; seed += 1) {
    const life = randomLife(ledger, `runs-${seed}`, seed, 40)
    await store(db, 'runs', life)
    const runs = await listRuns(db, 'runs', life.item.id)
    for (const [name, { run, dueAt, stoppedAt, startedAt }] of Object.entries(life.item.clocks)) {
      const own = runs.filter(({ clock }) => clock === name)
      expect(own.map(({ run }) => run)).toEqual(Array.from({ length: run }, (_, n) => n + 1))
      expect(own.at(-1)).toEqual({ clock: name, run, startedAt, dueAt, stoppedAt })
      expect(own.slice(0, -1).every(({ stoppedAt }) => stoppedAt !== null)).toBe(true)
      repeated += run - 1
    }
    expect(runs.every(({ clock }) => life.item.clocks[clock])).toBe(true)
  }
  expect(repeated).toBeGreaterThan(0)
})
