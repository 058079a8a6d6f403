import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEST_PASSWORD } from '../access/testing.ts'
import type { AccountView, CalendarView, SystemView, UnitView } from './present/admin.ts'
import { Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let admin: Browser
beforeAll(async () => {
  city = await openTestApp()
  admin = await city.signIn('admin')
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

const accounts = async () => (await admin.get<AccountView[]>('/api/admin/accounts')).body
const accountOf = async (login: string) => (await accounts()).find((account) => account.login === login)

describe('accounts', () => {
  test('are listed with their post, and without anything that helps to sign in', async () => {
    const list = await accounts()
    expect(list.find(({ login }) => login === 'zjj')).toMatchObject({
      post: { id: 'post_zjj', unit: { id: 'org_zjj' } },
      since: '2024-01-01',
      locked: false,
      disabled: false,
    })
    expect(JSON.stringify(list)).not.toMatch(/argon2|password/)
  })

  test('are opened, signed in to, disabled at once, enabled and given a new password', async () => {
    const opened = await admin.post<{ id: string }>('/api/admin/accounts', {
      login: 'new-clerk',
      password: 'quite a long one',
      post: 'post_jtj',
    })
    expect(opened.status).toBe(201)
    const path = `/api/admin/accounts/${opened.body.id}`
    const browser = new Browser(city.app)
    expect((await browser.signIn('new-clerk', 'quite a long one')).body.post.id).toBe('post_jtj')
    expect((await admin.post(`${path}/disabled`, { disabled: true })).status).toBe(204)
    expect((await browser.get('/api/session')).status).toBe(401)
    expect((await new Browser(city.app).signIn('new-clerk', 'quite a long one')).status).toBe(403)
    expect((await admin.post(`${path}/disabled`, { disabled: false })).status).toBe(204)
    expect((await admin.post(`${path}/password`, { password: 'the next long one' })).status).toBe(204)
    expect((await new Browser(city.app).signIn('new-clerk', 'the next long one')).status).toBe(200)
    expect(await accountOf('new-clerk')).toMatchObject({ disabled: false, lastSeen: expect.any(String) })
  })

  test.each([
    ['a login that is taken', { login: 'zjj', password: 'quite a long one', post: 'post_zjj' }, 409],
    ['a short password', { login: 'other', password: 'short', post: 'post_zjj' }, 400],
    ['a post that is none', { login: 'other', password: 'quite a long one', post: 'post_none' }, 400],
    ['a day before 1900', { login: 'other', password: 'quite a long one', post: 'post_zjj', from: '1899-12-31' }, 400],
  ])('%s: refused', async (_, body, status) => {
    expect((await admin.post('/api/admin/accounts', body)).status).toBe(status)
    expect(await accountOf('other')).toBeUndefined()
  })

  test('a new holder takes the duties of the post; the old one loses sight of them', async () => {
    const item = await openMatter(await city.signIn('clerk'))
    const account = await accountOf('zjj')
    const move = { post: 'post_fgw', from: '2024-09-18', moves: true }
    expect((await admin.post(`/api/admin/accounts/${account?.id}/posts`, move)).status).toBe(204)
    const moved = new Browser(city.app)
    expect((await moved.signIn('zjj', TEST_PASSWORD)).body.post.id).toBe('post_fgw')
    expect((await moved.get(`/api/items/${item.id}`)).status).toBe(404)
  })

  test('are nobody else’s business', async () => {
    const clerk = await city.signIn('clerk')
    expect((await clerk.get('/api/admin/accounts')).status).toBe(403)
    expect((await clerk.post('/api/admin/accounts', {})).status).toBe(403)
    expect((await clerk.get('/api/admin/audit')).status).toBe(403)
  })
})

test('the security log comes by pages, newest first, with what happened', async () => {
  const events: string[] = []
  let after = ''
  for (let page = 0; page < 50; page += 1) {
    const { body } = await admin.get<{ items: { event: string; at: string }[]; next: string | null }>(
      `/api/admin/audit?limit=4${after}`,
    )
    events.push(...body.items.map(({ event }) => event))
    if (body.next === null) break
    after = `&after=${body.next}`
  }
  for (const event of ['signed_in', 'account_created', 'account_disabled', 'password_reset', 'post_assigned'])
    expect(events).toContain(event)
  const failed = await admin.get(`/api/admin/audit?after=nonsense`)
  expect(failed.status).toBe(400)
})

test('the system says what it is', async () => {
  const { body } = await admin.get<SystemView>('/api/admin/system')
  expect(body).toMatchObject({ version: '0.0.0-test', engineAdvice: null, items: 1, entries: 1, sample: false })
})

test('units, posts and the calendar are for everybody signed in', async () => {
  const viewer = await city.signIn('viewer')
  const units = (await viewer.get<UnitView[]>('/api/units')).body
  expect(units.find(({ id }) => id === 'org_zjj')).toMatchObject({
    short: { zh: '市住建局' },
    pinyin: expect.stringContaining('zjj'),
    posts: [{ id: 'post_zjj', roles: ['owner', 'co'] }],
  })
  const { body } = await viewer.get<CalendarView>('/api/calendar')
  expect(body.alarm?.zh).toContain('2024')
  expect((await new Browser(city.app).get('/api/units')).status).toBe(401)
})
