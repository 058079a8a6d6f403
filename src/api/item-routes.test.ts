import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page, ProblemBody } from './present/common.ts'
import type { BulkResult, EntryView, ItemRow, ItemView } from './present/item.ts'
import { type Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
let chief: Browser
let zjj: Browser
let fgw: Browser
beforeAll(async () => {
  city = await openTestApp()
  ;[clerk, chief, zjj, fgw] = await Promise.all([
    city.signIn('clerk'),
    city.signIn('chief'),
    city.signIn('zjj'),
    city.signIn('fgw'),
  ])
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

describe('the life of a matter', () => {
  test('is opened with its ETag, address, clocks with their reasons, and its first entry', async () => {
    const heard = await clerk.post<ItemView>('/api/ledgers/supervision_13710/items', {
      title: '开通公交线路',
      lead_unit: 'org_jtj',
      values: { item_class: 'routine', gravity: 'major' },
    })
    expect(heard.status).toBe(201)
    expect(heard.headers.get('etag')).toBe('"1"')
    expect(heard.headers.get('location')).toBe(`/api/items/${heard.body.id}`)
    const item = heard.body
    expect(item).toMatchObject({
      number: '督0001',
      stage: 'issued',
      leadUnit: { id: 'org_jtj', short: { zh: '市交通局' } },
      light: 'warn',
      silent: false,
      entries: [{ action: 'create', label: { zh: '交办' }, unit: { zh: '督查室' }, reverted: false }],
      roles: ['supervisor'],
      origin: null,
      closedAt: null,
    })
    expect(item.rungs.map(({ mark }) => mark.zh).join('')).toBe('13月0')
    const settle = item.clocks.find(({ id }) => id === 'settle')
    expect(settle?.dueAt).toMatch(/^2024-10-18T/)
    expect(settle?.why?.steps.length).toBeGreaterThan(1)
    expect(settle?.why?.days.at(-1)?.role).toBe('due')
    expect(settle?.why?.rule.zh).toContain('13710')
    expect(item.status.reported).toMatchObject({ light: 'wait', value: null, note: { zh: '还没报过' } })
  })

  test('moves through actions, each with the version it was read at', async () => {
    let item = await openMatter(clerk)
    const signed = await zjj.act(item, 'sign')
    expect(signed).toMatchObject({ status: 200, body: { stage: 'signed', version: 2, roles: ['owner'] } })
    expect(signed.headers.get('etag')).toBe('"2"')
    item = (await zjj.act(signed.body, 'deploy', { values: { measures: '每日调度，两班施工' } })).body
    item = (await zjj.act(item, 'report', { values: { problem: 'works', done: 2 } })).body
    expect(item.lastReportAt).not.toBeNull()
    const submit = item.actions.find(({ id }) => id === 'submit')
    expect(submit).toMatchObject({ open: false, refusals: [{ code: 'needs_proof' }] })
    const refused = await zjj.act(item, 'submit')
    expect(refused).toMatchObject({ status: 422, body: { code: 'refused', errors: [{ code: 'needs_proof' }] } })
    expect((await zjj.get<ItemView>(`/api/items/${item.id}`)).body.version).toBe(item.version)
  })

  test('is taken back within ten minutes, and both entries stay', async () => {
    const item = await openMatter(clerk)
    const signed = (await zjj.act(item, 'sign')).body
    expect(signed.actions.some(({ id, open }) => id === 'undo' && open)).toBe(true)
    const undone = (await zjj.act(signed, 'undo')).body
    expect(undone).toMatchObject({ stage: 'issued', version: 3 })
    expect(undone.entries.map(({ action, reverted }) => [action, reverted])).toEqual([
      ['undo', false],
      ['sign', true],
      ['create', false],
    ])
  })

  test('an action that a role may not take, or that does not exist, is refused with the reason', async () => {
    const item = await openMatter(clerk)
    const wrong = await zjj.act(item, 'close')
    expect(wrong.status).toBe(422)
    expect(wrong.body.errors?.map(({ code }) => code)).toContain('wrong_role')
    expect(await zjj.act(item, 'fly')).toMatchObject({ status: 422, body: { errors: [{ code: 'unknown_action' }] } })
  })
})

describe('two people at once', () => {
  test('the second one is told who did what, and is given the item as it stands', async () => {
    const item = await openMatter(clerk)
    expect((await zjj.act(item, 'sign')).status).toBe(200)
    const heard = await chief.act(item, 'press')
    expect(heard.status).toBe(409)
    expect(heard.headers.get('content-type')).toContain('application/problem+json')
    expect(heard.body).toMatchObject({ code: 'conflict', current: { id: item.id, version: 2, stage: 'signed' } })
    expect(heard.body.errors?.[0]?.message.zh).toMatch(/市住建局.*签收/)
  })

  test('of many at the same moment exactly one wins', async () => {
    const item = await openMatter(clerk)
    const heard = await Promise.all(Array.from({ length: 6 }, () => zjj.act(item, 'sign')))
    expect(heard.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409, 409, 409])
  })

  test.each([
    ['missing', {}],
    ['not a version', { 'if-match': 'seven' }],
    ['any version', { 'if-match': '*' }],
  ])('If-Match %s: 428', async (_, headers) => {
    const item = await openMatter(clerk)
    const heard = await zjj.post<ProblemBody>(`/api/items/${item.id}/actions/sign`, {}, headers)
    expect(heard).toMatchObject({ status: 428, body: { code: 'needs_version' } })
  })

  test('a version weakened by compression is understood', async () => {
    const item = await openMatter(clerk)
    const heard = await zjj.post(`/api/items/${item.id}/actions/sign`, {}, { 'if-match': 'W/"1"' })
    expect(heard.status).toBe(200)
  })
})

describe('a write under an idempotency key', () => {
  const body = { title: '同一件事', lead_unit: 'org_zjj', values: { item_class: 'routine', gravity: 'general' } }
  const path = '/api/ledgers/supervision_13710/items'

  test('is done once, also when it is sent at the same moment', async () => {
    const headers = { 'idempotency-key': 'once-1' }
    const heard = await Promise.all([1, 2, 3].map(() => clerk.post<ItemView>(path, body, headers)))
    const again = await clerk.post<ItemView>(path, body, headers)
    expect([...heard, again].map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set([...heard, again].map(({ body: { id } }) => id)).size).toBe(1)
    expect(again.headers.get('etag')).toBe('"1"')
  })

  test('cannot be used for something else, but by another account', async () => {
    const headers = { 'idempotency-key': 'once-2' }
    expect((await clerk.post(path, body, headers)).status).toBe(201)
    const other = await clerk.post(path, { ...body, title: '另一件事' }, headers)
    expect(other).toMatchObject({ status: 409, body: { code: 'key_reused' } })
    expect((await chief.post(path, body, headers)).status).toBe(201)
  })

  test('a refusal is not kept: the cure may be elsewhere', async () => {
    const headers = { 'idempotency-key': 'once-3' }
    const wrong = { ...body, lead_unit: 'org_nowhere' }
    expect((await clerk.post(path, wrong, headers)).status).toBeGreaterThanOrEqual(400)
    expect((await clerk.post(path, body, headers)).status).toBe(201)
  })
})

describe('who sees what', () => {
  test('a unit its own, as lead or co; others not even that it exists', async () => {
    const item = await openMatter(clerk, '只给住建和交通')
    const jtj = await city.signIn('jtj')
    expect((await jtj.get(`/api/items/${item.id}`)).status).toBe(200)
    const heard = await fgw.get<ProblemBody>(`/api/items/${item.id}`)
    expect(heard).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect((await fgw.get(`/api/items/${item.id}/entries`)).status).toBe(404)
    expect((await fgw.act(item, 'remark', { note: '看一眼' })).status).toBe(404)
    const listed = await fgw.get<Page<ItemRow>>('/api/items')
    expect(
      listed.body.items.every(({ leadUnit, coUnits }) => [leadUnit, ...coUnits].some(({ id }) => id === 'org_fgw')),
    ).toBe(true)
    expect(listed.body.total).toBe(0)
  })

  test('the mayor and the reader all, a leader his line, the administrator nothing', async () => {
    await clerk.post('/api/ledgers/supervision_13710/items', {
      title: '发改的事',
      lead_unit: 'org_fgw',
      values: { item_class: 'routine', gravity: 'general' },
    })
    const total = async (login: string) => {
      const browser = await city.signIn(login)
      return (await browser.get<Page<ItemRow>>('/api/items')).body.total
    }
    const all = await total('clerk')
    expect(await total('mayor')).toBe(all)
    expect(await total('viewer')).toBe(all)
    expect(await total('vice')).toBe(all - 1)
    expect((await (await city.signIn('admin')).get('/api/items')).status).toBe(403)
  })

  test('bulk is the supervision office’s, and answers item by item', async () => {
    const [one, two] = [await openMatter(clerk), await openMatter(clerk)]
    const items = [
      { id: one.id, version: 1 },
      { id: two.id, version: 9 },
    ]
    const heard = await clerk.post<BulkResult>('/api/items/bulk', { action: 'press', items, note: '请抓紧' })
    expect(heard.body.results).toMatchObject([
      { id: one.id, ok: true, reasons: [] },
      { id: two.id, ok: false },
    ])
    expect((await zjj.post('/api/items/bulk', { action: 'press', items })).status).toBe(403)
  })
})

describe('reading', () => {
  test('If-None-Match with the version: 304 without a body', async () => {
    const item = await openMatter(clerk)
    const response = await zjj.raw('GET', `/api/items/${item.id}`, undefined, { 'if-none-match': '"1"' })
    expect(response.status).toBe(304)
    expect(await response.text()).toBe('')
  })

  test('pages come whole, once each, in the order asked for', async () => {
    for (let i = 0; i < 7; i += 1) await openMatter(clerk, `分页 ${i}`)
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 20; page += 1) {
      const { body } = await clerk.get<Page<ItemRow>>(`/api/items?sort=number&limit=3&q=分页${after}`)
      seen.push(...body.items.map(({ number }) => number))
      expect(body.total).toBe(7)
      if (body.next === null) break
      after = `&after=${encodeURIComponent(body.next)}`
    }
    expect(seen).toHaveLength(7)
    expect([...seen].sort()).toEqual(seen)
  })

  test('as of a past moment: the item as it stood, and nothing can be done', async () => {
    const item = await openMatter(clerk)
    const then = city.desk.now()
    city.desk.pass(1)
    await zjj.act(item, 'sign')
    const past = await zjj.get<ItemView>(`/api/items/${item.id}?at=${encodeURIComponent(then)}`)
    expect(past.body).toMatchObject({ stage: 'issued', version: 1, actions: [], entryCount: 1 })
    expect((await zjj.get<ItemView>(`/api/items/${item.id}?at=2024-09-18`)).body.stage).toBe('signed')
    expect((await zjj.get(`/api/items/${item.id}?at=2024-09-17`)).status).toBe(404)
    expect((await zjj.get(`/api/items/${item.id}?at=2030-01-01`)).status).toBe(400)
  })

  test('history by pages, and its chain holds', async () => {
    let item = await openMatter(clerk)
    for (const note of ['一', '二', '三', '四']) item = (await zjj.act(item, 'remark', { note })).body
    const first = await zjj.get<Page<EntryView>>(`/api/items/${item.id}/entries?limit=3`)
    expect(first.body).toMatchObject({ total: 5, next: '3' })
    const rest = await zjj.get<Page<EntryView>>(`/api/items/${item.id}/entries?limit=3&after=3`)
    expect(rest.body.items.map(({ seq }) => seq)).toEqual([2, 1])
    expect(rest.body.next).toBeNull()
    expect((await zjj.get(`/api/items/${item.id}/chain`)).body).toEqual({ entries: 5, brokenAt: null })
  })
})
