import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { type Commitment, lockCommitments } from '../storage/commitment-store.ts'
import { listReviewEntries, markUndone, type ReviewChange, type ReviewEntry } from '../storage/review-store.ts'
import { t } from '../text.ts'
import { committed, type Context } from './context.ts'
import { lockForReview, reviewedOf, type ReviewOutcome, type Snapshot, writeStep } from './review-commitments.ts'
import type { Reviewed } from './review-plan.ts'

/**
 * Takes back the account's own last step that still stands; again and again, as far back as the review reaches. The step
 * and its undoing both stay in the history. Throws `refused` where there is none, or where somebody else has since
 * worked on the same commitments.
 */
export async function undoReview(
  context: Context,
  actor: Actor,
  { report }: { readonly report: string },
): Promise<ReviewOutcome> {
  demand(actor, 'review_report')
  return committed(context, async (tx, tell) => {
    const { city } = context
    await lockForReview(tx, city, report)
    const entries = await listReviewEntries(tx, city, report)
    const target = lastOf(entries, actor.account)
    if (target === null)
      throw new AppError('refused', { detail: t('没有可撤回的步骤', 'There is no step of yours to take back') })
    const rows = await lockCommitments(
      tx,
      city,
      report,
      target.changes.map(({ commitment }) => commitment),
    )
    const plan = target.changes.map((change) => restored(rowOf(rows, change), change, target.action))
    const outcome = await writeStep(tx, context, actor, { report, action: 'undo', rows, plan })
    await markUndone(tx, city, report, { entry: target.id, by: outcome.entry })
    tell({ topic: 'report', id: report, post: actor.post })
    return outcome
  })
}

/** Newest first: the account's last step that is neither taken back nor itself a taking back. */
function lastOf(entries: readonly ReviewEntry[], account: string): ReviewEntry | null {
  return (
    entries.find((entry) => entry.account === account && entry.action !== 'undo' && entry.undoneBy === null) ?? null
  )
}

/**
 * The commitment as it was before the step. One that the step made goes the way it came: the halves of a split are merged
 * again, a merged one is split again.
 */
function restored(row: Commitment, { from, to }: ReviewChange, action: string): Reviewed {
  const now = reviewedOf(row)
  const [before, after] = [from as Snapshot, to as Snapshot]
  if (row.state !== after?.state || JSON.stringify(sorted(row.decision)) !== JSON.stringify(sorted(after.decision)))
    throw new AppError('refused', {
      detail: t(
        `第 ${row.seq} 条后来又改过，请直接重新审`,
        `No. ${row.seq} has been changed since: review it again instead`,
      ),
    })
  if (before === null) return { ...now, state: action === 'split' ? 'merged' : 'split' }
  return { ...now, state: before.state, decision: before.decision }
}

function rowOf(rows: readonly Commitment[], { commitment }: ReviewChange): Commitment {
  const row = rows.find(({ id }) => id === commitment)
  if (row === undefined) throw new AppError('not_found')
  return row
}

/** jsonb does not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
