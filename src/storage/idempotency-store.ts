import type { Db } from './schema.ts'
import { json } from './values.ts'

/** The answer to a write that carried an Idempotency-Key. */
export interface Answer {
  /** Hash of method, path and body: the same key on another request is refused. */
  readonly request: string
  readonly status: number
  readonly answer: unknown
}

export async function findAnswer(db: Db, city: string, account: string, key: string): Promise<Answer | null> {
  const row = await db
    .selectFrom('idempotency')
    .select(['request', 'status', 'answer'])
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps an answer; false where another one is kept under the key already (that one stands). */
export async function keepAnswer(
  db: Db,
  city: string,
  { account, key, at, request, status, answer }: Answer & { account: string; key: string; at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('idempotency')
    .values({ jurisdiction: city, account_id: account, key, request, status, answer: json(answer), at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function dropOldAnswers(db: Db, city: string, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency')
    .where('jurisdiction', '=', city)
    .where('at', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
