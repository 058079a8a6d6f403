import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CockpitView } from './present/cockpit.ts'
import type { Page } from './present/common.ts'
import type { ItemRow } from './present/item.ts'
import type { LedgerFigures, LedgerSummary } from './present/ledger.ts'
import type { NotificationList, SearchHit, SessionView } from './present/session.ts'
import type { DayView, MyWorkView } from './present/work.ts'
import { type Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
let zjj: Browser
beforeAll(async () => {
  city = await openTestApp()
  clerk = await city.signIn('clerk')
  // One is handled, one is disputed, one falls silent and late.
  await openMatter(clerk, '静默的事')
  await openMatter(clerk, '有异议的事')
  await openMatter(clerk, '在办的事')
  city.desk.setNow('2024-09-25T10:00:00+08:00')
  clerk = await city.signIn('clerk')
  zjj = await city.signIn('zjj')
  const { items } = (await zjj.get<Page<ItemRow>>('/api/items')).body
  const idOf = (title: string) => items.find((item) => item.title === title)?.id ?? ''
  const take = async (title: string, action: string, body: object) => {
    const path = `/api/items/${idOf(title)}`
    const { body: item } = await zjj.get<ItemRow>(path)
    const heard = await zjj.post(`${path}/actions/${action}`, body, { 'if-match': `"${item.version}"` })
    expect(heard).toMatchObject({ status: 200 })
  }
  await take('有异议的事', 'dispute', { note: '不属于住建' })
  await take('在办的事', 'sign', {})
  await take('在办的事', 'deploy', { values: { measures: '每日调度' } })
  await take('在办的事', 'report', { values: { problem: 'none' } })
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

describe('my work', () => {
  test('sorts what is owed by due date; what waits for others is apart; what was handed in is listed', async () => {
    const { body } = await zjj.get<MyWorkView>('/api/my-work')
    expect(body.owed.late.map(({ item }) => item.title)).toEqual(['静默的事'])
    expect(body.owed.late[0]).toMatchObject({ light: 'late', action: { id: 'sign' }, clock: { id: 'sign' } })
    expect(body.owed.today.map(({ item }) => item.title)).toEqual(['在办的事'])
    expect(body.waiting.map(({ item }) => item.title)).toEqual(['有异议的事'])
    expect(body.done.map(({ item }) => item.title)).toEqual(['在办的事'])
    expect(body.counts).toEqual({ owed: 2, late: 1, today: 1, week: 0, waiting: 1, done: 1 })
  })

  test('the count beside the navigation is that of today and late', async () => {
    expect((await zjj.get<SessionView>('/api/session')).body.counts).toMatchObject({ myWork: 2, ledgers: 1 })
  })

  test('the load is what fell due this month, beside the median of the units', async () => {
    const { load } = (await zjj.get<MyWorkView>('/api/my-work')).body
    expect(load.month).toBe('2024-09')
    expect(load.requests).toBeGreaterThan(0)
    expect(load.parts.reduce((sum, { count }) => sum + count, 0)).toBe(load.requests)
    expect(load.median).toBe(load.requests)
  })

  test('is for those who owe, not for the office', async () => {
    expect((await clerk.get('/api/my-work')).status).toBe(403)
    expect((await zjj.get('/api/day')).status).toBe(403)
  })
})

describe('the office’s day', () => {
  test('disputes, whom to press with the reason and the notice, what falls due today', async () => {
    const { body } = await clerk.get<DayView>('/api/day')
    expect(body.disputes.map(({ title }) => title)).toEqual(['有异议的事'])
    expect(body.review).toEqual([])
    expect(body.press.map(({ title, reason }) => [title, reason.zh])).toEqual([
      ['静默的事', '签收 9月18日到期，超 7 天'],
    ])
    expect(body.dueToday).toEqual([{ at: '2024-09-25T18:00:00+08:00', count: 1 }])
    expect(body.receivedToday).toBe(1)
    const [notice] = body.notices
    expect(notice).toMatchObject({ unit: { id: 'org_zjj' }, signed: { zh: '督查室' }, date: '2024-09-25' })
    expect(notice?.body[1]?.zh).toContain('静默的事')
    expect(notice?.body.every(({ zh }) => !/\p{Script=Han} \d/u.test(zh))).toBe(true)
  })

  test('who was pressed today is not to be pressed again, and it can be taken back', async () => {
    const [row] = (await clerk.get<DayView>('/api/day')).body.press
    const items = [{ id: row?.id, version: row?.version }]
    await clerk.post('/api/items/bulk', { action: 'press', items, note: '请于明天反馈' })
    const { body } = await clerk.get<DayView>('/api/day')
    expect(body.press).toEqual([])
    expect(body.doneToday[0]).toMatchObject({ itemId: row?.id, label: { zh: '催办' }, canUndo: true })
    const told = (await zjj.get<MyWorkView>('/api/my-work')).body.owed.late[0]
    expect(told?.remark).toBe('请于明天反馈')
  })
})

describe('figures', () => {
  test('a ledger’s counts add up, and each metric opens the items it counts', async () => {
    const { body } = await clerk.get<LedgerFigures>('/api/ledgers/supervision_13710/figures')
    expect(body).toMatchObject({ total: 3, open: 3, done: 0, late: 1, dueToday: 1, review: 1, paused: 0 })
    expect(Object.values(body.byStage).reduce((sum, n) => sum + n, 0)).toBe(3)
    for (const { href, of } of body.metrics) {
      const search = href.slice(href.indexOf('?'))
      const items = await clerk.get<Page<ItemRow>>(`/api/ledgers/supervision_13710/items${search}`)
      expect(items.body.total).toBe(of)
    }
    const none = body.metrics.find(({ id }) => id === 'closing_rate_due')
    expect(none).toMatchObject({ value: null, per: 0 })
  })

  test('the list of ledgers has the counts of the post', async () => {
    const mine = async (browser: Browser) =>
      (await browser.get<LedgerSummary[]>('/api/ledgers')).body.find(({ id }) => id === 'supervision_13710')
    expect(await mine(clerk)).toMatchObject({ total: 3, late: 1, dueToday: 1 })
    expect(await mine(await city.signIn('fgw'))).toMatchObject({ total: 0, late: 0 })
  })

  test('the cockpit shows the year; without a report it says so instead of zeros', async () => {
    const { body } = await clerk.get<CockpitView>('/api/cockpit')
    expect(body.report).toBeNull()
    expect(body.year.months).toHaveLength(12)
    const september = body.year.months[8]
    expect(september).toMatchObject({ month: '2024-09' })
    expect((september?.overdue ?? 0) + (september?.metLate ?? 0)).toBeGreaterThan(0)
    expect(body.late).toMatchObject({ total: 1, rows: [{ title: '静默的事' }] })
    expect(body.today.total).toBe(1)
    const counties = await clerk.get<CockpitView>('/api/cockpit?scope=counties')
    expect(counties.body.late.total).toBe(0)
    expect((await clerk.get('/api/cockpit?scope=world')).status).toBe(400)
  })
})

describe('around the pages', () => {
  test('search finds items by words and number, units by pinyin, ledgers by name — in one’s own scope', async () => {
    const find = async (browser: Browser, q: string) =>
      (await browser.get<SearchHit[]>(`/api/search?q=${encodeURIComponent(q)}`)).body
    expect((await find(clerk, '督0001'))[0]).toMatchObject({ kind: 'item', light: 'late', href: expect.any(String) })
    expect(await find(clerk, '异议')).toHaveLength(1)
    expect((await find(clerk, 'zjj')).map(({ kind }) => kind)).toContain('unit')
    expect((await find(clerk, '13710')).map(({ kind }) => kind)).toContain('ledger')
    expect(await find(await city.signIn('fgw'), '异议')).toEqual([])
    expect(await find(clerk, '  ')).toEqual([])
  })

  test('reminders are the post’s; read ones stay read', async () => {
    const before = (await zjj.get<NotificationList>('/api/notifications')).body
    expect(before.unread).toBeGreaterThan(0)
    expect(before.items[0]?.href).toMatch(/^\/items\//)
    expect((await zjj.post('/api/notifications/read', {})).status).toBe(204)
    expect((await zjj.get<NotificationList>('/api/notifications')).body.unread).toBe(0)
  })

  test('views are an account’s own', async () => {
    const saved = await zjj.post<{ id: string }>('/api/views', {
      ledger: 'supervision_13710',
      name: '我的',
      query: '?light=late',
    })
    expect(saved).toMatchObject({ status: 201, body: { query: 'light=late' } })
    expect((await zjj.get('/api/views?ledger=supervision_13710')).body).toHaveLength(1)
    expect((await clerk.get('/api/views')).body).toEqual([])
    expect((await clerk.send('DELETE', `/api/views/${saved.body.id}`)).status).toBe(404)
    expect((await zjj.send('DELETE', `/api/views/${saved.body.id}`)).status).toBe(204)
  })
})
