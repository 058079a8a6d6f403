import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ATTEMPTS, LOCK_MINUTES } from '../access/sign-in.ts'
import type { ProblemBody } from './present/common.ts'
import type { CityView, SessionView } from './present/session.ts'
import { Browser, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
beforeAll(async () => {
  city = await openTestApp()
})
afterAll(() => city.close())

describe('signing in', () => {
  test('the cookie is the browser’s alone, and the answer carries the token, the nav and the year', async () => {
    const browser = new Browser(city.app)
    const { status, headers, body } = await browser.signIn('clerk')
    expect(status).toBe(200)
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^luoshi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(body).toMatchObject({
      account: { login: 'clerk' },
      post: { id: 'post_clerk', unit: { id: 'org_dcs', name: { zh: '督查室' } } },
      nav: ['cockpit', 'day', 'reports', 'ledgers'],
      today: '2024-09-18',
      counts: { myWork: 0, day: 0, ledgers: 0, reminders: 0 },
      preferences: { large: false, lang: 'zh', keys: true },
    })
    expect(body.year.share).toBeCloseTo(262 / 366)
    expect(await browser.get('/api/session')).toMatchObject({ status: 200, body: { csrf: body.csrf } })
  })

  test('the password never comes back, and the hash is nowhere', async () => {
    const browser = await city.signIn('clerk')
    expect(JSON.stringify(browser.session)).not.toMatch(/argon2|password/i)
  })

  test('without a session: 401, and the city is open', async () => {
    const browser = new Browser(city.app)
    expect(await browser.get('/api/session')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    expect(await browser.get('/api/items')).toMatchObject({ status: 401 })
    const { status, body } = await browser.get<CityView>('/api/city')
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: { zh: '测试市' }, accounts: [] })
  })

  test('wrong passwords count down, then lock; the right one does not help any more until the time is over', async () => {
    const browser = new Browser(city.app)
    const guess = () =>
      browser.send<ProblemBody>('POST', '/api/session', { login: 'fgw', password: 'not the password' })
    for (let left = ATTEMPTS - 1; left > 0; left -= 1) {
      const { status, body } = await guess()
      expect(status).toBe(401)
      expect(body.code).toBe('wrong_password')
      expect(body.detail.zh).toContain(String(left))
    }
    expect(await guess()).toMatchObject({ status: 423, body: { code: 'locked_out' } })
    expect((await new Browser(city.app).signIn('fgw')).status).toBe(423)
    city.desk.pass(LOCK_MINUTES + 1)
    expect((await new Browser(city.app).signIn('fgw')).status).toBe(200)
  })

  test('signing out ends the session, and the cookie is worth nothing', async () => {
    const browser = await city.signIn('zjj')
    expect((await browser.send('DELETE', '/api/session')).status).toBe(204)
    expect((await browser.get('/api/session')).status).toBe(401)
  })
})

describe('writes that another site makes', () => {
  test.each([
    ['no token', { 'x-csrf-token': '' }],
    ['a wrong token', { 'x-csrf-token': 'x'.repeat(32) }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from no origin', { origin: 'null' }],
  ])('%s: refused', async (_, headers) => {
    const browser = await city.signIn('clerk')
    const heard = await browser.send<ProblemBody>('PATCH', '/api/session/preferences', { large: true }, headers)
    expect(heard).toMatchObject({ status: 403, body: { code: 'bad_csrf' } })
    expect((await browser.get<SessionView>('/api/session')).body.preferences.large).toBe(false)
  })

  test('from the same origin: done', async () => {
    const browser = await city.signIn('clerk')
    const headers = { origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' }
    const heard = await browser.send<SessionView>('PATCH', '/api/session/preferences', { lang: 'en' }, headers)
    expect(heard).toMatchObject({ status: 200, body: { preferences: { lang: 'en', large: false } } })
  })

  test('another site cannot sign a browser in', async () => {
    const browser = new Browser(city.app)
    const body = { login: 'clerk', password: 'whatever it may be' }
    const heard = await browser.send('POST', '/api/session', body, { origin: 'https://evil.example' })
    expect(heard.status).toBe(403)
  })
})

describe('an account’s own password', () => {
  test('is changed against the old one; sessions elsewhere end, this one goes on', async () => {
    const [here, elsewhere] = [await city.signIn('jtj'), await city.signIn('jtj')]
    const wrong = await here.post('/api/session/password', { old: 'not it', new: 'another long one' })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'wrong_password' } })
    const weak = await here.post('/api/session/password', { old: 'a long enough password', new: 'short' })
    expect(weak).toMatchObject({ status: 400, body: { errors: [{ field: 'new', code: 'too_short' }] } })
    const done = await here.post('/api/session/password', { old: 'a long enough password', new: 'another long one' })
    expect(done.status).toBe(204)
    expect((await here.get('/api/session')).status).toBe(200)
    expect((await elsewhere.get('/api/session')).status).toBe(401)
  })
})

test('an account acts only in posts it holds', async () => {
  const browser = await city.signIn('viewer')
  expect(await browser.post('/api/session/post', { post: 'post_mayor' })).toMatchObject({ status: 403 })
})
