import { afterAll, beforeAll, expect, test } from 'vitest'
import { findSessionByCookie } from '../access/sessions.ts'
import { signIn } from '../access/sign-in.ts'
import { TEST_PASSWORD } from '../access/testing.ts'
import type { Actor } from '../engine/actor.ts'
import { findAccount } from '../storage/account-store.ts'
import { listAudit } from '../storage/audit-store.ts'
import { assignPost, createAccount, resetPassword, setAccountDisabled } from './administer-accounts.ts'
import { changePassword } from './change-password.ts'
import { deleteView } from './delete-view.ts'
import { saveView } from './save-view.ts'
import { setPreferences } from './set-preferences.ts'
import { openTestDesk, refusalOf, type TestDesk } from './testing.ts'

let desk: TestDesk
let admin: Actor
beforeAll(async () => {
  desk = await openTestDesk()
  admin = await desk.actor('post_admin')
})
afterAll(() => desk.close())

const into = (login: string, password: string) => signIn(desk, { login, password, address: '10.1.1.1' })
const good = 'another good password'

test('an account is opened with a post, moves to another, is disabled, and comes back with a new password', async () => {
  const { id } = await createAccount(desk, admin, { login: 'new.clerk', password: good, post: 'post_zjj' })
  expect((await into('new.clerk', good)).actor).toMatchObject({ account: id, post: 'post_zjj' })

  await assignPost(desk, admin, { account: id, post: 'post_jtj', from: '2024-09-19', moves: true })
  expect((await into('new.clerk', good)).actor.post).toBe('post_zjj')
  desk.pass(24 * 60)
  const moved = await into('new.clerk', good)
  expect(moved.actor.post).toBe('post_jtj')

  await setAccountDisabled(desk, admin, { account: id, disabled: true })
  expect(await findSessionByCookie(desk, moved.cookie)).toBeNull()
  expect((await refusalOf(into('new.clerk', good))).code).toBe('forbidden')
  await setAccountDisabled(desk, admin, { account: id, disabled: false })
  await resetPassword(desk, admin, { account: id, password: 'a third good password' })
  expect((await refusalOf(into('new.clerk', good))).code).toBe('wrong_password')
  await into('new.clerk', 'a third good password')

  const events = (await listAudit(desk.database.db, desk.city, { account: admin.account })).map(({ event }) => event)
  expect(events.reverse()).toEqual([
    'account_created',
    'post_assigned',
    'account_disabled',
    'account_enabled',
    'password_reset',
  ])
})

test('what is wrong with a new account is said by field', async () => {
  const make = (parts: object) =>
    refusalOf(createAccount(desk, admin, { login: 'somebody', password: good, post: 'post_zjj', ...parts }))
  expect((await make({ login: 'a b' })).errors).toMatchObject([{ field: 'login', code: 'bad_login' }])
  expect((await make({ password: 'short' })).errors).toMatchObject([{ field: 'password', code: 'too_short' }])
  expect((await make({ post: 'post_nobody' })).errors).toMatchObject([{ field: 'post', code: 'no_post' }])
  expect((await make({ from: '2024-02-30' })).errors).toMatchObject([{ field: 'from', code: 'bad_day' }])
  expect((await make({ login: 'Clerk' })).errors).toMatchObject([{ field: 'login', code: 'taken' }])
})

test('is for the administrator, who does not lock himself out', async () => {
  const clerk = await desk.actor('post_clerk')
  expect((await refusalOf(resetPassword(desk, clerk, { account: 'acc_post_zjj', password: good }))).code).toBe(
    'forbidden',
  )
  const self = { account: admin.account, disabled: true }
  expect((await refusalOf(setAccountDisabled(desk, admin, self))).code).toBe('refused')
})

test('one’s own password: the old one is asked for, and all other sessions end', async () => {
  const [here, there] = [await into('fgw', TEST_PASSWORD), await into('fgw', TEST_PASSWORD)]
  const change = (old: string, fresh: string) =>
    changePassword(desk, here.actor, { old, new: fresh, session: here.session.id })
  expect((await refusalOf(change('wrong', good))).code).toBe('wrong_password')
  expect((await refusalOf(change(TEST_PASSWORD, 'short'))).errors).toMatchObject([{ field: 'new', code: 'too_short' }])
  await change(TEST_PASSWORD, good)
  expect(await findSessionByCookie(desk, here.cookie)).not.toBeNull()
  expect(await findSessionByCookie(desk, there.cookie)).toBeNull()
  await into('fgw', good)
})

test('preferences are kept one by one; unknown ones are refused', async () => {
  const zjj = await desk.actor('post_zjj')
  await setPreferences(desk, zjj, { large: true, lang: 'en' })
  await setPreferences(desk, zjj, { lang: 'zh' })
  const account = await findAccount(desk.database.db, desk.city, zjj.account)
  expect(account?.preferences).toEqual({ large: true, lang: 'zh' })
  expect((await refusalOf(setPreferences(desk, zjj, { lang: 'fr' }))).errors).toMatchObject([{ field: 'lang' }])
  expect((await refusalOf(setPreferences(desk, zjj, { colour: 'red' }))).code).toBe('bad_request')
})

test('a view is one’s own: saved under a name, deleted by nobody else', async () => {
  const [zjj, jtj] = [await desk.actor('post_zjj'), await desk.actor('post_jtj')]
  const { id, query } = await saveView(desk, zjj, { ledger: 'special_task', name: ' 逾期 ', query: '?light=late' })
  expect(query).toBe('light=late')
  expect((await refusalOf(saveView(desk, zjj, { ledger: 'none', name: 'x', query: '' }))).errors).toMatchObject([
    { field: 'ledger' },
  ])
  expect((await refusalOf(deleteView(desk, jtj, id))).code).toBe('not_found')
  await deleteView(desk, zjj, id)
  expect((await refusalOf(deleteView(desk, zjj, id))).code).toBe('not_found')
})
