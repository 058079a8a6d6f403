import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSessionByCookie } from '../access/sessions.ts'
import { signIn } from '../access/sign-in.ts'
import { TEST_PASSWORD } from '../access/testing.ts'
import { openMatter, openTestDesk, type TestDesk } from '../commands/testing.ts'
import { listAudit } from '../storage/audit-store.ts'
import { findAnswer, keepAnswer } from '../storage/idempotency-store.ts'
import { countUnread } from '../storage/notification-store.ts'
import { sweep } from './housekeeping.ts'
import { startJobs } from './runner.ts'
import { ticker } from './ticker.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

test('housekeeping takes away what has ended, and keeps what is in use', async () => {
  const { db } = desk.database
  const credentials = { login: 'clerk', password: TEST_PASSWORD, address: '10.0.0.1' }
  await signIn(desk, credentials)
  const answer = { account: 'acc_post_clerk', request: 'hash', status: 200, answer: {}, at: desk.now() }
  await keepAnswer(db, desk.city, { ...answer, key: 'yesterday' })
  desk.pass(24 * 60 + 1)
  const { cookie } = await signIn(desk, credentials)
  await keepAnswer(db, desk.city, { ...answer, key: 'today', at: desk.now() })
  expect(await sweep(desk)).toEqual({ sessions: 1, answers: 1, audit: 0 })
  expect(await findSessionByCookie(desk, cookie)).not.toBeNull()
  expect(await findAnswer(db, desk.city, 'acc_post_clerk', 'yesterday')).toBeNull()
  expect(await findAnswer(db, desk.city, 'acc_post_clerk', 'today')).not.toBeNull()
  // A year of security events stays.
  desk.pass(365 * 24 * 60)
  expect((await sweep(desk)).audit).toBe(0)
  expect((await listAudit(db, desk.city)).length).toBe(2)
})

test('the ticker tells the posts by itself', async () => {
  desk.setNow('2024-09-18T08:30:00+08:00')
  await openMatter(desk, await desk.actor('post_clerk'))
  const before = await countUnread(desk.database.db, desk.city, 'post_zjj')
  desk.setNow('2024-09-18T17:00:00+08:00')
  const lines: string[] = []
  const jobs = startJobs([ticker(desk)], (line) => lines.push(line))
  await jobs.stop()
  expect(lines).toEqual([])
  expect(await countUnread(desk.database.db, desk.city, 'post_zjj')).toBeGreaterThan(before)
})
