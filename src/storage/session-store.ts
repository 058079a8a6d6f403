import type { Db } from './schema.ts'

export interface Session {
  /** SHA-256 of the cookie. */
  readonly id: string
  readonly account: string
  readonly post: string
  readonly csrf: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
}

/** Keeps a session and marks its account as seen. */
export async function insertSession(db: Db, city: string, session: Session): Promise<void> {
  const { id, account, post, csrf, createdAt, seenAt, expiresAt } = session
  await db
    .with('seen', (cte) => seen(cte, city, account, seenAt))
    .insertInto('session')
    .values({
      jurisdiction: city,
      id,
      account_id: account,
      post_id: post,
      csrf,
      created_at: createdAt,
      seen_at: seenAt,
      expires_at: expiresAt,
    })
    .execute()
}

/** The session, expired or not: the caller knows the time. */
export async function findSession(db: Db, city: string, id: string): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .select([
      'id',
      'account_id as account',
      'post_id as post',
      'csrf',
      'created_at as createdAt',
      'seen_at as seenAt',
      'expires_at as expiresAt',
    ])
    .where('jurisdiction', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** The session was used: moves its end, and marks its account as seen. */
export async function touchSession(
  db: Db,
  city: string,
  { id, account, seenAt, expiresAt }: Pick<Session, 'id' | 'account' | 'seenAt' | 'expiresAt'>,
): Promise<void> {
  await db
    .with('seen', (cte) => seen(cte, city, account, seenAt))
    .updateTable('session')
    .set({ seen_at: seenAt, expires_at: expiresAt })
    .where('jurisdiction', '=', city)
    .where('id', '=', id)
    .execute()
}

export async function setSessionPost(db: Db, city: string, id: string, post: string): Promise<void> {
  await db.updateTable('session').set({ post_id: post }).where('jurisdiction', '=', city).where('id', '=', id).execute()
}

export async function deleteSession(db: Db, city: string, id: string): Promise<void> {
  await db.deleteFrom('session').where('jurisdiction', '=', city).where('id', '=', id).execute()
}

/** Signs an account out everywhere, but for the session `keep`. */
export async function deleteSessionsOf(db: Db, city: string, account: string, keep: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .where('id', '!=', keep ?? '')
    .execute()
}

/** Deletes the sessions that ended before `now`; says how many. */
export async function deleteExpired(db: Db, city: string, now: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('jurisdiction', '=', city)
    .where('expires_at', '<', now)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

type Cte = Pick<Db, 'updateTable'>

function seen(cte: Cte, city: string, account: string, at: string) {
  return cte.updateTable('account').set({ seen_at: at }).where('jurisdiction', '=', city).where('id', '=', account)
}
