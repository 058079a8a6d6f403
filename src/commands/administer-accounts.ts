import { audit } from '../access/audit.ts'
import { checkNewPassword, hashPassword } from '../access/passwords.ts'
import { demand } from '../access/policies.ts'
import { addDays, parseDay } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { getAccount, insertAccount, setDisabled, setPassword } from '../storage/account-store.ts'
import { assign, endAssignments } from '../storage/assignment-store.ts'
import { findPost } from '../storage/org-store.ts'
import { deleteSessionsOf } from '../storage/session-store.ts'
import { t } from '../text.ts'
import { committed, type Context, type Tx } from './context.ts'
import { badFields, fault } from './refused.ts'

export interface NewAccountRequest {
  readonly login: string
  readonly password: string
  readonly post: string
  /** Day the post is held from; today where it is not given. */
  readonly from?: string | null
}

/** Letters, digits and the signs . _ - : what can be said over the phone. */
const LOGIN = /^[a-z0-9][a-z0-9._-]{1,39}$/i

/** Opens an account and gives it a post. Throws `conflict` for a login that is taken. */
export async function createAccount(
  context: Context,
  actor: Actor,
  request: NewAccountRequest,
): Promise<{ readonly id: string }> {
  demand(actor, 'administer_accounts')
  const login = request.login.normalize('NFKC').trim()
  if (!LOGIN.test(login))
    throw badFields([
      fault(
        'login',
        'bad_login',
        '账号用字母、数字、点、横线，2—40 位',
        'A login has 2 to 40 letters, digits, dots or dashes',
      ),
    ])
  checkNewPassword(request.password, login)
  const password = await hashPassword(request.password)
  const id = context.newId()
  await committed(context, async (tx) => {
    const { city, now } = context
    await insertAccount(tx, city, { id, login, password, createdAt: now() })
    await givePost(tx, context, { account: id, post: request.post, from: request.from ?? dayOf(now()), to: null })
    await audit(tx, context, {
      event: 'account_created',
      account: actor.account,
      detail: { account: id, login, post: request.post },
    })
  })
  return { id }
}

/** Sets a new password for somebody who cannot sign in; his sessions end and the lock is lifted. */
export async function resetPassword(
  context: Context,
  actor: Actor,
  { account: id, password }: { readonly account: string; readonly password: string },
): Promise<void> {
  demand(actor, 'administer_accounts')
  const { database, city } = context
  const account = await getAccount(database.db, city, id)
  checkNewPassword(password, account.login)
  const hashed = await hashPassword(password)
  await committed(context, async (tx) => {
    await setPassword(tx, city, id, hashed)
    await deleteSessionsOf(tx, city, id, null)
    await audit(tx, context, {
      event: 'password_reset',
      account: actor.account,
      detail: { account: id, login: account.login },
    })
  })
}

/** Disables an account at once, sessions included, or enables it again. Nobody disables the account he uses. */
export async function setAccountDisabled(
  context: Context,
  actor: Actor,
  { account: id, disabled }: { readonly account: string; readonly disabled: boolean },
): Promise<void> {
  demand(actor, 'administer_accounts')
  if (id === actor.account)
    throw new AppError('refused', { detail: t('不能停用自己的账号', 'You cannot disable the account you use') })
  await committed(context, async (tx) => {
    const { city, now } = context
    const { login } = await getAccount(tx, city, id)
    await setDisabled(tx, city, id, disabled ? now() : null)
    if (disabled) await deleteSessionsOf(tx, city, id, null)
    const event = disabled ? 'account_disabled' : 'account_enabled'
    await audit(tx, context, { event, account: actor.account, detail: { account: id, login } })
  })
}

export interface AssignmentRequest {
  readonly account: string
  readonly post: string
  readonly from: string
  readonly to?: string | null
  /** Gives up the posts held until then: a move. False: one more post. */
  readonly moves?: boolean
}

/** Gives an account a post from a day on. The duties of the post left behind stay with that post. */
export async function assignPost(context: Context, actor: Actor, request: AssignmentRequest): Promise<void> {
  demand(actor, 'administer_accounts')
  const { account, post, from, to = null, moves = false } = request
  await committed(context, async (tx) => {
    const { login } = await getAccount(tx, context.city, account)
    if (moves) await endAssignments(tx, context.city, account, dayBefore(from))
    await givePost(tx, context, { account, post, from, to })
    await audit(tx, context, {
      event: 'post_assigned',
      account: actor.account,
      detail: { account, login, post, from, to },
    })
  })
}

interface Held {
  readonly account: string
  readonly post: string
  readonly from: string
  readonly to: string | null
}

async function givePost(tx: Tx, { city, newId }: Context, held: Held): Promise<void> {
  const faults = [
    ...(parseDay(held.from) === null ? [fault('from', 'bad_day', '起始日期不对', 'The first day is not a day')] : []),
    ...(held.to !== null && (parseDay(held.to) === null || held.to < held.from)
      ? [fault('to', 'bad_day', '结束日期不对', 'The last day is not a day, or before the first')]
      : []),
    ...((await findPost(tx, city, held.post)) === null
      ? [fault('post', 'no_post', `没有岗位“${held.post}”`, `There is no post “${held.post}”`)]
      : []),
  ]
  if (faults.length > 0) throw badFields(faults)
  await assign(tx, city, { id: newId(), ...held })
}

function dayBefore(day: string): string {
  const parsed = parseDay(day)
  if (parsed === null) throw badFields([fault('from', 'bad_day', '起始日期不对', 'The first day is not a day')])
  return addDays(parsed, -1)
}
