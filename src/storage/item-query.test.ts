import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../calendar/moment.ts'
import { nextClock } from '../engine/clocks.ts'
import type { ItemState } from '../engine/item.ts'
import { gravity, isSilent, type Light, lightOf } from '../engine/lights.ts'
import { matches, metricOf } from '../engine/metrics.ts'
import { standingOf } from '../engine/stages.ts'
import { ledgers } from '../ledgers/index.ts'
import type { Database } from './database.ts'
import { dueWindow } from './due-window.ts'
import type { ItemFilter, ItemSort } from './item-filter.ts'
import { clocksOf, countItems, listItems } from './item-query.ts'
import { insertItems } from './item-store.ts'
import { LIGHTS } from './light-sql.ts'
import { figuresOf } from './metric-query.ts'
import { migrate } from './migrate.ts'
import { pinyinKey } from './pinyin.ts'
import type { Schema } from './schema.ts'
import { searchItems } from './search-store.ts'
import type { Scope } from './scope.ts'
import { calendar, type Life, randomLife } from './testing-items.ts'
import { testDatabase } from './testing.ts'

const CITY = 'lists'
const NOW = '2024-09-18T09:40:00+08:00'
const ALL: Scope = { all: true }

let database: Database<Schema>
const lives: Life[] = []
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
  for (const [index, ledger] of ledgers.entries())
    for (let n = 0; n < 60; n += 1)
      lives.push(randomLife(ledger, `q-${index}-${n}`, 5000 + index * 100 + n, n % 4 === 0 ? 0 : 5 + n))
  const list = lives.map(({ ledger, item, steps }) => ({ state: item, entry: steps[0]!.entry, ledger, calendar }))
  await database.db.transaction().execute((tx) => insertItems(tx, CITY, list))
})
afterAll(() => database.close())

const reading = (scope: Scope = ALL, now = NOW) => ({ scope, now, ledgers, calendar })
const moment = fc
  .date({ min: new Date('2024-02-01T00:00:00Z'), max: new Date('2025-06-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}+08:00`)

async function found(filter: ItemFilter, scope: Scope = ALL, now = NOW): Promise<string[]> {
  const { rows, total, next } = await listItems(database.db, CITY, { ...filter, limit: 500 }, reading(scope, now))
  expect(total).toBe(rows.length)
  expect(next).toBeNull()
  return rows.map(({ id }) => id).sort()
}

function expected(holds: (life: Life) => boolean): string[] {
  return lives
    .filter(holds)
    .map(({ item }) => item.id)
    .sort()
}

test('a record is the state, with the clock that falls due first', async () => {
  const { rows } = await listItems(database.db, CITY, { limit: 500 }, reading())
  for (const { dueAt, dueClock, ...state } of rows) {
    const { item } = lives.find(({ item }) => item.id === state.id)!
    expect(state).toEqual(item)
    expect(dueAt).toBe(nextClock(item)?.dueAt ?? null)
    expect(dueClock).toBe(nextClock(item)?.name ?? null)
  }
  expect(rows).toHaveLength(lives.length)
  const [one] = lives
  expect(await clocksOf(database.db, CITY, [one!.item.id])).toEqual(new Map([[one!.item.id, one!.item.clocks]]))
})

test('lights and silence in SQL are those of the engine, at any moment', async () => {
  await fc.assert(
    fc.asyncProperty(moment, async (now) => {
      for (const light of LIGHTS) {
        const same = expected(({ ledger, item }) => lightOf(ledger, item, now, calendar) === light)
        expect(await found({ light: [light] }, ALL, now)).toEqual(same)
      }
      const silent = expected(({ ledger, item }) => isSilent(ledger, item, now))
      expect(await found({ silent: true }, ALL, now)).toEqual(silent)
      expect(await found({ silent: false }, ALL, now)).toHaveLength(lives.length - silent.length)
    }),
    { numRuns: 6 },
  )
})

describe('filters find what they say', () => {
  const week = dueWindow('week', NOW)
  const isLive = ({ ledger, item }: Life) => !['done', 'paused'].includes(standingOf(ledger, item))
  const dueAt = ({ item }: Life) => nextClock(item)?.dueAt ?? ''
  const cases: [string, ItemFilter, (life: Life) => boolean][] = [
    ['ids', { ids: ['q-0-1', 'q-1-2'] }, ({ item }) => ['q-0-1', 'q-1-2'].includes(item.id)],
    ['ledgers', { ledger: [ledgers[0]!.id] }, ({ item }) => item.ledger === ledgers[0]!.id],
    ['stages', { stage: ['working', 'closed'] }, ({ item }) => ['working', 'closed'].includes(item.stage)],
    ['standings', { standing: ['review'] }, ({ ledger, item }) => standingOf(ledger, item) === 'review'],
    [
      'lights within a stage',
      { stage: ['working'], light: ['late', 'back'] },
      ({ ledger, item }) => item.stage === 'working' && ['late', 'back'].includes(lightOf(ledger, item, NOW, calendar)),
    ],
    ['units, either way', { unit: ['org_zjj'] }, ({ item }) => [item.lead_unit, ...item.co_units].includes('org_zjj')],
    ['lead units', { unit: ['org_zjj'], role: 'lead' }, ({ item }) => item.lead_unit === 'org_zjj'],
    ['co-units', { unit: ['org_zjj'], role: 'co' }, ({ item }) => item.co_units.includes('org_zjj')],
    ['sections', { section: ['五', ''] }, ({ item }) => item.section === '五' || item.section === null],
    ['regions', { region: ['140602'] }, ({ item }) => item.region === '140602'],
    ['leaders', { leader: ['post_leader'] }, ({ item }) => item.leader_post === 'post_leader'],
    ['past dates', { due: 'past' }, (life) => isLive(life) && dueAt(life) !== '' && dueAt(life) < NOW],
    ['this week', { due: 'week' }, (life) => isLive(life) && dueAt(life) >= week.from && dueAt(life) < week.to],
    ['opening days', { openedFrom: '2024-05-01', openedTo: '2024-06-30' }, ({ item }) => inSpring(item)],
    ['a field', { fields: { gravity: ['major'] } }, ({ item }) => item.values['gravity'] === 'major'],
    ['words', { q: '小区' }, ({ item }) => item.title.includes('小区')],
    [
      'words and a part of the number',
      { q: '50 处' },
      ({ item }) => item.title.includes('50') && item.title.includes('处'),
    ],
  ]
  test.each(cases)('%s', async (_, filter, holds) => {
    const ids = expected(holds)
    expect(await found(filter)).toEqual(ids)
    expect(await countItems(database.db, CITY, filter, reading())).toBe(ids.length)
  })
  test('most of the cases find something and leave something out', () => {
    const sizes = cases.map(([, , holds]) => expected(holds).length)
    expect(sizes.filter((size) => size > 0 && size < lives.length).length).toBeGreaterThan(cases.length - 4)
  })
})

test('months: items one of whose clocks fell due then, by how it was met', async () => {
  const month = '2024-07'
  const clocks = ({ item }: Life) => Object.values(item.clocks).filter(({ dueAt }) => dueAt?.startsWith(month))
  const late = expected((life) => clocks(life).some(({ dueAt, stoppedAt }) => stoppedAt !== null && stoppedAt > dueAt!))
  expect(await found({ month })).toEqual(expected((life) => clocks(life).length > 0))
  expect(await found({ month, met: 'late' })).toEqual(late)
  expect(await found({ month, met: 'overdue' })).toEqual(
    expected((life) => clocks(life).some(({ stoppedAt }) => stoppedAt === null)),
  )
  expect(await found({ month, met: 'running' })).toEqual([])
})

test('scopes: own units either way, a line where it leads', async () => {
  const scope: Scope = { units: ['org_zjj'], line: ['org_jtj'] }
  const sees = ({ item }: Life) => ['org_zjj', 'org_jtj'].includes(item.lead_unit) || item.co_units.includes('org_zjj')
  expect(await found({}, scope)).toEqual(expected(sees))
  expect(await found({}, { units: [] })).toEqual([])
})

describe('orders', () => {
  const byGravity = (a: Life, b: Life) =>
    lightRank(a) - lightRank(b) || compared(due(a), due(b)) || compared(a.item.id, b.item.id)
  const lightRank = ({ ledger, item }: Life) => gravity(lightOf(ledger, item, NOW, calendar))
  // Missing dates come last: no date sorts after them.
  const due = ({ item }: Life) => nextClock(item)?.dueAt ?? '9999'
  const keys: Record<Exclude<ItemSort, 'gravity'>, (life: Life) => string> = {
    due,
    number: ({ item }) => item.number,
    title: ({ item }) => pinyinKey(item.title),
    opened: ({ item }) => item.openedAt,
    recent: ({ item }) => item.lastEntryAt,
    unit: ({ item }) => item.lead_unit,
  }

  test.each([7, 500])('gravity, %i a page', async (limit) => {
    const sorted = [...lives].sort(byGravity).map(({ item }) => item.id)
    expect(await pages({ sort: 'gravity', limit })).toEqual(sorted)
  })

  test('gravity beyond a thousand items: light by light, over the same pages', async () => {
    const many = lives.flatMap((life) =>
      [1, 2, 3, 4, 5].map((n) => ({ ...life, item: { ...life.item, id: `${life.item.id}-${n}` } })),
    )
    const list = many.map(({ ledger, item, steps }) => ({ state: item, entry: steps[0]!.entry, ledger, calendar }))
    await database.db.transaction().execute((tx) => insertItems(tx, 'many', list))
    const sorted = many.sort(byGravity).map(({ item }) => item.id)
    expect(await pages({ sort: 'gravity', limit: 83 }, 'many')).toEqual(sorted)
    const lights = [...new Set(many.map(lightRank))]
    const down = lights.reverse().flatMap((rank) => many.filter((life) => lightRank(life) === rank))
    expect(await pages({ sort: 'gravity', limit: 211, dir: 'desc' }, 'many')).toEqual(down.map(({ item }) => item.id))
  })

  test.each(Object.entries(keys))('%s, both ways', async (sort, key) => {
    const order = (a: Life, b: Life) => compared(key(a), key(b)) || compared(a.item.id, b.item.id)
    const sorted = [...lives].sort(order)
    const filter = { sort: sort as ItemSort, limit: 37 }
    expect(await pages(filter)).toEqual(sorted.map(({ item }) => item.id))
    const dated = (life: Life) => key(life) !== '9999'
    const undated = sorted.filter((life) => !dated(life))
    const back = [...sorted.filter(dated).reverse(), ...undated.reverse()]
    expect(await pages({ ...filter, dir: 'desc' })).toEqual(back.map(({ item }) => item.id))
  })

  test('a cursor that is damaged or belongs to another order is refused', async () => {
    const { next } = await listItems(database.db, CITY, { sort: 'due', limit: 3 }, reading())
    for (const after of ['x', 'W10', String(next).slice(2)]) {
      const list = listItems(database.db, CITY, { sort: 'due', after }, reading())
      await expect(list).rejects.toMatchObject({ code: 'bad_request' })
    }
    const other = listItems(database.db, CITY, { sort: 'title', after: next! }, reading())
    await expect(other).rejects.toMatchObject({ code: 'bad_request' })
  })
})

async function pages(
  filter: ItemFilter & { sort: ItemSort; limit: number; dir?: 'desc' },
  city = CITY,
): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = { ...filter, ...(after !== undefined && { after }) }
    const { rows, next, total } = await listItems(database.db, city, page, reading())
    expect(total).toBe(lives.length * (city === CITY ? 1 : 5))
    ids.push(...rows.map(({ id }) => id))
    after = next
  }
  return ids
}

describe('metrics', () => {
  test('figures in SQL are those of the engine, for every metric at any moment', async () => {
    await fc.assert(
      fc.asyncProperty(moment, async (now) => {
        for (const ledger of ledgers) {
          const items = lives.filter(({ item }) => item.ledger === ledger.id).map(({ item }) => item)
          const inMemory = Object.entries(ledger.metrics).map(([id, metric]) => {
            const { value, of, per } = metricOf(ledger, metric, items, now)
            return { id, value, of, per }
          })
          expect(await figuresOf(database.db, CITY, ledger, ALL, now)).toEqual(inMemory)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('the items behind a figure can be listed', async () => {
    for (const ledger of ledgers)
      for (const { of } of Object.values(ledger.metrics)) {
        const ids = expected(({ item }) => item.ledger === ledger.id && matches(ledger, of, item, NOW))
        expect(await found({ where: { ledger: ledger.id, is: of } })).toEqual(ids)
      }
  })
})

describe('search', () => {
  test('finds words in titles and numbers, a number that begins with them first', async () => {
    const { item } = lives[7]!
    const hits = await searchItems(database.db, CITY, item.number, ALL, 5)
    expect(hits[0]?.number).toBe(item.number)
    const none = await searchItems(database.db, CITY, '没有这样的事', ALL, 5)
    expect(none).toEqual([])
    expect(await searchItems(database.db, CITY, '  ', ALL, 5)).toEqual([])
  })

  test('keeps to the scope and reads signs as they stand', async () => {
    const hits = await searchItems(database.db, CITY, '（二期）', { units: ['org_zjj'] }, 100)
    expect(hits.length).toBeGreaterThan(0)
    expect(hits.every(({ lead_unit, co_units }) => [lead_unit, ...co_units].includes('org_zjj'))).toBe(true)
    expect(await searchItems(database.db, CITY, '%', ALL, 5)).toEqual([])
  })
})

function compared(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function inSpring({ openedAt }: ItemState): boolean {
  return dayOf(openedAt) >= '2024-05-01' && dayOf(openedAt) <= '2024-06-30'
}

test('every light occurs in the data', () => {
  // Before anything fell due, what is not taken up yet still waits.
  const moments = [NOW, '2024-02-01T09:00:00+08:00']
  const lights = new Set<Light>(
    moments.flatMap((now) => lives.map(({ ledger, item }) => lightOf(ledger, item, now, calendar))),
  )
  expect([...lights].sort()).toEqual([...LIGHTS].sort())
})
