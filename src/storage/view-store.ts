import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Db } from './schema.ts'

/** A saved view: address parameters of a ledger's list under a name, kept for an account. */
export interface View {
  readonly id: string
  readonly ledger: string
  readonly name: string
  readonly query: string
}

/** In the order they were saved. */
export async function listViews(db: Db, city: string, account: string, ledger?: string): Promise<View[]> {
  return db
    .selectFrom('saved_view')
    .select(['id', 'ledger', 'name', 'query'])
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .$if(ledger !== undefined, (query) => query.where('ledger', '=', ledger ?? ''))
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Puts it behind the account's other views. */
export async function insertView(db: Db, city: string, account: string, view: View): Promise<void> {
  const last = sql<number>`(select coalesce(max(position), 0) + 1 from saved_view
    where jurisdiction = ${city} and account_id = ${account})`
  await db
    .insertInto('saved_view')
    .values({ jurisdiction: city, account_id: account, ...view, position: last })
    .execute()
}

/** Throws not_found where the account has no such view. */
export async function deleteView(db: Db, city: string, account: string, id: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_view')
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new AppError('not_found')
}
