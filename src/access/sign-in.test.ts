import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { findAccount, setDisabled } from '../storage/account-store.ts'
import { endAssignments } from '../storage/assignment-store.ts'
import { listAudit } from '../storage/audit-store.ts'
import { findSession } from '../storage/session-store.ts'
import { checkCsrf, findSessionByCookie, idOf, signOut, switchPost } from './sessions.ts'
import { ATTEMPTS, ATTEMPTS_PER_ADDRESS, signIn } from './sign-in.ts'
import { openTestCity, TEST_PASSWORD, type TestCity } from './testing.ts'

let city: TestCity
beforeAll(async () => {
  city = await openTestCity()
})
afterAll(() => city.close())
// Every test begins an hour later: the failures of the one before are out of sight.
beforeEach(() => city.pass(60))

const from = (address: string, login: string, password = TEST_PASSWORD) => signIn(city, { login, password, address })

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(AppError)
  return error as AppError
}

describe('signing in', () => {
  test('the right password opens a session; the cookie itself is not stored', async () => {
    const { cookie, session, actor, account } = await from('10.0.0.1', ' Clerk ')
    expect(actor).toMatchObject({ account: 'acc_post_clerk', post: 'post_clerk', unit: 'org_dcs' })
    expect(account.login).toBe('clerk')
    expect(cookie).toHaveLength(43)
    expect(session.id).toBe(idOf(cookie))
    expect(await findSession(city.database.db, city.city, cookie)).toBeNull()
    expect((await findSessionByCookie(city, cookie))?.actor).toEqual(actor)
  })

  test('wrong passwords tell the attempts left, then lock; the right one clears the count', async () => {
    expect((await refusal(from('10.0.0.2', 'zjj', 'wrong'))).detail.zh).toContain('还可以试 4 次')
    await from('10.0.0.2', 'zjj')
    for (let left = ATTEMPTS - 1; left > 0; left -= 1)
      expect((await refusal(from('10.0.0.2', 'zjj', 'wrong'))).detail.zh).toContain(`还可以试 ${left} 次`)
    expect((await refusal(from('10.0.0.2', 'zjj', 'wrong'))).code).toBe('locked_out')
    expect((await refusal(from('10.0.0.2', 'zjj'))).code).toBe('locked_out')
    city.pass(16)
    expect((await from('10.0.0.2', 'zjj')).account.id).toBe('acc_post_zjj')
    expect((await findAccount(city.database.db, city.city, 'acc_post_zjj'))?.failures).toBe(0)
  })

  test('an unknown login is refused in the same words, as often, and then as locked', async () => {
    for (let left = ATTEMPTS - 1; left > 0; left -= 1) {
      const error = await refusal(from('10.0.0.3', 'nobody', 'wrong'))
      expect([error.code, error.detail.zh]).toEqual(['wrong_password', `账号或口令不对，还可以试 ${left} 次`])
    }
    const locked = await refusal(from('10.0.0.3', 'nobody', 'wrong'))
    expect(locked.code).toBe('locked_out')
    expect((await refusal(from('10.0.0.3', 'nobody', 'wrong'))).detail).toEqual(locked.detail)
  })

  test('guesses sent at once are counted one by one', async () => {
    const guesses = Array.from({ length: 12 }, () => refusal(from('10.0.0.4', 'jtj', 'wrong')))
    const codes = (await Promise.all(guesses)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'wrong_password')).toHaveLength(ATTEMPTS - 1)
    expect(codes.filter((code) => code === 'locked_out')).toHaveLength(12 - ATTEMPTS + 1)
  })

  test('an address that fails with many logins is refused for a while; others are not', async () => {
    for (let n = 0; n < ATTEMPTS_PER_ADDRESS; n += 1) await refusal(from('10.0.0.5', `guess-${n}`, 'wrong'))
    expect((await refusal(from('10.0.0.5', 'fgw'))).code).toBe('too_many')
    expect((await from('10.0.0.6', 'fgw')).account.id).toBe('acc_post_fgw')
    city.pass(16)
    expect((await from('10.0.0.5', 'fgw')).account.id).toBe('acc_post_fgw')
  })

  test('a disabled account says so only to whoever knows the password, and its sessions end', async () => {
    const { cookie } = await from('10.0.0.7', 'viewer')
    await setDisabled(city.database.db, city.city, 'acc_post_viewer', city.now())
    expect(await findSessionByCookie(city, cookie)).toBeNull()
    expect((await refusal(from('10.0.0.7', 'viewer'))).code).toBe('forbidden')
    expect((await refusal(from('10.0.0.7', 'viewer', 'wrong'))).code).toBe('wrong_password')
  })

  test('everything is written down, without passwords', async () => {
    await refusal(from('10.0.0.8', 'chief', 'a secret typed wrong'))
    const { cookie } = await from('10.0.0.8', 'chief')
    await signOut(city, cookie, '10.0.0.8')
    const events = (await listAudit(city.database.db, city.city, { limit: 3 })).reverse()
    expect(events.map(({ event, address }) => [event, address])).toEqual([
      ['sign_in_failed', '10.0.0.8'],
      ['signed_in', '10.0.0.8'],
      ['signed_out', '10.0.0.8'],
    ])
    expect(JSON.stringify(events)).not.toContain('secret')
  })
})

describe('sessions', () => {
  test('half an hour without use ends a session; use moves its end, but not beyond twelve hours', async () => {
    const idle = await from('10.0.1.1', 'mayor')
    city.pass(31)
    expect(await findSessionByCookie(city, idle.cookie)).toBeNull()

    const used = await from('10.0.1.1', 'mayor')
    for (let minutes = 0; minutes + 25 < 12 * 60; minutes += 25) {
      city.pass(25)
      expect(await findSessionByCookie(city, used.cookie), `after ${minutes + 25} minutes`).not.toBeNull()
    }
    city.pass(25)
    expect(await findSessionByCookie(city, used.cookie)).toBeNull()
  })

  test('a write must bring the session’s own token', async () => {
    const { session } = await from('10.0.1.2', 'mayor')
    expect(() => checkCsrf(session, session.csrf)).not.toThrow()
    expect(() => checkCsrf(session, undefined)).toThrow(/bad_csrf/)
    expect(() => checkCsrf(session, session.csrf.replace(/^./, '~'))).toThrow(/bad_csrf/)
  })

  test('a post that is not held cannot be acted in; when it is given up, its sessions end', async () => {
    const signedIn = await from('10.0.1.3', 'admin')
    expect((await refusal(switchPost(city, signedIn, 'post_mayor'))).code).toBe('forbidden')
    await endAssignments(city.database.db, city.city, 'acc_post_admin', '2024-09-17')
    expect(await findSessionByCookie(city, signedIn.cookie)).toBeNull()
    expect((await refusal(from('10.0.1.3', 'admin'))).detail.zh).toContain('没有任职')
  })
})
