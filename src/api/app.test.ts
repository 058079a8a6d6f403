import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser, openTestApp, type TestApp } from './testing.ts'

const root = mkdtempSync(join(tmpdir(), 'luoshi-web-'))
const script = `console.log(${JSON.stringify('落实'.repeat(1000))})\n`
let city: TestApp
let browser: Browser
beforeAll(async () => {
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>落实</title>')
  writeFileSync(join(root, 'assets/main-a1B2c3D4.js'), script)
  writeFileSync(join(root, 'favicon.svg'), '<svg/>')
  writeFileSync(join(root, '..', 'luoshi-secret.txt'), 'not for the web')
  city = await openTestApp({ webRoot: root })
  browser = new Browser(city.app)
})
afterAll(async () => {
  await city.close()
  rmSync(root, { recursive: true })
  rmSync(join(root, '..', 'luoshi-secret.txt'))
})

test('a page of the app has any address but those of files and of the API', async () => {
  for (const path of ['/', '/items/0190', '/ledgers/all?light=late', '/my-work']) {
    const { status, headers, body } = await browser.get<string>(path)
    expect(status).toBe(200)
    expect(body).toContain('<title>落实</title>')
    expect(headers.get('cache-control')).toBe('no-cache')
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
  }
  expect((await browser.get('/missing.js')).status).toBe(404)
  expect((await browser.get('/api/missing')).status).toBe(404)
})

test('hashed assets are kept for a year; every file is compressed as the browser asks', async () => {
  const path = '/assets/main-a1B2c3D4.js'
  const plain = await browser.raw('GET', path)
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(plain.headers.get('content-type')).toContain('text/javascript')
  expect(await plain.text()).toBe(script)
  const br = await browser.raw('GET', path, undefined, { 'accept-encoding': 'gzip, br' })
  expect(br.headers.get('content-encoding')).toBe('br')
  expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(script)
  const gzip = await browser.raw('GET', path, undefined, { 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(script)
})

test('a file that did not change is not sent again', async () => {
  const first = await browser.raw('GET', '/favicon.svg')
  const etag = first.headers.get('etag') ?? ''
  expect((await browser.raw('GET', '/favicon.svg', undefined, { 'if-none-match': etag })).status).toBe(304)
})

test.each([
  '/../luoshi-secret.txt',
  '/..%2fluoshi-secret.txt',
  '/%2e%2e/luoshi-secret.txt',
  '/assets/..%5c..%5cluoshi-secret.txt',
  '/%00',
  '/%zz',
])('%s stays inside the folder', async (path) => {
  const { body } = await browser.get<string>(path)
  expect(JSON.stringify(body)).not.toContain('not for the web')
})

test('long answers of the API are compressed where the caller asks', async () => {
  const clerk = await city.signIn('clerk')
  const { headers } = await clerk.raw('GET', '/api/units', undefined, { 'accept-encoding': 'gzip' })
  expect(headers.get('content-encoding')).toBe('gzip')
})

test('behind https the cookie is Secure and bound to this host', async () => {
  const headers = { 'x-forwarded-proto': 'https' }
  const body = { login: 'clerk', password: 'a long enough password' }
  const heard = await browser.post('/api/session', body, headers)
  const cookie = heard.headers.get('set-cookie') ?? ''
  expect(cookie).toMatch(/^__Host-luoshi=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const again = await browser.get('/api/session', { ...headers, cookie: cookie.split(';')[0] ?? '' })
  expect(again.status).toBe(200)
})
