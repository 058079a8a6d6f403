import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../calendar/moment.ts'
import { nextClock } from '../engine/clocks.ts'
import type { ItemState } from '../engine/item.ts'
import { isSilent, lightOf } from '../engine/lights.ts'
import { standingOf } from '../engine/stages.ts'
import { ledgers } from '../ledgers/index.ts'
import type { Database } from './database.ts'
import { listRuns } from './clock-store.ts'
import { dueWindow } from './due-window.ts'
import { migrate } from './migrate.ts'
import {
  type LightCounts,
  readDue,
  readMonths,
  readPunctuality,
  type LightRow,
  readRollup,
  readStages,
} from './rollup-query.ts'
import { rebuildRollups, settleRollups } from './rollup-store.ts'
import type { Schema } from './schema.ts'
import type { Scope } from './scope.ts'
import { calendar, type Life, randomLife, store } from './testing-items.ts'
import { testDatabase } from './testing.ts'

const CITY = 'rollups'
const MOMENTS = [
  '2024-05-06T10:00:00+08:00',
  '2024-07-01T00:00:00+08:00',
  '2024-10-31T17:30:00+08:00',
  '2025-03-03T09:00:00+08:00',
]

let database: Database<Schema>
const lives: Life[] = []
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
  for (const [index, ledger] of ledgers.entries())
    for (let n = 0; n < 8; n += 1) lives.push(randomLife(ledger, `r-${index}-${n}`, 1000 + index * 100 + n, 25))
  for (const life of lives) await store(database.db, CITY, life)
})
afterAll(() => database.close())

function cells() {
  return database.db
    .selectFrom('rollup')
    .selectAll()
    .where('jurisdiction', '=', CITY)
    .orderBy('kind')
    .orderBy('at')
    .orderBy('ledger')
    .orderBy('role')
    .orderBy('unit')
    .orderBy('section')
    .orderBy('stage')
    .orderBy('standing')
    .orderBy('caught_up')
    .execute()
}

test('settling moves what is due before the day into late cells, whoever writes meanwhile', async () => {
  const { db } = database
  const now = '2024-08-01T09:00:00+08:00'
  const halves = lives.map(({ steps, ...life }) =>
    [steps.slice(0, 8), steps.slice(8)].map((part) => ({ ...life, steps: part })),
  )
  for (const [early] of halves) await store(db, 'settled', early!)
  await db.transaction().execute((tx) => settleRollups(tx, 'settled', now))
  for (const [, later] of halves) await store(db, 'settled', later!)
  const query = { scope: { all: true } as const, ledgers, now, calendar }
  const settled = await readRollup(db, 'settled', query, ['unit', 'section', 'ledger'])
  expect(sorted(settled)).toEqual(sorted(await readRollup(db, CITY, query, ['unit', 'section', 'ledger'])))
  const kinds = await db.selectFrom('rollup').select(['kind', 'at']).where('jurisdiction', '=', 'settled').execute()
  expect(kinds.some(({ kind }) => kind === 'late')).toBe(true)
  expect(kinds.some(({ kind, at }) => kind === 'due' && at < '2024-08-01T00:00:00+08:00')).toBe(false)
  // A clock that is set back: nothing may stay late that is not yet due.
  const earlier = { ...query, now: '2024-05-06T10:00:00+08:00' }
  await db.transaction().execute((tx) => settleRollups(tx, 'settled', earlier.now))
  const before = await readRollup(db, 'settled', earlier, ['unit', 'section', 'ledger'])
  expect(sorted(before)).toEqual(sorted(await readRollup(db, CITY, earlier, ['unit', 'section', 'ledger'])))
})

test('after random actions the cells are what a recount gives, and none is empty', async () => {
  const kept = await cells()
  await database.db.transaction().execute((tx) => rebuildRollups(tx, CITY))
  expect(kept).toEqual(await cells())
  expect(kept.every(({ items }) => items > 0)).toBe(true)
  expect(new Set(kept.map(({ kind }) => kind)).size).toBe(9)
})

describe.each(MOMENTS)('as of %s', (now) => {
  const all: Scope = { all: true }
  const query = (scope: Scope) => ({ scope, ledgers, now, calendar })

  test.each<[string, Scope, (item: ItemState) => boolean]>([
    ['the city', all, () => true],
    [
      'a unit',
      { units: ['org_zjj'] },
      ({ lead_unit, co_units }) => lead_unit === 'org_zjj' || co_units.includes('org_zjj'),
    ],
    [
      'a line',
      { units: [], line: ['org_zjj', 'org_jtj'] },
      ({ lead_unit }) => ['org_zjj', 'org_jtj'].includes(lead_unit),
    ],
  ])('lights and silence of %s are those of its items', async (_, scope, sees) => {
    const [row] = await readRollup(database.db, CITY, query(scope))
    expect(row?.counts).toEqual(
      counted(
        lives.filter(({ item }) => sees(item)),
        now,
      ),
    )
  })

  test('the same by ledger, unit and section', async () => {
    const rows = await readRollup(database.db, CITY, query(all), ['ledger', 'unit', 'section'])
    for (const { ledger, unit, section, counts } of rows) {
      const same = lives.filter(
        ({ item }) => item.ledger === ledger && item.lead_unit === unit && (item.section ?? '') === section,
      )
      expect(counts).toEqual(counted(same, now))
    }
    expect(rows.reduce((sum, { counts }) => sum + counts.all, 0)).toBe(lives.length)
    const chosen = await readRollup(database.db, CITY, { ...query(all), units: ['org_zjj'], sections: ['五'] }, [
      'unit',
    ])
    const five = rows.filter(({ unit, section }) => unit === 'org_zjj' && section === '五')
    expect(chosen[0]?.counts.all ?? 0).toBe(five.reduce((sum, { counts }) => sum + counts.all, 0))
  })

  test('what falls due today and this week', async () => {
    for (const due of ['today', 'week'] as const) {
      const { from, to } = dueWindow(due, now)
      const rows = await readDue(database.db, CITY, query(all), { from, to })
      const inMemory = lives.filter(({ ledger, item }) => {
        const at = nextClock(item)?.dueAt ?? null
        return !['done', 'paused'].includes(standingOf(ledger, item)) && at !== null && at >= from && at < to
      })
      expect(rows.reduce((sum, { items }) => sum + items, 0)).toBe(inMemory.length)
    }
  })

  test('months: how every run of every clock was met', async () => {
    const runs = (await Promise.all(lives.map(({ item }) => listRuns(database.db, CITY, item.id)))).flat()
    const months = await readMonths(database.db, CITY, query(all), 2024)
    const expected = new Map<string, { inTime: number; metLate: number; overdue: number; running: number }>()
    for (const { dueAt, stoppedAt } of runs) {
      if (dueAt === null || !dueAt.startsWith('2024')) continue
      const month = dayOf(dueAt).slice(0, 7)
      const row = expected.get(month) ?? { inTime: 0, metLate: 0, overdue: 0, running: 0 }
      if (stoppedAt === null) row[dueAt < now ? 'overdue' : 'running'] += 1
      else row[stoppedAt <= dueAt ? 'inTime' : 'metLate'] += 1
      expected.set(month, row)
    }
    expect(months.map(({ month, ...row }) => [month, row])).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)))
    const units = await readPunctuality(database.db, CITY, query(all), 2024)
    for (const key of ['inTime', 'metLate', 'overdue', 'running'] as const) {
      const sum = (rows: readonly Record<typeof key, number>[]) => rows.reduce((total, row) => total + row[key], 0)
      expect(sum(units)).toBe(sum(months))
    }
  })
})

test('items by stage', async () => {
  const rows = await readStages(database.db, CITY, { scope: { all: true }, ledgers, now: MOMENTS[0]!, calendar })
  for (const { ledger, stage, standing, items } of rows) {
    const same = lives.filter(({ item }) => item.ledger === ledger && item.stage === stage)
    expect(items).toBe(same.length)
    expect(standing).toBe(standingOf(same[0]!.ledger, same[0]!.item))
  }
  expect(rows.reduce((sum, { items }) => sum + items, 0)).toBe(lives.length)
})

function counted(list: readonly Life[], now: string): LightCounts | undefined {
  const counts = { late: 0, warn: 0, back: 0, ok: 0, wait: 0, pause: 0, done: 0, all: 0, silent: 0 }
  for (const { ledger, item } of list) {
    counts[lightOf(ledger, item, now, calendar)] += 1
    counts.all += 1
    if (isSilent(ledger, item, now)) counts.silent += 1
  }
  return list.length === 0 ? undefined : counts
}

function sorted(rows: readonly LightRow[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
