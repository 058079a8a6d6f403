import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import {
  type Commitment,
  insertCommitments,
  listCommitments,
  lockCommitments,
  saveDecisions,
} from '../storage/commitment-store.ts'
import { listPosts, listUnits } from '../storage/org-store.ts'
import { getReport, lockReport } from '../storage/report-store.ts'
import { addReviewEntry, type ReviewChange } from '../storage/review-store.ts'
import { committed, type Context, type Tx } from './context.ts'
import { parseEdit } from './decision-edit.ts'
import type { Decision, LeaderLine, Proposal } from './proposal.ts'
import { planReview, type ReviewAction, type Reviewed, type ReviewState } from './review-plan.ts'
import { leadersOf } from './upload-report.ts'

export interface ReviewRequest {
  readonly report: string
  readonly action: ReviewAction
  /** With the versions the officer saw. */
  readonly commitments: readonly { readonly id: string; readonly version: number }[]
  readonly decision?: unknown
  readonly reason?: string | null
  readonly at?: number | null
}

export interface ReviewOutcome {
  /** Id of the step in the review's history. */
  readonly entry: string
  /** Every commitment the step touched or made. */
  readonly commitments: readonly string[]
}

/** What of a commitment a review step may change; null before it was made by a merge or split. */
export type Snapshot = { readonly state: ReviewState; readonly decision: Decision } | null

/**
 * One step of the review: accept, edit, reject, later, reopen, for one or many; merge neighbours; split one. All of it or
 * nothing. Throws `already_issued`, `conflict` with the rows as they stand, or what is wrong with the step.
 */
export async function reviewCommitments(
  context: Context,
  actor: Actor,
  request: ReviewRequest,
): Promise<ReviewOutcome> {
  demand(actor, 'review_report')
  return committed(context, async (tx, tell) => {
    await lockForReview(tx, context.city, request.report)
    const rows = await lockSeen(tx, context.city, request)
    const facts = await factsFor(tx, context.city, request)
    const edit = parseEdit(request.decision, facts)
    const { action, reason = null, at = null } = request
    const step = { action, edit, reason: reason?.trim() ?? null, at }
    const plan = planReview(rows.map(reviewedOf), step, facts)
    const outcome = await writeStep(tx, context, actor, { report: request.report, action, rows, plan })
    tell({ topic: 'report', id: request.report, post: actor.post })
    return outcome
  })
}

/** The report while it is under review, locked. */
export async function lockForReview(tx: Tx, city: string, report: string): Promise<void> {
  const { stage } = await lockReport(tx, city, report)
  if (stage === 'issued') throw new AppError('already_issued')
}

async function lockSeen(tx: Tx, city: string, { report, commitments }: ReviewRequest): Promise<Commitment[]> {
  const rows = await lockCommitments(
    tx,
    city,
    report,
    commitments.map(({ id }) => id),
  )
  if (rows.length < new Set(commitments.map(({ id }) => id)).size) throw new AppError('not_found')
  const versions = new Map(commitments.map(({ id, version }) => [id, version]))
  const changed = rows.filter(({ id, version }) => versions.get(id) !== version)
  if (changed.length > 0) throw new AppError('conflict', { current: changed })
  return rows
}

async function factsFor(tx: Tx, city: string, { report, action }: ReviewRequest) {
  const [units, posts] = [await listUnits(tx, city), await listPosts(tx, city)]
  const leaders: LeaderLine[] = leadersOf(posts)
  const wide = action === 'merge' || action === 'split'
  return {
    units: units.map(({ id }) => id),
    leaders,
    text: wide ? (await getReport(tx, city, report)).text : '',
    all: wide ? (await listCommitments(tx, city, report)).map(reviewedOf) : [],
  }
}

export interface StepToWrite {
  readonly report: string
  readonly action: string
  /** The rows as they stand, for those that are not new. */
  readonly rows: readonly Commitment[]
  readonly plan: readonly Reviewed[]
}

/** Writes the decisions, the new commitments and the step itself. */
export async function writeStep(
  tx: Tx,
  context: Context,
  actor: Actor,
  { report, action, rows, plan }: StepToWrite,
): Promise<ReviewOutcome> {
  const { city, now, newId } = context
  const known = new Map(rows.map((row) => [row.id, row]))
  const decidedAt = now()
  const columns = ({ state, decision }: Reviewed) => ({
    state,
    label: decision.label,
    decision: { ...decision },
    leadUnit: decision.leadUnit,
    dueOn: decision.dueOn,
    decidedBy: state === 'pending' ? null : actor.post,
    decidedAt: state === 'pending' ? null : decidedAt,
  })
  const old = plan.flatMap((one) => {
    const row = known.get(one.id)
    return row ? [{ id: one.id, version: row.version, ...columns(one) }] : []
  })
  const fresh = plan.filter(({ id }) => !known.has(id))
  await saveDecisions(tx, city, report, old)
  const section = rows[0]?.section ?? null
  await insertCommitments(
    tx,
    city,
    report,
    fresh.map((one) => ({ ...columns(one), ...placeOf(one), section, proposal: { ...one.proposal } })),
  )
  const entry = newId()
  const { account, post } = actor
  const changes = plan.map((one) => changeOf(known.get(one.id), one))
  await addReviewEntry(tx, city, report, { id: entry, action, changes, account, post, at: decidedAt })
  return { entry, commitments: plan.map(({ id }) => id) }
}

function placeOf({ id, seq, proposal }: Reviewed) {
  return { id, seq, start: proposal.span[0], end: proposal.span[1], confidence: proposal.confidence }
}

function changeOf(row: Commitment | undefined, { id, state, decision }: Reviewed): ReviewChange {
  const from: Snapshot = row ? { state: row.state, decision: reviewedOf(row).decision } : null
  return { commitment: id, from, to: { state, decision } satisfies Snapshot }
}

/** A stored row as the plan sees it. What is in `proposal` and `decision` was written by these commands. */
export function reviewedOf({ id, seq, state, proposal, decision }: Commitment): Reviewed {
  return {
    id,
    seq,
    state,
    proposal: proposal as unknown as Proposal,
    decision: decision as unknown as Decision,
  }
}
