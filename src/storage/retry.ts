import type { Kysely, Transaction } from 'kysely'

/** Attempts in all. Conflicts last milliseconds, so five attempts within about half a second settle nearly all. */
const attempts = 5
const firstPauseMs = 20

/** SQLSTATE of a transaction that lost to another and may simply be run again. */
const retryable: ReadonlySet<string> = new Set(['40001', '40P01'])

/** The SQLSTATE of a database error, the same on both engines; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : undefined
}

/**
 * Runs `work` in one transaction and commits it. Where the database says that it lost against another transaction
 * (serialization failure, deadlock) it is rolled back and run again, so `work` must do nothing outside the
 * transaction that cannot be done twice. Any other error rolls back and is thrown on.
 */
export async function inTransaction<DB, T>(
  database: Readonly<{ db: Kysely<DB> }>,
  work: (transaction: Transaction<DB>) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.db.transaction().execute(work)
    } catch (error) {
      if (attempt >= attempts || !retryable.has(sqlStateOf(error) ?? '')) throw error
      await pause(firstPauseMs * 2 ** (attempt - 1))
    }
  }
}

/** Between half and the whole of `longest`: two that collided must not meet again. */
function pause(longest: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)))
}
