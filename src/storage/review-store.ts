import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Db } from './schema.ts'
import type { ReviewChange } from './schema-report.ts'
import { json } from './values.ts'

export type { ReviewChange } from './schema-report.ts'

/** One step of a review: which commitments it touched, and what each was before and after. */
export interface ReviewEntry {
  readonly id: string
  readonly seq: number
  readonly action: string
  readonly changes: readonly ReviewChange[]
  readonly account: string
  readonly post: string
  readonly at: string
  /** Id of the entry that took this one back. */
  readonly undoneBy: string | null
}

export type NewReviewEntry = Omit<ReviewEntry, 'seq' | 'undoneBy'>

/** Appends a step and gives its number. Hold the report's lock (lockReport), so that numbers follow one another. */
export async function addReviewEntry(tx: Db, city: string, report: string, entry: NewReviewEntry): Promise<number> {
  const { id, action, changes, account, post, at } = entry
  const next = sql<number>`(select coalesce(max(seq), 0) + 1 from review_entry
    where jurisdiction = ${city} and report_id = ${report})`
  const { seq } = await tx
    .insertInto('review_entry')
    .values({
      jurisdiction: city,
      report_id: report,
      id,
      seq: next,
      action,
      changes: json(changes),
      account_id: account,
      post_id: post,
      at,
      undone_by: null,
    })
    .returning('seq')
    .executeTakeFirstOrThrow()
  return seq
}

/** Newest first. */
export async function listReviewEntries(
  db: Db,
  city: string,
  report: string,
  { limit }: { readonly limit?: number } = {},
): Promise<ReviewEntry[]> {
  return db
    .selectFrom('review_entry')
    .select([
      'id',
      'seq',
      'action',
      'changes',
      'account_id as account',
      'post_id as post',
      'at',
      'undone_by as undoneBy',
    ])
    .where('jurisdiction', '=', city)
    .where('report_id', '=', report)
    .orderBy('seq', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
}

/** Marks a step as taken back by a later one. Throws conflict where it already was. */
export async function markUndone(
  tx: Db,
  city: string,
  report: string,
  { entry, by }: { readonly entry: string; readonly by: string },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('review_entry')
    .set({ undone_by: by })
    .where('jurisdiction', '=', city)
    .where('report_id', '=', report)
    .where('id', '=', entry)
    .where('undone_by', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('conflict')
}
