import { addMinutes, dayOf } from '../calendar/moment.ts'
import { AppError } from '../errors.ts'
import { type Account, clearFailures, findAccountByLogin, recordFailure } from '../storage/account-store.ts'
import { countAudit } from '../storage/audit-store.ts'
import { inTransaction } from '../storage/retry.ts'
import { t } from '../text.ts'
import type { AccessContext } from './access-context.ts'
import { actorOf } from './actors.ts'
import { audit } from './audit.ts'
import { verifyNothing, verifyPassword } from './passwords.ts'
import { openSession, type SignedIn } from './sessions.ts'

/** Five wrong passwords in a row lock an account for a quarter of an hour (GB/T 22239-2019, 8.1.4.1 b). */
export const ATTEMPTS = 5
export const LOCK_MINUTES = 15
/** A whole office may sit behind one address, so an address has more to spend than an account. */
export const ATTEMPTS_PER_ADDRESS = 30

export interface Credentials {
  readonly login: string
  readonly password: string
  /** Where the request comes from, as the server sees it. */
  readonly address: string
  readonly post?: string | null
}

/**
 * Signs in and opens a session. Throws `wrong_password` (with the attempts left; the same for logins that do not
 * exist), `locked_out`, `too_many` for an address, `forbidden` for an account that is disabled or holds no post.
 */
export async function signIn(
  context: AccessContext,
  credentials: Credentials,
): Promise<SignedIn & { readonly cookie: string }> {
  const login = credentials.login.normalize('NFKC').trim().toLowerCase()
  const { database, city, now } = context
  await checkAddress(context, login, credentials.address)
  const account = await findAccountByLogin(database.db, city, login)
  const attempt = { login, address: credentials.address }
  if (account === null) return refuseUnknown(context, attempt, credentials.password)
  const left = await spendAttempt(context, account, attempt)
  if (!(await verifyPassword(account.password, credentials.password)))
    throw await refusedWith(context, { ...attempt, account: account.id }, left)
  if (account.disabledAt !== null)
    throw new AppError('forbidden', { detail: t('账号已停用，请找系统管理员', 'This account is disabled') })
  return inTransaction(database, async (tx) => {
    await clearFailures(tx, city, account.id)
    const actor = await actorOf(tx, city, account.id, credentials.post ?? null, dayOf(now()))
    const opened = await openSession(tx, context, account.id, actor.post)
    await audit(tx, context, { event: 'signed_in', account: account.id, ...attempt, detail: { post: actor.post } })
    return { ...opened, account: { ...account, failures: 0, lockedUntil: null, seenAt: now() }, actor }
  })
}

interface Attempt {
  readonly login: string
  readonly address: string
  readonly account?: string
}

/**
 * Counts the attempt before the password is looked at, so that guesses sent all at once are counted too; a right one
 * clears the count. Returns the attempts left after this one.
 */
async function spendAttempt(context: AccessContext, account: Account, attempt: Attempt): Promise<number> {
  const { database, city, now } = context
  if (account.lockedUntil !== null) {
    if (account.lockedUntil > now()) throw lockedOut()
    await clearFailures(database.db, city, account.id)
  }
  const until = addMinutes(now(), LOCK_MINUTES)
  const { failures } = await recordFailure(database.db, city, account.id, { after: ATTEMPTS, until })
  if (failures > ATTEMPTS) {
    await audit(database.db, context, { event: 'locked_out', account: account.id, ...attempt })
    throw lockedOut()
  }
  return ATTEMPTS - failures
}

/** An unknown login is refused like a known one: after as long, with as many attempts, and then as locked. */
async function refuseUnknown(context: AccessContext, attempt: Attempt, password: string): Promise<never> {
  const { database, city, now } = context
  const since = addMinutes(now(), -LOCK_MINUTES)
  const before = await countAudit(database.db, city, { event: 'sign_in_failed', login: attempt.login, since })
  if (before >= ATTEMPTS) throw lockedOut()
  await verifyNothing(password)
  throw await refusedWith(context, attempt, ATTEMPTS - before - 1)
}

async function refusedWith(context: AccessContext, attempt: Attempt, left: number): Promise<AppError> {
  await audit(context.database.db, context, { event: 'sign_in_failed', ...attempt, detail: { left } })
  if (left > 0) {
    return new AppError('wrong_password', {
      detail: t(`账号或口令不对，还可以试 ${left} 次`, `Account or password is wrong; attempts left: ${left}`),
    })
  }
  await audit(context.database.db, context, { event: 'locked_out', ...attempt })
  return lockedOut()
}

async function checkAddress(context: AccessContext, login: string, address: string): Promise<void> {
  const { database, city, now } = context
  const since = addMinutes(now(), -LOCK_MINUTES)
  const failed = await countAudit(database.db, city, { event: 'sign_in_failed', address, since })
  if (failed < ATTEMPTS_PER_ADDRESS) return
  await audit(database.db, context, { event: 'address_refused', login, address })
  throw new AppError('too_many', {
    detail: t(
      `这个地址输错太多次，${LOCK_MINUTES} 分钟后再试`,
      `Too many failures from this address; try again in ${LOCK_MINUTES} minutes`,
    ),
  })
}

function lockedOut(): AppError {
  return new AppError('locked_out', {
    detail: t(
      `口令连续输错 ${ATTEMPTS} 次，账号锁定 ${LOCK_MINUTES} 分钟。急用请找系统管理员重设`,
      `${ATTEMPTS} wrong passwords in a row: the account is locked for ${LOCK_MINUTES} minutes. The administrator can reset it`,
    ),
  })
}
