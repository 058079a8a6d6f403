import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { addMinutes, dayOf } from '../calendar/moment.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { type Account, findAccount } from '../storage/account-store.ts'
import type { Db } from '../storage/schema.ts'
import {
  deleteSession,
  findSession,
  insertSession,
  type Session,
  setSessionPost,
  touchSession,
} from '../storage/session-store.ts'
import type { AccessContext } from './access-context.ts'
import { actorOf } from './actors.ts'
import { audit } from './audit.ts'

/** A session ends after half an hour without use, and after twelve hours in any case (GB/T 22239-2019, 8.1.4.1 b). */
export const SESSION_IDLE_MINUTES = 30
export const SESSION_HOURS = 12

/** Moving the end of a session at every request would double the writes; within this time it is left alone. */
const TOUCH_AFTER_MINUTES = 1

export interface SignedIn {
  readonly session: Session
  readonly account: Account
  readonly actor: Actor
}

/** Opens a session for a post. The cookie is 32 random bytes; only its SHA-256 is stored. */
export async function openSession(
  db: Db,
  { city, now }: AccessContext,
  account: string,
  post: string,
): Promise<{ readonly cookie: string; readonly session: Session }> {
  const cookie = randomBytes(32).toString('base64url')
  const at = now()
  const session: Session = {
    id: idOf(cookie),
    account,
    post,
    csrf: randomBytes(24).toString('base64url'),
    createdAt: at,
    seenAt: at,
    expiresAt: endOf(at, at),
  }
  await insertSession(db, city, session)
  return { cookie, session }
}

/**
 * Who a cookie stands for, or null: unknown, ended, account disabled, post no longer held. Using it moves its end, but
 * never beyond twelve hours after signing in.
 */
export async function findSessionByCookie(context: AccessContext, cookie: string): Promise<SignedIn | null> {
  const { database, city, now } = context
  const session = await findSession(database.db, city, idOf(cookie))
  const at = now()
  if (session === null || session.expiresAt <= at) return null
  const account = await findAccount(database.db, city, session.account)
  if (account === null || account.disabledAt !== null) return null
  const actor = await actorIfHeld(database.db, city, session, at)
  if (actor === null) return null
  if (at < addMinutes(session.seenAt, TOUCH_AFTER_MINUTES)) return { session, account, actor }
  const touched = { ...session, seenAt: at, expiresAt: endOf(session.createdAt, at) }
  await touchSession(database.db, city, touched)
  return { session: touched, account, actor }
}

/** Refuses a write whose token is not the session's own (`bad_csrf`). */
export function checkCsrf(session: Pick<Session, 'csrf'>, token: string | undefined): void {
  const [own, sent] = [Buffer.from(session.csrf), Buffer.from(token ?? '')]
  if (own.length !== sent.length || !timingSafeEqual(own, sent)) throw new AppError('bad_csrf')
}

/** Acts in another post of the same account from now on. Throws `forbidden` where it is not held. */
export async function switchPost(context: AccessContext, { session, account }: SignedIn, post: string): Promise<Actor> {
  const { database, city, now } = context
  const actor = await actorOf(database.db, city, account.id, post, dayOf(now()))
  await setSessionPost(database.db, city, session.id, post)
  return actor
}

/** Ends the session; a cookie that stands for none is no fault. */
export async function signOut(context: AccessContext, cookie: string, address: string | null): Promise<void> {
  const { database, city } = context
  const session = await findSession(database.db, city, idOf(cookie))
  if (session === null) return
  await deleteSession(database.db, city, session.id)
  await audit(database.db, context, { event: 'signed_out', account: session.account, address })
}

/** The id a session is stored under. */
export function idOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex')
}

function endOf(createdAt: string, seenAt: string): string {
  const idle = addMinutes(seenAt, SESSION_IDLE_MINUTES)
  const last = addMinutes(createdAt, SESSION_HOURS * 60)
  return idle < last ? idle : last
}

async function actorIfHeld(db: Db, city: string, session: Session, at: string): Promise<Actor | null> {
  try {
    return await actorOf(db, city, session.account, session.post, dayOf(at))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
