import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testReport } from '../commands/testing.ts'
import type { Page, ProblemBody } from './present/common.ts'
import type { ItemRow, ItemView } from './present/item.ts'
import type {
  IssueResult,
  ReaderRuleView,
  ReportSummary,
  ReportView,
  ReviewEntryView,
  ReviewResult,
} from './present/report.ts'
import { type Browser, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
let report: ReportView
beforeAll(async () => {
  city = await openTestApp()
  clerk = await city.signIn('clerk')
  const form = new FormData()
  form.set('file', new File([testReport], '报告.txt'))
  const heard = await clerk.post<ReportView>('/api/reports', form)
  expect(heard.status).toBe(201)
  expect(heard.headers.get('location')).toBe(`/api/reports/${heard.body.id}`)
  report = heard.body
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

const read = async (id = report.id) => (await clerk.get<ReportView>(`/api/reports/${id}`)).body
const review = (body: object) => clerk.post<ReviewResult & ProblemBody>(`/api/reports/${report.id}/review`, body)
const pick = (commitments: ReportView['commitments']) => commitments.map(({ id, version }) => ({ id, version }))

describe('a report comes in', () => {
  test('read into commitments with spans, owners and due dates', () => {
    expect(report).toMatchObject({ year: 2024, stage: 'reviewing', encoding: 'utf-8' })
    expect(report.commitments.length).toBeGreaterThanOrEqual(5)
    for (const { span, text } of report.commitments)
      expect(report.text.slice(...span).replace(/\s/g, '')).toContain(text.replace(/\s/g, ''))
    const homes = report.commitments.find(({ text }) => text.includes('老旧小区'))
    expect(homes).toMatchObject({
      label: 'number',
      state: 'pending',
      suggestion: { unit: { id: 'org_zjj' } },
      decision: { leadUnit: 'org_zjj', dueOn: '2024-12-31', dueDefault: true },
    })
    const roads = report.commitments.find(({ text }) => text.includes('农村路'))
    expect(roads?.decision).toMatchObject({ dueOn: '2024-10-31', dueDefault: false })
    expect(report.sections.map(({ id }) => id)).toEqual(['目', '一'])
    expect(report.counts).toMatchObject({ pending: report.commitments.length, total: report.commitments.length })
  })

  test('pasted text is read as well; the same bytes twice are refused with the report they are', async () => {
    const pasted = { text: `${testReport}\n安装充电桩30个。\n`, name: '粘贴.txt', title: '粘贴的报告' }
    const heard = await clerk.post<ReportView>('/api/reports', pasted)
    expect(heard).toMatchObject({ status: 201, body: { title: '粘贴的报告' } })
    const again = await clerk.post<ProblemBody>('/api/reports', pasted)
    expect(again).toMatchObject({ status: 409, body: { code: 'conflict', current: { report: heard.body.id } } })
    expect((await clerk.send('DELETE', `/api/reports/${heard.body.id}`)).status).toBe(204)
    expect((await clerk.get(`/api/reports/${heard.body.id}`)).status).toBe(404)
  })

  test('the original comes back byte by byte, to be kept and not run', async () => {
    const response = await clerk.raw('GET', `/api/reports/${report.id}/original`)
    expect(await response.text()).toBe(testReport)
    expect(response.headers.get('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('报告.txt')}`)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each([
    ['nothing', '', '空.txt', 400],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000\u0000', '图.txt', 415],
  ])('%s: refused', async (_, content, name, status) => {
    const form = new FormData()
    form.set('file', new File([Buffer.from(content, 'latin1')], name))
    const heard = await clerk.post<ProblemBody>('/api/reports', form)
    expect([status, 422]).toContain(heard.status)
    expect(heard.body.detail.zh).not.toBe('')
  })

  test('leaders read it, lead units do not, and only the office hands one in', async () => {
    const [mayor, zjj] = [await city.signIn('mayor'), await city.signIn('zjj')]
    expect((await mayor.get(`/api/reports/${report.id}`)).status).toBe(200)
    expect((await zjj.get(`/api/reports/${report.id}`)).status).toBe(403)
    expect((await mayor.post('/api/reports', { text: 'x', name: 'x.txt' })).status).toBe(403)
    expect((await clerk.get<ReportSummary[]>('/api/reports')).body.map(({ id }) => id)).toContain(report.id)
  })

  test('every rule that decided can be looked up', async () => {
    const { body } = await clerk.get<ReaderRuleView[]>('/api/reader-rules')
    const known = new Set(body.map(({ id }) => id))
    for (const { rules } of report.commitments) for (const rule of rules) expect(known).toContain(rule)
  })
})

describe('the review', () => {
  test('accepts many at once and answers with them, the counts and the step', async () => {
    const [first, second] = report.commitments
    const heard = await review({
      action: 'accept',
      commitments: pick([first, second].filter((one) => one !== undefined)),
    })
    expect(heard.status).toBe(200)
    expect(heard.body.commitments.map(({ state }) => state)).toEqual(['accepted', 'accepted'])
    expect(heard.body.counts).toMatchObject({ accepted: 2, pending: report.commitments.length - 2 })
    expect(heard.body.entry).toMatchObject({ action: 'accept', commitments: [1, 2], mine: true, undone: false })
  })

  test('a step is taken back, and both stay in the history', async () => {
    const heard = await clerk.post<ReviewResult>(`/api/reports/${report.id}/undo`)
    expect(heard.body.commitments.map(({ state }) => state)).toEqual(['pending', 'pending'])
    const { body } = await clerk.get<Page<ReviewEntryView>>(`/api/reports/${report.id}/entries?limit=2`)
    expect(body.items.map(({ action, undone }) => [action, undone])).toEqual([
      ['undo', false],
      ['accept', true],
    ])
    expect(body.total).toBe(2)
  })

  test('a second officer is shown what the first one saved', async () => {
    const [first] = (await read()).commitments
    if (!first) throw new Error('no commitments')
    const stale = pick([first])
    expect((await review({ action: 'later', commitments: stale })).status).toBe(200)
    const chief = await city.signIn('chief')
    const heard = await chief.post<ProblemBody>(`/api/reports/${report.id}/review`, {
      action: 'accept',
      commitments: stale,
    })
    expect(heard).toMatchObject({ status: 409, body: { current: [{ id: first.id, state: 'later' }] } })
  })

  test('an edit names its fault by field', async () => {
    const [, second] = (await read()).commitments
    const commitments = pick(second ? [second] : [])
    const unknown = await review({ action: 'edit', commitments, decision: { leadUnit: 'org_nowhere' } })
    expect(unknown.status).toBe(400)
    expect(unknown.body.errors?.[0]?.field).toContain('leadUnit')
    const shape = await review({ action: 'edit', commitments, decision: { label: 'wish' } })
    expect(shape.body.errors?.[0]).toMatchObject({ field: 'decision.label', code: 'invalid_value' })
    const without = await review({ action: 'reject', commitments })
    expect(without.body.errors?.[0]?.field).toBe('reason')
  })

  test('is issued once it is done: items with their sentence in the report', async () => {
    const early = await clerk.post<ProblemBody>(`/api/reports/${report.id}/issue`, {})
    expect(early).toMatchObject({ status: 409, body: { code: 'not_reviewed' } })
    const open = (await read()).commitments.filter(({ state }) => state === 'pending')
    await review({ action: 'accept', commitments: pick(open), decision: { leadUnit: 'org_zjj' } })
    const issued = await clerk.post<IssueResult>(`/api/reports/${report.id}/issue`, {})
    expect(issued).toMatchObject({ status: 200, body: { ledger: 'work_report_task', items: open.length } })
    const zjj = await city.signIn('zjj')
    const list = await zjj.get<Page<ItemRow>>('/api/ledgers/work_report_task/items?q=老旧小区')
    const id = list.body.items[0]?.id ?? ''
    const item = (await zjj.get<ItemView>(`/api/items/${id}`)).body
    const origin = item.origin
    expect(origin).toMatchObject({ reportId: report.id, section: '一' })
    expect(origin?.paragraph.slice(origin.mark.start, origin.mark.end)).toContain('老旧小区15个')
    expect(item.links[0]?.href).toBe(`/reports/${report.id}?c=${origin?.commitmentId}`)
    const again = await clerk.post<ProblemBody>(`/api/reports/${report.id}/issue`, {})
    expect(again).toMatchObject({ status: 409, body: { code: 'already_issued' } })
    expect((await clerk.send('DELETE', `/api/reports/${report.id}`)).status).toBe(409)
  })
})
