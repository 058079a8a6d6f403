import type { Db } from './schema.ts'
import { json } from './values.ts'

/** A security event: sign-in, refusal, lockout, a change to accounts. */
export interface AuditEvent {
  readonly id: string
  readonly at: string
  readonly event: string
  readonly account: string | null
  readonly login: string | null
  readonly address: string | null
  readonly detail: Readonly<Record<string, unknown>>
}

export async function addAudit(db: Db, city: string, audit: AuditEvent): Promise<void> {
  const { id, at, event, account, login, address, detail } = audit
  await db
    .insertInto('audit')
    .values({ jurisdiction: city, id, at, event, account_id: account, login, address, detail: json(detail) })
    .execute()
}

export interface AuditFilter {
  readonly event?: string
  readonly account?: string
  readonly limit?: number
  /** The last event of the page before. */
  readonly after?: Pick<AuditEvent, 'at' | 'id'>
}

/** Newest first. */
export async function listAudit(db: Db, city: string, filter: AuditFilter = {}): Promise<AuditEvent[]> {
  const { event, account, after, limit = 100 } = filter
  let query = db
    .selectFrom('audit')
    .select(['id', 'at', 'event', 'account_id as account', 'login', 'address', 'detail'])
    .where('jurisdiction', '=', city)
  if (event !== undefined) query = query.where('event', '=', event)
  if (account !== undefined) query = query.where('account_id', '=', account)
  if (after)
    query = query.where((eb) =>
      eb.or([eb('at', '<', after.at), eb.and([eb('at', '=', after.at), eb('id', '<', after.id)])]),
    )
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** How often an event was written since a moment, from an address or for a login: for limits on sign-ins. */
export async function countAudit(
  db: Db,
  city: string,
  {
    event,
    address,
    login,
    since,
  }: { readonly event: string; readonly address?: string; readonly login?: string; readonly since: string },
): Promise<number> {
  let query = db
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('jurisdiction', '=', city)
    .where('at', '>=', since)
    .where('event', '=', event)
  if (address !== undefined) query = query.where('address', '=', address)
  if (login !== undefined) query = query.where('login', '=', login)
  return (await query.executeTakeFirstOrThrow()).n
}

/** Deletes events before a moment. The law wants them kept six months (网络安全法第二十一条). */
export async function dropOldAudit(db: Db, city: string, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('audit')
    .where('jurisdiction', '=', city)
    .where('at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
