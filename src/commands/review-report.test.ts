import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '../engine/actor.ts'
import {
  type Commitment,
  countCommitments,
  findCommitmentByItem,
  listCommitments,
} from '../storage/commitment-store.ts'
import { findFile } from '../storage/file-store.ts'
import { getItem } from '../storage/item-store.ts'
import { listLinks } from '../storage/link-store.ts'
import { listNotifications } from '../storage/notification-store.ts'
import { deleteReport, getReport, listPassages } from '../storage/report-store.ts'
import { listReviewEntries } from '../storage/review-store.ts'
import { issueReport } from './issue-report.ts'
import { reviewCommitments, type ReviewRequest } from './review-commitments.ts'
import { handIn, openTestDesk, refusalOf, type TestDesk, testReport } from './testing.ts'
import { undoReview } from './undo-review.ts'
import { uploadReport } from './upload-report.ts'

let desk: TestDesk
let clerk: Actor
let chief: Actor
let report: string
beforeAll(async () => {
  desk = await openTestDesk()
  ;[clerk, chief] = await Promise.all([desk.actor('post_clerk'), desk.actor('post_chief')])
})
afterAll(() => desk.close())

const rows = () => listCommitments(desk.database.db, desk.city, report)
const live = async () => (await rows()).filter(({ state }) => state !== 'merged' && state !== 'split')
const title = ({ decision }: Commitment) => decision['title']

async function find(words: string): Promise<Commitment> {
  const found = (await live()).find((row) => String(title(row)).includes(words))
  if (!found) throw new Error(`no commitment with ${words}`)
  return found
}

function review(action: ReviewRequest['action'], list: readonly Commitment[], parts: Partial<ReviewRequest> = {}) {
  const commitments = list.map(({ id, version }) => ({ id, version }))
  return reviewCommitments(desk, parts.report ? chief : clerk, { report, action, commitments, ...parts })
}

describe('handing a report in', () => {
  test('bytes, paragraphs and proposals are kept, with a suggested lead and a due date', async () => {
    report = await handIn(desk)
    const stored = await getReport(desk.database.db, desk.city, report)
    expect(stored).toMatchObject({ year: 2024, stage: 'reviewing', text: testReport })
    const file = await findFile(desk.database.db, desk.city, stored.fileSha256)
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(testReport)
    expect((await listPassages(desk.database.db, desk.city, report)).length).toBeGreaterThan(4)

    const list = await rows()
    for (const { start, end, proposal } of list)
      expect(testReport.slice(start, end).replace(/\s/g, '')).toBe(proposal['text'])
    const estates = await find('老旧小区')
    expect(estates).toMatchObject({ state: 'pending', section: '一', leadUnit: 'org_zjj', dueOn: '2024-12-31' })
    expect(estates.decision).toMatchObject({ dueDefault: true, leader: 'post_vice', targets: [{ value: 15 }] })
    expect(await find('生产总值')).toMatchObject({ section: '目', leadUnit: 'org_fgw' })
    expect((await find('四好农村路')).decision).toMatchObject({ dueOn: '2024-10-31', dueDefault: false })
  })

  test('the same file again is refused by the name of the report it is', async () => {
    const error = await refusalOf(handIn(desk))
    expect(error.code).toBe('conflict')
    expect(error.detail.zh).toContain('测试市2024年政府工作报告')
    expect(error.current).toMatchObject({ report })
  })

  test.each([
    ['nothing', Buffer.from(''), 'unreadable'],
    ['blanks', Buffer.from(' \n\n '), 'unreadable'],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0', 'latin1'), 'wrong_type'],
    ['a broken encoding', Buffer.from([0xe6, 0x94, 0xff, 0xff, 0x41]), 'unreadable'],
    ['a huge file', Buffer.alloc(6 * 1024 * 1024, 'a'), 'too_large'],
  ])('%s is refused and nothing is kept', async (_, bytes, code) => {
    expect((await refusalOf(uploadReport(desk, clerk, { name: 'x.txt', bytes }))).code).toBe(code)
  })

  test('a text that does not say its year asks for it', async () => {
    const text = '改造老旧小区15个。'
    expect((await refusalOf(uploadReport(desk, clerk, { name: '粘贴', text }))).errors).toMatchObject([
      { field: 'year', code: 'no_year' },
    ])
    const taken = await uploadReport(desk, clerk, { name: '粘贴', text, year: 2024, title: '草稿' })
    expect((await getReport(desk.database.db, desk.city, taken.report)).title).toBe('草稿')
  })

  test('is for the supervision office', async () => {
    const mayor = await desk.actor('post_mayor')
    expect((await refusalOf(uploadReport(desk, mayor, { name: 'x', text: 'y' }))).code).toBe('forbidden')
  })
})

describe('the review', () => {
  // Every test begins with a fresh review of the same report.
  beforeEach(async () => {
    await deleteReport(desk.database.db, desk.city, report)
    report = await handIn(desk)
  })

  test('accept, edit, reject and set aside, for one or many, all in the history', async () => {
    const all = await live()
    const section = all.filter((row) => row.section === '一')
    await review('accept', section)
    await review('edit', [await find('城市体检')], { decision: { leadUnit: 'org_fgw', dueOn: '2024-06-30' } })
    const checkup = await find('城市体检')
    expect(checkup).toMatchObject({
      state: 'edited',
      leadUnit: 'org_fgw',
      dueOn: '2024-06-30',
      decidedBy: 'post_clerk',
    })
    expect(checkup.decision).toMatchObject({ leader: null, dueDefault: false })
    expect((await refusalOf(review('reject', [await find('公交线路')]))).errors).toMatchObject([{ field: 'reason' }])
    await review('reject', [await find('公交线路')], { reason: '与民生实事重复' })
    await review('later', [await find('生产总值')])
    const counts = (await countCommitments(desk.database.db, desk.city, [report])).get(report)
    expect(counts).toMatchObject({ total: all.length, pending: 0, edited: 1, rejected: 1, later: 1 })
    const entries = await listReviewEntries(desk.database.db, desk.city, report)
    expect(entries.map(({ action }) => action)).toEqual(['later', 'reject', 'edit', 'accept'])
    expect(entries[2]?.changes[0]).toMatchObject({ from: { state: 'accepted' }, to: { state: 'edited' } })
  })

  test('a second officer with an old version is told what stands now; nothing of the step is written', async () => {
    const [seen, other] = [await find('城市体检'), await find('老旧小区')]
    await review('accept', [seen])
    const error = await refusalOf(review('reject', [seen, other], { reason: '重复' }))
    expect(error.code).toBe('conflict')
    expect(error.current).toMatchObject([{ id: seen.id, state: 'accepted', version: 2 }])
    expect((await find('老旧小区')).state).toBe('pending')
  })

  test('units and days that do not exist are refused by field', async () => {
    const decision = { leadUnit: 'org_nobody', dueOn: '2024-02-30', leader: 'post_clerk' }
    const error = await refusalOf(review('edit', [await find('城市体检')], { decision }))
    expect(error.errors.map(({ field }) => String(field)).sort()).toEqual(['dueOn', 'leadUnit', 'leader'])
    const unknown = await refusalOf(review('edit', [await find('城市体检')], { decision: { colour: 'red' } }))
    expect(unknown.code).toBe('bad_request')
  })

  test('neighbours merge into one with both targets; others do not', async () => {
    const [estates, pipes, bus] = [await find('老旧小区'), await find('雨污'), await find('公交线路')]
    expect((await refusalOf(review('merge', [estates, bus]))).detail.zh).toContain('相邻')
    const before = await live()
    await review('merge', [pipes, estates])
    const after = await live()
    expect(after).toHaveLength(before.length - 1)
    const one = await find('老旧小区')
    expect(testReport.slice(one.start, one.end)).toBe('改造老旧小区15个。完成5条道路的雨污合流管网改造')
    expect(one.decision).toMatchObject({ targets: [{ value: 15 }, { value: 5 }] })
    expect(after.map(({ id }) => id).indexOf(one.id)).toBe(before.map(({ id }) => id).indexOf(estates.id))
  })

  test('one splits at an offset, not through a number', async () => {
    const roads = await find('四好农村路')
    const inside = testReport.indexOf('3.5公里')
    expect((await refusalOf(review('split', [roads], { at: inside }))).code).toBe('refused')
    expect((await refusalOf(review('split', [roads], { at: 3 }))).errors).toMatchObject([{ field: 'at' }])
    const cut = testReport.indexOf('四好农村路')
    await review('split', [roads], { at: cut })
    const halves = (await live()).filter(({ seq }) => seq === roads.seq)
    expect(halves.map(({ start, end }) => testReport.slice(start, end))).toEqual([
      testReport.slice(roads.start, cut),
      testReport.slice(cut, roads.end),
    ])
    expect(halves.map(({ decision }) => (decision['targets'] as unknown[]).length)).toEqual([0, 1])
  })

  test('undo reaches back to the first step, over merges and splits too, and leaves them in the history', async () => {
    const start = (await live()).map(({ version: _version, ...row }) => row)
    await review('accept', await live())
    await review('edit', [await find('城市体检')], { decision: { title: '开展城市体检' } })
    await review('merge', [await find('老旧小区'), await find('雨污')])
    await review('split', [await find('四好农村路')], { at: testReport.indexOf('四好农村路') })
    for (let step = 0; step < 4; step += 1) await undoReview(desk, clerk, { report })
    expect((await live()).map(({ version: _version, ...row }) => row)).toEqual(start)
    expect((await refusalOf(undoReview(desk, clerk, { report }))).code).toBe('refused')
    const entries = await listReviewEntries(desk.database.db, desk.city, report)
    expect(entries.map(({ action }) => action).reverse()).toEqual([
      'accept',
      'edit',
      'merge',
      'split',
      'undo',
      'undo',
      'undo',
      'undo',
    ])
  })

  test('undo takes back one’s own steps only, and not what somebody else has worked on since', async () => {
    await review('accept', [await find('城市体检')])
    await review('later', [await find('公交线路')])
    const chiefs = await find('公交线路')
    await reviewCommitments(desk, chief, {
      report,
      action: 'accept',
      commitments: [{ id: chiefs.id, version: chiefs.version }],
    })
    expect((await refusalOf(undoReview(desk, clerk, { report }))).detail.zh).toContain('后来又改过')
    await undoReview(desk, chief, { report })
    await undoReview(desk, clerk, { report })
    expect((await find('公交线路')).state).toBe('pending')
    expect((await find('城市体检')).state).toBe('accepted')
  })
})

describe('issuing', () => {
  beforeEach(async () => {
    const { stage } = await getReport(desk.database.db, desk.city, report)
    if (stage === 'issued') return
    await deleteReport(desk.database.db, desk.city, report)
    report = await handIn(desk)
  })

  test('waits for the review, and for a lead unit of every commitment', async () => {
    expect((await refusalOf(issueReport(desk, clerk, { report }))).code).toBe('not_reviewed')
    expect((await refusalOf(issueReport(desk, clerk, { report, leavePending: true }))).code).toBe('not_reviewed')
    await review('edit', [await find('城市体检')], { decision: { leadUnit: null } })
    await review('accept', [await find('老旧小区')])
    const error = await refusalOf(issueReport(desk, clerk, { report, leavePending: true }))
    expect(error.errors).toMatchObject([{ field: (await find('城市体检')).id, code: 'no_lead' }])
  })

  test('makes an item of every accepted commitment, numbered in order and linked both ways, and ends the review', async () => {
    await review('accept', await live())
    await review('reject', [await find('公交线路')], { reason: '重复' })
    const accepted = (await live()).filter(({ state }) => state === 'accepted')
    const nodes = { [(await find('老旧小区')).id]: [2, 6, 11] as const }
    expect(await issueReport(desk, clerk, { report, nodes })).toEqual({
      ledger: 'work_report_task',
      items: accepted.length,
    })
    const issued = (await live()).filter(({ itemId }) => itemId !== null)
    expect(issued.map(({ id }) => id)).toEqual(accepted.map(({ id }) => id))
    const items = await Promise.all(issued.map(({ itemId }) => getItem(desk.database.db, desk.city, itemId ?? '')))
    expect(items.map(({ number }) => number)).toEqual(items.map((_, n) => `重${String(n + 1).padStart(4, '0')}`))
    const estates = items.find((item) => item.title.includes('老旧小区'))
    expect(estates).toMatchObject({ lead_unit: 'org_zjj', leader_post: 'post_vice', section: '一', stage: 'issued' })
    expect(estates?.values).toMatchObject({
      target_value: 15,
      target_unit: '个',
      q1: 2,
      q2: 6,
      q3: 11,
      q4: 15,
      deadline: '2024-12-31',
      deadline_default: true,
    })
    expect(items.find((item) => item.title.includes('生产总值'))?.values).toMatchObject({ target_value: null })
    const commitment = await findCommitmentByItem(desk.database.db, desk.city, estates?.id ?? '')
    expect(await listLinks(desk.database.db, desk.city, estates?.id ?? '')).toMatchObject([
      { kind: 'commitment', target: `${report}/${commitment?.id}` },
    ])
    const notes = await listNotifications(desk.database.db, desk.city, 'post_zjj')
    expect(notes.filter(({ kind }) => kind === 'issue')).toHaveLength(1)

    expect((await refusalOf(issueReport(desk, clerk, { report }))).code).toBe('already_issued')
    expect((await refusalOf(undoReview(desk, clerk, { report }))).code).toBe('already_issued')
    expect((await refusalOf(review('later', [await find('城市体检')]))).code).toBe('already_issued')
  })
})
