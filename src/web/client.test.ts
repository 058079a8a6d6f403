// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newKey, post, queryClient, send, sessionKey } from './client.ts'
import { fieldMessage, Problem, problemOf } from './problem.ts'

type Sent = { url: string; init: RequestInit; headers: Headers }
const sent: Sent[] = []

/** The platform's fetch, answered here; everything of ours is real. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init, headers: new Headers(init.headers) })
    return new Response(body === null ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/problem+json', ...headers },
    })
  })
}

beforeEach(() => {
  sent.length = 0
  queryClient.clear()
  document.documentElement.lang = 'zh-CN'
})
afterEach(() => vi.unstubAllGlobals())

test('a write carries the token of the session, a key of its own and the version it read', async () => {
  queryClient.setQueryData(sessionKey, { csrf: 'token' })
  answer(200, { ok: true }, { etag: '"8"' })
  await post('/items/1/actions/report', { note: 'x' }, { match: 7 })
  await post('/items/1/actions/report', { note: 'x' })
  const [first, second] = sent
  expect(first?.url).toBe('/api/items/1/actions/report')
  expect(first?.headers.get('x-csrf-token')).toBe('token')
  expect(first?.headers.get('if-match')).toBe('"7"')
  expect(first?.headers.get('idempotency-key')).not.toBe(second?.headers.get('idempotency-key'))
  expect(second?.headers.has('if-match')).toBe(false)
})

test('a read carries neither token nor key, and gives the ETag', async () => {
  answer(200, { ok: true }, { etag: '"8"' })
  expect(await send('GET', '/items/1')).toEqual({ data: { ok: true }, etag: '"8"' })
  expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  expect(sent[0]?.headers.get('accept-language')).toBe('zh-CN')
})

test('a refusal is a problem with its fields and what is stored now', async () => {
  const message = { zh: '已完工：16 多于总数 15。', en: 'Done: 16 is over 15.' }
  answer(409, {
    code: 'conflict',
    title: '别人刚改过',
    errors: [{ field: 'done', code: 'over', message }],
    current: { version: 9 },
  })
  const problem = await post('/items/1').catch(problemOf)
  expect(problem).toMatchObject({ status: 409, code: 'conflict', title: { zh: '别人刚改过' }, current: { version: 9 } })
  expect(fieldMessage(problem, 'done')).toEqual(message)
  expect(fieldMessage(problem, 'other')).toBeUndefined()
})

test('a 401 ends the session, but a wrong password does not', async () => {
  queryClient.setQueryData(sessionKey, { csrf: 'token' })
  answer(401, { code: 'not_signed_in' })
  await expect(post('/session', {})).rejects.toBeInstanceOf(Problem)
  expect(queryClient.getQueryData(sessionKey)).toEqual({ csrf: 'token' })
  await expect(send('GET', '/items/1')).rejects.toMatchObject({ status: 401 })
  expect(queryClient.getQueryData(sessionKey)).toBeNull()
})

test('a lost connection is a problem that can be tried again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  await expect(send('GET', '/items/1')).rejects.toMatchObject({ status: 0, code: 'offline' })
})

test('keys are version 4 UUIDs', () => {
  expect(newKey()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})
