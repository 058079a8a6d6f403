import { sql } from 'kysely'
import type { Db } from './schema.ts'

/**
 * The next n numbers of a series, from 1 up; two callers never get the same, because the row is locked until the
 * caller's transaction ends. A transaction that rolls back gives its numbers back.
 */
export async function takeNumbers(tx: Db, city: string, series: string, n: number): Promise<number[]> {
  const { next } = await tx
    .insertInto('number')
    .values({ jurisdiction: city, series, next: n + 1 })
    .onConflict((on) =>
      on.columns(['jurisdiction', 'series']).doUpdateSet({ next: sql<number>`number.next + ${n}::int` }),
    )
    .returning('next')
    .executeTakeFirstOrThrow()
  return Array.from({ length: n }, (_, index) => next - n + index)
}
