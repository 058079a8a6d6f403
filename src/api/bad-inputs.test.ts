import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody } from './present/common.ts'
import { type Browser, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
beforeAll(async () => {
  city = await openTestApp()
  clerk = await city.signIn('clerk')
})
afterAll(async () => {
  // Whatever was sent, none of it was a fault of ours.
  expect(city.logged).toEqual([])
  await city.close()
})

const NEW = '/api/ledgers/special_task/items'
const good = { title: '一件事', lead_unit: 'org_zjj', values: { deadline: '2024-12-31' } }
const json = { 'content-type': 'application/json' }

function isProblem(body: ProblemBody) {
  expect(body.type).toBe(`urn:luoshi:problem:${body.code}`)
  for (const text of [body.title, body.detail, ...(body.errors ?? []).map(({ message }) => message)]) {
    expect(text.zh).toMatch(/\p{Script=Han}/u)
    expect(text.en).not.toMatch(/\p{Script=Han}/u)
  }
}

describe('bodies', () => {
  test('a good one passes', async () => {
    expect((await clerk.post(NEW, good)).status).toBe(201)
  })

  test.each<[string, unknown, number, string | null]>([
    ['no title', { ...good, title: undefined }, 400, 'title'],
    ['a blank title', { ...good, title: '   ' }, 400, 'title'],
    ['a long title', { ...good, title: '字'.repeat(201) }, 400, 'title'],
    ['a unit that is none', { ...good, lead_unit: 'zjj' }, 400, 'lead_unit'],
    ['a field that does not exist', { ...good, values: { deadline: '2024-12-31', colour: 'red' } }, 400, 'values'],
    ['an option that does not exist', { ...good, values: { deadline: '2024-12-31', urgency: 'very' } }, 400, 'urgency'],
    ['the day before 1900', { ...good, values: { deadline: '1899-12-31' } }, 400, 'deadline'],
    ['30 February', { ...good, values: { deadline: '2024-02-30' } }, 400, 'deadline'],
    ['a day of words', { ...good, values: { deadline: '年底' } }, 400, 'deadline'],
    ['no deadline', { ...good, values: {} }, 400, 'deadline'],
    ['a number as text', { ...good, values: { deadline: '2024-12-31', target_value: '15' } }, 400, 'target_value'],
    ['a key too many', { ...good, stage: 'closed' }, 400, null],
    ['a list', [good], 400, null],
    ['null', null, 400, null],
    ['a unit that is not here', { ...good, lead_unit: 'org_nowhere' }, 400, 'lead_unit'],
  ])('%s', async (_, body, status, field) => {
    const heard = await clerk.post<ProblemBody>(NEW, body)
    expect(heard.status).toBe(status)
    isProblem(heard.body)
    expect(heard.body.errors?.map((one) => one.field)).toContain(field)
  })

  test.each<[string, string, Record<string, string>, number, string]>([
    ['half a body', '{"title": "一件', json, 400, 'bad_json'],
    ['an empty body', '', json, 400, 'bad_request'],
    ['not JSON', 'title=x', json, 400, 'bad_json'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'wrong_type'],
    ['plain text', '{}', { 'content-type': 'text/plain' }, 415, 'wrong_type'],
    ['more than a megabyte', `"${'x'.repeat(1024 * 1024)}"`, json, 413, 'too_large'],
    ['a declared gigabyte', '{}', { ...json, 'content-length': '1073741824' }, 413, 'too_large'],
    ['less than declared', '{}', { ...json, 'content-length': '40' }, 400, 'bad_request'],
    [
      'a lone surrogate',
      '{"title":"\\ud800","lead_unit":"org_zjj","values":{"deadline":"2024-12-31"}}',
      json,
      400,
      'bad_request',
    ],
    [
      'a NUL',
      '{"title":"a\\u0000b","lead_unit":"org_zjj","values":{"deadline":"2024-12-31"}}',
      json,
      400,
      'bad_request',
    ],
    ['a prototype', '{"__proto__":{"title":"x"}}', json, 400, 'bad_request'],
  ])('%s', async (_, body, headers, status, code) => {
    const heard = await clerk.post<ProblemBody>(NEW, body, headers)
    expect(heard).toMatchObject({ status, body: { code } })
    isProblem(heard.body)
  })

  test('GB18030 instead of UTF-8', async () => {
    const bytes = new Uint8Array([0x22, 0xc2, 0xe4, 0xca, 0xb5, 0x22])
    const response = await clerk.raw('POST', NEW, new Blob([bytes]).stream(), json)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'bad_json' })
  })

  test('a body that breaks off stores nothing', async () => {
    const before = (await clerk.get<{ total: number }>('/api/items')).body.total
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('{"title"'))
        controller.error(new Error('the connection is gone'))
      },
    })
    const heard = await clerk.post<ProblemBody>(NEW, body, json)
    expect(heard).toMatchObject({ status: 400, body: { code: 'bad_request' } })
    expect((await clerk.get<{ total: number }>('/api/items')).body.total).toBe(before)
  })
})

describe('addresses', () => {
  test.each<[string, string | null]>([
    ['colour=red', 'colour'],
    ['sort=beauty', 'sort'],
    ['dir=up', 'dir'],
    ['light=green', 'light.0'],
    ['light=late&light=green', 'light.1'],
    ['limit=0', 'limit'],
    ['limit=100000', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=5&limit=6', 'limit'],
    ['after=nonsense', 'after'],
    ['after=eyJzb3J0Ijoi', 'after'],
    ['month=2024-13', 'month'],
    ['month=1899-12', 'month'],
    ['openedFrom=1899-12-31', 'openedFrom'],
    ['openedTo=2024-02-30', 'openedTo'],
    ['due=someday', 'due'],
    ['silent=maybe', 'silent'],
    ['stage=nowhere', 'stage'],
    ['ledger=none', 'ledger'],
    ['f.colour=red', 'f.colour'],
    ['metric=none', 'metric'],
    ['metric=closing_rate', 'metric'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['region=14', 'region.0'],
  ])('/api/items?%s', async (search, field) => {
    const heard = await clerk.get<ProblemBody>(`/api/items?${search}`)
    expect(heard).toMatchObject({ status: 400, body: { code: 'bad_request' } })
    isProblem(heard.body)
    expect(heard.body.errors?.map((one) => one.field)).toContain(field)
  })

  test.each(["' or 1=1 --", '%', '_', '\\', '😀', '\u0000', '"', 'a'.repeat(100)])('the search takes %j', async (q) => {
    expect((await clerk.get(`/api/items?q=${encodeURIComponent(q)}`)).status).toBeLessThan(500)
    expect((await clerk.get(`/api/search?q=${encodeURIComponent(q)}`)).status).toBeLessThan(500)
    expect((await clerk.get(`/api/items?f.urgency=${encodeURIComponent(q)}`)).status).toBeLessThan(500)
  })

  test.each([
    '/api/items/1',
    '/api/items/..%2f..',
    '/api/items/00000000-0000-7000-8000-000000000000',
    '/api/files/abc',
  ])('%s: 404', async (path) => {
    const heard = await clerk.get<ProblemBody>(path)
    expect(heard).toMatchObject({ status: 404, body: { code: 'not_found' } })
    isProblem(heard.body)
  })

  test('an unknown path is a problem, whoever asks', async () => {
    const heard = await clerk.get<ProblemBody>('/api/nowhere')
    expect(heard).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(heard.headers.get('content-type')).toContain('application/problem+json')
  })

  test('a known path under another method says which it takes', async () => {
    const heard = await clerk.send<ProblemBody>('DELETE', '/api/items')
    expect(heard).toMatchObject({ status: 405, body: { code: 'wrong_method' } })
    expect(heard.headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    const options = await clerk.raw('OPTIONS', '/api/session')
    expect(options.status).toBe(204)
    expect(options.headers.get('allow')).toBe('DELETE, GET, HEAD, POST, OPTIONS')
  })

  test('HEAD is GET without the body', async () => {
    const response = await clerk.raw('HEAD', '/api/items')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })

  test.each(['', 'x'.repeat(101), 'zwei worte', '键'])('an idempotency key %j is refused or not sent', async (key) => {
    const headers = key === '键' ? {} : { 'idempotency-key': key }
    const heard = await clerk.post<ProblemBody>(NEW, good, headers)
    expect(heard.status).toBe(key === '键' ? 201 : 400)
  })
})

test('security headers stand on every answer, problems included', async () => {
  for (const path of ['/api/city', '/api/nowhere', '/api/items?x=1']) {
    const { headers } = await clerk.get(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  }
})
