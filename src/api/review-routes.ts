import * as z from 'zod'
import { issueReport } from '../commands/issue-report.ts'
import { type ReviewOutcome, reviewCommitments } from '../commands/review-commitments.ts'
import { undoReview } from '../commands/undo-review.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import type { Reading } from '../report/reading.ts'
import { type Commitment, countCommitments, listCommitments } from '../storage/commitment-store.ts'
import { getReport } from '../storage/report-store.ts'
import { listReviewEntries } from '../storage/review-store.ts'
import type { ReviewResult } from './present/report.ts'
import type { Api } from './route.ts'
import { pageOf, pageSize, uuid } from './schemas/common.ts'
import { reviewBody, reviewEntrySchema, reviewResultSchema } from './schemas/report.ts'
import { dbOf, type Services } from './services.ts'
import { commitmentView } from './views/commitment-view.ts'
import { reportCounts, sectionViews } from './views/report-view.ts'
import { reviewEntryViews } from './views/review-entry-view.ts'
import { viewing } from './views/viewing.ts'

const tag = '审核 / Review'
const params = { id: uuid }

/** The review of a report: each step answers with the commitments it touched, as they now stand. */
export function reviewRoutes(api: Api): void {
  const { services } = api
  const { context } = services

  api.route(
    {
      method: 'post',
      path: '/api/reports/{id}/review',
      tag,
      summary: '审一条或多条 / Review one commitment or many',
      doing: 'review_report',
      params,
      body: reviewBody,
      answer: reviewResultSchema,
      refuses: ['conflict', 'already_issued', 'refused'],
    },
    async ({ params: { id }, actor, body }) => {
      const outcome = await worded(services, () =>
        reviewCommitments(context, actor, {
          report: id,
          action: body.action,
          commitments: body.commitments,
          decision: body.decision,
          reason: body.reason ?? null,
          at: body.at ?? null,
        }),
      )
      return reviewResult(services, id, outcome, actor)
    },
  )

  api.route(
    {
      method: 'post',
      path: '/api/reports/{id}/undo',
      tag,
      summary: '撤回自己最近的一步 / Take back one’s own last step',
      doing: 'review_report',
      params,
      body: z.strictObject({}),
      answer: reviewResultSchema,
      refuses: ['refused', 'already_issued'],
    },
    async ({ params: { id }, actor }) =>
      reviewResult(services, id, await undoReview(context, actor, { report: id }), actor),
  )

  api.route(
    {
      method: 'get',
      path: '/api/reports/{id}/entries',
      tag,
      summary: '审核经过，新的在前 / Steps of the review, newest first',
      doing: 'read_reports',
      params,
      query: { limit: pageSize(200, 50), after: z.coerce.number().int().min(1).optional() },
      answer: pageOf(reviewEntrySchema),
    },
    async ({ params: { id }, actor, query: { limit, after } }) => {
      const [db, { city }] = [dbOf(services), context]
      await getReport(db, city, id)
      const all = await listReviewEntries(db, city, id)
      const page = all.filter(({ seq }) => after === undefined || seq < after).slice(0, limit)
      const last = page.at(-1)
      return {
        items: reviewEntryViews(page, await listCommitments(db, city, id), actor.account, await viewing(services)),
        next: last && last.seq > 1 ? String(last.seq) : null,
        total: all.length,
      }
    },
  )
}

/** Ends the review: what is accepted becomes items. */
export function issueRoutes(api: Api): void {
  const { context } = api.services
  api.route(
    {
      method: 'post',
      path: '/api/reports/{id}/issue',
      tag,
      summary: '下达：接受的任务成为事项 / Issue: accepted commitments become items',
      doing: 'issue_report',
      params,
      body: z.strictObject({ leavePending: z.boolean().optional() }),
      answer: z.object({ ledger: z.string(), items: z.int() }),
      refuses: ['not_reviewed', 'already_issued', 'refused'],
    },
    ({ params: { id }, actor, body: { leavePending = false } }) =>
      issueReport(context, actor, { report: id, leavePending }),
  )
}

async function reviewResult(
  services: Services,
  report: string,
  outcome: ReviewOutcome,
  actor: Actor,
): Promise<ReviewResult> {
  const [db, { city }] = [dbOf(services), services.context]
  const [all, counts, [entry], { reading }, view] = await Promise.all([
    listCommitments(db, city, report),
    countCommitments(db, city, [report]),
    listReviewEntries(db, city, report, { limit: 1 }),
    getReport(db, city, report),
    viewing(services),
  ])
  const touched = new Set(outcome.commitments)
  const [shown] = entry ? reviewEntryViews([entry], all, actor.account, view) : []
  if (!shown) throw new Error(`report ${report}: a step left no entry`)
  return {
    commitments: all.filter(({ id }) => touched.has(id)).map((one) => commitmentView(one, view)),
    counts: reportCounts(counts.get(report)),
    // Written by upload-report from a Reading.
    sections: sectionViews(all, (reading as unknown as Pick<Reading, 'outline'>).outline),
    entry: shown,
  }
}

/** A conflict shows the commitments as the desk knows them. */
async function worded<T>(services: Services, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict' || !Array.isArray(error.current)) throw error
    const view = await viewing(services)
    // review-commitments and the store give the rows as they stand.
    const rows = error.current as Commitment[]
    throw new AppError('conflict', { detail: error.detail, current: rows.map((row) => commitmentView(row, view)) })
  }
}
