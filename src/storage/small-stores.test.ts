import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedYears } from '../calendar/testing.ts'
import { addAudit, countAudit, dropOldAudit, listAudit } from './audit-store.ts'
import type { Database } from './database.ts'
import { countActions, listCityEntries } from './entry-store.ts'
import { countFiles, findFile, findFileInfo, putFile } from './file-store.ts'
import { listHolidayYears, putHolidayYears } from './holiday-store.ts'
import { dropOldAnswers, findAnswer, keepAnswer } from './idempotency-store.ts'
import { insertObservations, listIndicators, listObservations, upsertIndicators } from './indicator-store.ts'
import { deleteLink, insertLinks, listLinks, listLinksTo } from './link-store.ts'
import { migrate } from './migrate.ts'
import { listMilestones, upsertMilestones } from './milestone-store.ts'
import { countUnread, listNotifications, markRead, notify } from './notification-store.ts'
import { takeNumbers } from './number-store.ts'
import type { Schema } from './schema.ts'
import { supervision13710 } from '../ledgers/supervision-13710.ts'
import { randomLife, store } from './testing-items.ts'
import { testDatabase } from './testing.ts'
import { deleteView, insertView, listViews } from './view-store.ts'

const CITY = 'city'
const at = (day: string) => `2024-09-${day}T10:00:00+08:00`
const text = (zh: string) => ({ zh, en: zh })
let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
})
afterAll(() => database.close())

test('numbers of a series follow one another, also when they are taken at once', async () => {
  const { db } = database
  const taken = await Promise.all([3, 1, 5].map((n) => takeNumbers(db, CITY, 'duban', n)))
  expect(taken.flat().sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(await takeNumbers(db, CITY, 'other', 2)).toEqual([1, 2])
})

test('a file is kept once, under its first name', async () => {
  const { db } = database
  const bytes = Uint8Array.from({ length: 70_000 }, (_, n) => n % 256)
  const file = { sha256: 'a'.repeat(64), name: '照片.jpg', type: 'image/jpeg', bytes, at: at('01') }
  await putFile(db, CITY, file)
  await putFile(db, CITY, { ...file, name: '另一个名字.jpg' })
  const stored = await findFile(db, CITY, file.sha256)
  expect(Buffer.compare(stored?.bytes ?? Buffer.of(), bytes)).toBe(0)
  const info = { sha256: file.sha256, name: '照片.jpg', type: 'image/jpeg', size: 70_000 }
  expect(await findFileInfo(db, CITY, file.sha256)).toEqual(info)
  expect(await findFile(db, 'other', file.sha256)).toBeNull()
  expect(await countFiles(db, CITY)).toBe(1)
})

test('audit events: newest first, by page, counted by address, dropped when old', async () => {
  const { db } = database
  const event = (id: string, day: string) => ({
    id,
    at: at(day),
    event: 'sign_in_failed',
    account: null,
    login: 'x',
    address: '10.0.0.1',
    detail: { n: 1 },
  })
  for (const [id, day] of [
    ['e1', '01'],
    ['e2', '02'],
    ['e3', '02'],
  ] as const)
    await addAudit(db, CITY, event(id, day))
  expect((await listAudit(db, CITY)).map(({ id }) => id)).toEqual(['e3', 'e2', 'e1'])
  const after = { at: at('02'), id: 'e3' }
  expect((await listAudit(db, CITY, { after, limit: 1 })).map(({ id }) => id)).toEqual(['e2'])
  expect(await listAudit(db, CITY, { event: 'sign_in' })).toEqual([])
  expect(await countAudit(db, CITY, { event: 'sign_in_failed', address: '10.0.0.1', since: at('02') })).toBe(2)
  expect(await dropOldAudit(db, CITY, at('02'))).toBe(1)
})

test('notes for a post are read by whoever holds it', async () => {
  const { db } = database
  const note = (id: string, day: string) => ({ id, post: 'p', at: at(day), kind: 'press', item: null, text: text(id) })
  await notify(db, CITY, [note('n1', '01'), note('n2', '02'), { ...note('n3', '03'), post: 'q' }])
  expect((await listNotifications(db, CITY, 'p')).map(({ id }) => id)).toEqual(['n2', 'n1'])
  await markRead(db, CITY, 'p', { ids: ['n1', 'n3'], at: at('04') })
  expect(await countUnread(db, CITY, 'p')).toBe(1)
  expect(await countUnread(db, CITY, 'q')).toBe(1)
  await markRead(db, CITY, 'p', { ids: 'all', at: at('05') })
  const list = await listNotifications(db, CITY, 'p')
  expect(list.map(({ readAt }) => readAt)).toEqual([at('05'), at('04')])
  expect(await listNotifications(db, CITY, 'p', { unread: true })).toEqual([])
})

test('saved views stay in their order and belong to their account', async () => {
  const { db } = database
  await insertView(db, CITY, 'a', { id: 'v2', ledger: 'l', name: '逾期', query: 'light=late' })
  await insertView(db, CITY, 'a', { id: 'v1', ledger: 'm', name: '静默', query: 'silent=true' })
  expect((await listViews(db, CITY, 'a')).map(({ id }) => id)).toEqual(['v2', 'v1'])
  expect((await listViews(db, CITY, 'a', 'm')).map(({ id }) => id)).toEqual(['v1'])
  await expect(deleteView(db, CITY, 'b', 'v1')).rejects.toMatchObject({ code: 'not_found' })
  await deleteView(db, CITY, 'a', 'v1')
  expect(await listViews(db, CITY, 'a')).toHaveLength(1)
})

test('the first answer to a key stands', async () => {
  const { db } = database
  const answer = { account: 'a', key: 'k', at: at('01'), request: 'hash', status: 201, answer: { id: 1 } }
  expect(await keepAnswer(db, CITY, answer)).toBe(true)
  expect(await keepAnswer(db, CITY, { ...answer, status: 500 })).toBe(false)
  expect(await findAnswer(db, CITY, 'a', 'k')).toEqual({ request: 'hash', status: 201, answer: { id: 1 } })
  expect(await findAnswer(db, CITY, 'b', 'k')).toBeNull()
  expect(await dropOldAnswers(db, CITY, at('02'))).toBe(1)
})

test('links are found from both ends', async () => {
  const { db } = database
  const link = {
    id: 'l1',
    item: 'i',
    kind: 'indicator' as const,
    target: 'ind_gdp',
    label: '生产总值',
    createdAt: at('01'),
  }
  await insertLinks(db, CITY, [link, { ...link, id: 'l2', item: 'j' }])
  expect(await listLinks(db, CITY, 'i')).toEqual([link])
  expect((await listLinksTo(db, CITY, 'indicator', 'ind_gdp')).map(({ item }) => item)).toEqual(['i', 'j'])
  await deleteLink(db, CITY, 'i', 'l1')
  expect(await listLinks(db, CITY, 'i')).toEqual([])
})

test('an indicator as it was known on a day', async () => {
  const { db } = database
  const indicator = {
    id: 'ind',
    name: text('增速'),
    unit: '%',
    position: 1,
    target: { op: '≥' },
    frequency: 'quarter',
    source: '统计局',
  }
  await upsertIndicators(db, CITY, [indicator])
  await upsertIndicators(db, CITY, [{ ...indicator, unit: '‰' }])
  expect(await listIndicators(db, CITY)).toEqual([{ ...indicator, unit: '‰' }])
  const first = {
    id: 'o1',
    indicator: 'ind',
    period: '2024-Q1',
    endsOn: '2024-03-31',
    value: '3.70',
    source: '统计局',
    status: 'preliminary' as const,
    releasedOn: '2024-04-19',
    replaces: null,
  }
  const revised = {
    ...first,
    id: 'o2',
    value: '3.65',
    status: 'revised' as const,
    releasedOn: '2024-07-01',
    replaces: 'o1',
  }
  await insertObservations(db, CITY, [first, revised])
  expect(await listObservations(db, CITY, { asOf: '2024-04-18' })).toEqual([])
  expect(await listObservations(db, CITY, { asOf: '2024-06-30' })).toEqual([first])
  expect(await listObservations(db, CITY, { asOf: '2024-07-01', indicator: 'ind' })).toEqual([revised])
})

test('milestones of a year, and holiday years as they were given', async () => {
  const { db } = database
  await upsertMilestones(db, CITY, [{ id: 'm', on: '2024-12-31', name: text('通车') }])
  await upsertMilestones(db, CITY, [{ id: 'm', on: '2024-10-31', name: text('开工') }])
  expect(await listMilestones(db, CITY, 2024)).toEqual([{ id: 'm', on: '2024-10-31', name: text('开工') }])
  expect(await listMilestones(db, CITY, 2025)).toEqual([])
  await putHolidayYears(db, CITY, shippedYears, at('01'))
  await putHolidayYears(db, CITY, shippedYears, at('02'))
  const years = await listHolidayYears(db, CITY)
  expect(years.map(({ data }) => data)).toEqual(shippedYears)
  expect(years[0]?.loadedAt).toBe(at('02'))
})

test('what was done in the city in a time, and to whose items', async () => {
  const { db } = database
  const life = randomLife(supervision13710, 'city-item', 4, 20)
  await store(db, CITY, life)
  const all = await listCityEntries(db, CITY, { since: '2024-01-01T00:00:00+08:00' })
  expect(all.map(({ seq }) => seq)).toEqual(life.steps.map(({ entry }) => entry.seq).reverse())
  expect(all[0]).toMatchObject({ item: 'city-item', title: life.item.title, version: life.item.version })
  const created = await listCityEntries(db, CITY, { since: '2024-01-01T00:00:00+08:00', actions: ['create'] })
  expect(created).toHaveLength(1)
  const since = created[0]!.at
  const counts = { since, until: '2030-01-01T00:00:00+08:00', actions: ['create'] }
  expect(await countActions(db, CITY, counts)).toEqual([
    { leadUnit: life.item.lead_unit, action: 'create', entries: 1 },
  ])
  expect(await listCityEntries(db, CITY, { since, until: since })).toEqual([])
})
