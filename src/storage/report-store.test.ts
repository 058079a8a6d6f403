import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  countCommitments,
  findCommitmentByItem,
  insertCommitments,
  linkCommitments,
  listCommitments,
  lockCommitments,
  type NewCommitment,
  saveDecisions,
} from './commitment-store.ts'
import type { Database } from './database.ts'
import { newId } from './ids.ts'
import { migrate } from './migrate.ts'
import {
  deleteReport,
  findReport,
  findReportByFile,
  getReport,
  insertReport,
  listPassages,
  listReports,
  lockReport,
  markIssued,
} from './report-store.ts'
import { addReviewEntry, listReviewEntries, markUndone } from './review-store.ts'
import type { Schema } from './schema.ts'
import { testDatabase } from './testing.ts'

const CITY = 'city'
const NOW = '2024-03-05T10:00:00+08:00'
let database: Database<Schema>
let report: string
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
})
afterAll(() => database.close())

const commitment = (n: number, extra: Partial<NewCommitment> = {}): NewCommitment => ({
  id: `${report}-${n}`,
  seq: n,
  start: n * 10,
  end: n * 10 + 9,
  label: 'number',
  section: '五',
  confidence: 0.9,
  state: 'pending',
  proposal: { title: `第 ${n} 项` },
  decision: { title: `第 ${n} 项`, dueDefault: n % 2 === 0 },
  leadUnit: null,
  dueOn: '2024-12-31',
  decidedBy: null,
  decidedAt: null,
  ...extra,
})

beforeEach(async () => {
  report = newId()
  await insertReport(database.db, CITY, {
    id: report,
    title: '政府工作报告',
    year: 2024,
    deliveredOn: '2024-02-27',
    fileSha256: report,
    encoding: 'utf-8',
    text: '各位代表：',
    reading: { outline: [] },
    createdBy: 'acc_1',
    createdAt: NOW,
    passages: [{ seq: 1, start: 0, end: 5, level: 0 }],
  })
  await insertCommitments(database.db, CITY, report, [
    commitment(2, { leadUnit: 'org_zjj', confidence: 0.5 }),
    commitment(1),
    commitment(3, { state: 'merged' }),
    commitment(4, { label: 'state', state: 'rejected' }),
  ])
})

test('a report is kept whole and listed without its text', async () => {
  const { db } = database
  const stored = await getReport(db, CITY, report)
  expect(stored).toMatchObject({ text: '各位代表：', stage: 'reviewing', deliveredOn: '2024-02-27', version: 1 })
  expect(await listPassages(db, CITY, report)).toEqual([{ seq: 1, start: 0, end: 5, level: 0 }])
  expect(await findReportByFile(db, CITY, report)).toMatchObject({ id: report })
  const listed = (await listReports(db, CITY)).find(({ id }) => id === report)
  expect(listed).not.toHaveProperty('text')
  expect(await findReport(db, 'other', report)).toBeNull()
  await expect(lockReport(db, 'other', report)).rejects.toMatchObject({ code: 'not_found' })
})

test('commitments come in the order of the report, and are counted', async () => {
  const { db } = database
  const list = await listCommitments(db, CITY, report)
  expect(list.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
  expect(list[0]).toEqual({ ...commitment(1), report, itemId: null, version: 1 })
  expect((await countCommitments(db, CITY, [report])).get(report)).toEqual({
    total: 3,
    pending: 2,
    accepted: 0,
    edited: 0,
    rejected: 1,
    later: 0,
    noLead: 1,
    lowConfidence: 1,
    statedDeadline: 1,
    byLabel: { number: 2, state: 1 },
  })
  const other = newId()
  expect((await countCommitments(db, CITY, [other])).get(other)).toMatchObject({ total: 0, byLabel: {} })
})

test('decisions are written all or none; who comes second is shown what stands', async () => {
  const { db } = database
  const decided = (n: number, version: number) => ({
    id: `${report}-${n}`,
    version,
    state: 'accepted' as const,
    label: 'trend',
    decision: { title: '改过' },
    leadUnit: 'org_czj',
    dueOn: '2024-06-30',
    decidedBy: 'post_1',
    decidedAt: NOW,
  })
  await db.transaction().execute((tx) => saveDecisions(tx, CITY, report, [decided(1, 1), decided(2, 1)]))
  const [first] = await lockCommitments(db, CITY, report, [`${report}-1`])
  expect(first).toMatchObject({ ...decided(1, 2), proposal: { title: '第 1 项' } })
  const second = db.transaction().execute((tx) => saveDecisions(tx, CITY, report, [decided(4, 1), decided(2, 1)]))
  await expect(second).rejects.toMatchObject({ code: 'conflict', current: [{ seq: 2, version: 2 }, { seq: 4 }] })
  expect((await listCommitments(db, CITY, report))[3]).toMatchObject({ state: 'rejected', version: 1 })
})

test('a commitment knows its item', async () => {
  const { db } = database
  await linkCommitments(db, CITY, report, [
    { commitment: `${report}-1`, item: `item-${report}` },
    { commitment: `${report}-2`, item: `item2-${report}` },
  ])
  expect(await findCommitmentByItem(db, CITY, `item-${report}`)).toMatchObject({ id: `${report}-1`, version: 2 })
  expect(await findCommitmentByItem(db, CITY, 'item-x')).toBeNull()
})

test('steps of the review are numbered, newest first, and taken back once', async () => {
  const { db } = database
  const step = (id: string) => ({
    id: `${id}-${report}`,
    action: 'accept',
    changes: [],
    account: 'acc',
    post: 'post',
    at: NOW,
  })
  expect(await addReviewEntry(db, CITY, report, step('a'))).toBe(1)
  expect(await addReviewEntry(db, CITY, report, step('b'))).toBe(2)
  await markUndone(db, CITY, report, { entry: `a-${report}`, by: `b-${report}` })
  const again = markUndone(db, CITY, report, { entry: `a-${report}`, by: `b-${report}` })
  await expect(again).rejects.toMatchObject({ code: 'conflict' })
  const entries = await listReviewEntries(db, CITY, report)
  expect(entries.map(({ seq, undoneBy }) => [seq, undoneBy])).toEqual([
    [2, null],
    [1, `b-${report}`],
  ])
  expect(await listReviewEntries(db, CITY, report, { limit: 1 })).toHaveLength(1)
})

test('an issued report stays; one under review can be taken away', async () => {
  const { db } = database
  await markIssued(db, CITY, report, NOW)
  expect(await getReport(db, CITY, report)).toMatchObject({ stage: 'issued', issuedAt: NOW, version: 2 })
  await expect(markIssued(db, CITY, report, NOW)).rejects.toMatchObject({ code: 'already_issued' })
  await expect(deleteReport(db, CITY, report)).rejects.toMatchObject({ code: 'already_issued' })
  await expect(deleteReport(db, CITY, 'none')).rejects.toMatchObject({ code: 'not_found' })
  await db.updateTable('report').set({ stage: 'reviewing' }).where('id', '=', report).execute()
  await deleteReport(db, CITY, report)
  expect(await listCommitments(db, CITY, report)).toEqual([])
  expect(await findReport(db, CITY, report)).toBeNull()
})
