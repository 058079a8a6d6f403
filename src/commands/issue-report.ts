import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import type { Values } from '../engine/condition.ts'
import { openItem } from '../engine/open-item.ts'
import { AppError, type FieldFault } from '../errors.ts'
import { workReportTask } from '../ledgers/work-report-task.ts'
import { type Commitment, linkCommitments, lockCommitments } from '../storage/commitment-store.ts'
import { insertItems, type Opened } from '../storage/item-store.ts'
import { insertLinks } from '../storage/link-store.ts'
import { takeNumbers } from '../storage/number-store.ts'
import { listPosts, listUnits, type Post, type Unit } from '../storage/org-store.ts'
import { markIssued } from '../storage/report-store.ts'
import { t } from '../text.ts'
import { committed, type Context, type Tell, type Tx } from './context.ts'
import { numberText } from './create-item.ts'
import { notifyPosts, postsOf } from './notify-of-action.ts'
import type { Decision, Proposal, Target } from './proposal.ts'
import { fault, refused } from './refused.ts'
import { lockForReview, reviewedOf } from './review-commitments.ts'

export interface IssueRequest {
  readonly report: string
  /** Issue what is reviewed and leave the rest. */
  readonly leavePending?: boolean
  /** Planned totals at the ends of the first three quarters, by commitment, where they are agreed already. */
  readonly nodes?: Readonly<Record<string, readonly [number, number, number]>>
}

export interface IssuedReport {
  readonly ledger: string
  readonly items: number
}

/**
 * Ends the review: every accepted commitment becomes an item of the work report ledger, all in one transaction, numbered
 * in the order of the report and linked both ways. Throws `already_issued`, `not_reviewed`, or `refused` naming the
 * commitments without a lead unit that could own them.
 */
export async function issueReport(context: Context, actor: Actor, request: IssueRequest): Promise<IssuedReport> {
  demand(actor, 'issue_report')
  return committed(context, async (tx, tell) => {
    const { city, now } = context
    await lockForReview(tx, city, request.report)
    const all = await lockCommitments(tx, city, request.report)
    const accepted = all.filter(({ state }) => state === 'accepted' || state === 'edited')
    const [units, posts] = [await listUnits(tx, city), await listPosts(tx, city)]
    checkReviewed(all, accepted, request.leavePending === true)
    checkLeads(accepted, posts)
    const opened = await openAll(tx, context, actor, { accepted, units, nodes: request.nodes ?? {} })
    await insertItems(
      tx,
      city,
      opened.map(({ item }) => item),
    )
    await link(tx, context, request.report, opened)
    await markIssued(tx, city, request.report, now())
    await tellUnits(tx, context, actor, opened, posts, tell)
    tell({ topic: 'report', id: request.report, post: actor.post })
    return { ledger: workReportTask.id, items: opened.length }
  })
}

function checkReviewed(all: readonly Commitment[], accepted: readonly Commitment[], leavePending: boolean): void {
  const pending = all.filter(({ state }) => state === 'pending').length
  if (pending > 0 && !leavePending)
    throw new AppError('not_reviewed', {
      detail: t(`还有 ${pending} 条没审完`, `${pending} commitments are not reviewed yet`),
    })
  if (accepted.length === 0)
    throw new AppError('not_reviewed', {
      detail: t('还没有纳入的任务，没有可下达的', 'No commitment is accepted: there is nothing to issue'),
    })
}

function checkLeads(accepted: readonly Commitment[], posts: readonly Post[]): void {
  const owners = new Set(posts.filter(({ roles }) => roles.includes('owner')).map(({ unit }) => unit))
  const faults: FieldFault[] = accepted
    .filter(({ leadUnit }) => leadUnit === null || !owners.has(leadUnit))
    .map(({ id, seq, leadUnit }) =>
      leadUnit === null
        ? fault(id, 'no_lead', `第 ${seq} 条没有牵头单位`, `No. ${seq} has no lead unit`)
        : fault(
            id,
            'no_owner',
            `第 ${seq} 条的牵头单位没有承办岗位`,
            `The lead unit of no. ${seq} has no post that owns`,
          ),
    )
  if (faults.length > 0)
    throw new AppError('refused', {
      detail: t(
        `${faults.length} 条没有能承办的牵头单位：${faults.map(({ message }) => message.zh).join('；')}`,
        `${faults.length} commitments have no lead unit that could own them`,
      ),
      errors: faults,
    })
}

interface OpenedCommitment {
  readonly commitment: Commitment
  readonly item: Opened
}

interface Sources {
  readonly accepted: readonly Commitment[]
  readonly units: readonly Unit[]
  readonly nodes: NonNullable<IssueRequest['nodes']>
}

async function openAll(
  tx: Tx,
  context: Context,
  actor: Actor,
  { accepted, units, nodes }: Sources,
): Promise<OpenedCommitment[]> {
  const { city, calendar, now, newId } = context
  const numbers = await takeNumbers(tx, city, workReportTask.id, accepted.length)
  const regions = new Map(units.map(({ id, region }) => [id, region]))
  return accepted.map((commitment, index) => {
    const { decision, proposal } = reviewedOf(commitment)
    const outcome = openItem(
      workReportTask,
      {
        id: newId(),
        number: numberText(workReportTask, numbers[index] ?? 0),
        common: {
          title: decision.title,
          lead_unit: decision.leadUnit ?? '',
          co_units: decision.coUnits,
          leader_post: decision.leader,
          region: regions.get(decision.leadUnit ?? '') ?? null,
          section: commitment.section,
        },
        values: valuesOf(decision, proposal, nodes[commitment.id]),
        actor,
        at: now(),
        entryId: newId(),
      },
      { calendar },
    )
    if (!outcome.ok) throw refused(outcome.refusals)
    const { item: state, entry } = outcome
    return { commitment, item: { state, entry, ledger: workReportTask, calendar } }
  })
}

function valuesOf(
  decision: Decision,
  proposal: Proposal,
  nodes: readonly [number, number, number] | undefined,
): Values {
  const counted = countedTarget(decision)
  const [q1 = null, q2 = null, q3 = null] = counted ? (nodes ?? []) : []
  return {
    kind: decision.label,
    target: decision.targets.map(({ op, value, low, high, unit, text }) => ({ op, value, low, high, unit, text })),
    target_value: counted?.size ?? null,
    target_unit: counted?.unit ?? null,
    q1,
    q2,
    q3,
    q4: counted?.size ?? null,
    strength: proposal.strength,
    topic: proposal.topic?.slice(0, 200) ?? null,
    livelihood_no: proposal.livelihood,
    source_text: proposal.text.slice(0, 1000),
    deadline: decision.dueOn,
    deadline_default: decision.dueDefault,
    proof_rule: decision.proofRule === '' ? null : decision.proofRule.slice(0, 200),
  }
}

/** Rates, ranks and indexes are measured, not added up: they have no “3 of 15 done”. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['%', '％', 'ratio', '位', '倍', '个百分点', '百分点', '℃', '元/人月'])

function countedTarget({ targets }: Decision): { readonly size: number; readonly unit: string } | null {
  for (const target of targets) {
    const size = target.value ?? target.low
    if (size !== null && size >= 0 && isCounted(target)) return { size, unit: target.unit ?? '' }
  }
  return null
}

function isCounted({ op, unit }: Target): boolean {
  return op !== 'rank' && op !== '<=' && op !== '<' && unit !== null && !NOT_COUNTED.has(unit)
}

async function link(tx: Tx, context: Context, report: string, opened: readonly OpenedCommitment[]): Promise<void> {
  const { city, now, newId } = context
  await linkCommitments(
    tx,
    city,
    report,
    opened.map(({ commitment, item }) => ({ commitment: commitment.id, item: item.state.id })),
  )
  await insertLinks(
    tx,
    city,
    opened.map(({ commitment, item }) => ({
      id: newId(),
      item: item.state.id,
      kind: 'commitment',
      target: `${report}/${commitment.id}`,
      label: item.state.title,
      createdAt: now(),
    })),
  )
}

/** One reminder a unit, however many items it is given. */
async function tellUnits(
  tx: Tx,
  context: Context,
  actor: Actor,
  opened: readonly OpenedCommitment[],
  posts: readonly Post[],
  tell: Tell,
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { item } of opened) counts.set(item.state.lead_unit, (counts.get(item.state.lead_unit) ?? 0) + 1)
  for (const [unit, n] of counts) {
    const owners = postsOf(['owner'], { lead_unit: unit, co_units: [], leader_post: null }, posts)
    const text = t(`政府工作报告任务下达：${n} 项，请签收`, `Work report tasks issued: ${n} to sign for`)
    await notifyPosts(tx, context, owners, { kind: 'issue', item: null, text, by: actor.post }, tell)
  }
}
