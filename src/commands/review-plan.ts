import type { Span } from '../report/reading.ts'
import { AppError } from '../errors.ts'
import { t } from '../text.ts'
import { type DecisionEdit, edited } from './decision-edit.ts'
import type { Decision, LeaderLine, Proposal, Target } from './proposal.ts'
import { badFields, fault } from './refused.ts'

export type ReviewAction = 'accept' | 'edit' | 'reject' | 'later' | 'reopen' | 'merge' | 'split'
export type ReviewState = 'pending' | 'accepted' | 'edited' | 'rejected' | 'later' | 'merged' | 'split'

/** A commitment as the review sees it. */
export interface Reviewed {
  readonly id: string
  readonly seq: number
  readonly state: ReviewState
  readonly proposal: Proposal
  readonly decision: Decision
}

export interface Step {
  readonly action: ReviewAction
  readonly edit: DecisionEdit
  readonly reason: string | null
  /** Offset in the original where a split falls. */
  readonly at: number | null
}

/** What the step looks at besides the commitments it names. */
export interface ReviewFacts {
  readonly text: string
  /** All commitments of the report, in the order of the text. */
  readonly all: readonly Reviewed[]
  readonly leaders: readonly LeaderLine[]
}

/** The commitments as the step leaves them; those with an id that is not known yet are new. */
export type ReviewPlan = readonly Reviewed[]

/** Merged into another, or split in two: kept for the record, no longer part of the review. */
export function isGone(state: ReviewState): boolean {
  return state === 'merged' || state === 'split'
}

/** What one step of the review makes of the commitments it names. Pure. Throws bad_request or refused with the reason. */
export function planReview(named: readonly Reviewed[], step: Step, facts: ReviewFacts): ReviewPlan {
  if (named.length === 0) throw badFields([fault('commitments', 'none', '先选任务', 'Choose a commitment first')])
  const gone = named.find(({ state }) => isGone(state))
  if (gone) throw impossible(`第 ${gone.seq} 条已经合并或拆分`, `No. ${gone.seq} was merged or split`)
  if (step.action === 'merge') return merged(named, facts)
  if (step.action === 'split') return split(named, step, facts)
  return named.map((one) => decided(one, step, named.length > 1, facts.leaders))
}

function decided(one: Reviewed, step: Step, many: boolean, leaders: readonly LeaderLine[]): Reviewed {
  const { action, edit, reason } = step
  const isEdit = Object.values(edit).some((value) => value !== undefined)
  switch (action) {
    case 'accept':
    case 'edit': {
      if (action === 'edit' && !isEdit) throw badFields([fault('decision', 'none', '没有改动', 'Nothing is changed')])
      if (many && edit.title !== undefined)
        throw badFields([fault('title', 'many', '多条任务不能用同一个标题', 'Many commitments cannot share a title')])
      const state = isEdit || one.state === 'edited' ? 'edited' : 'accepted'
      return { ...one, state, decision: edited(one.decision, { ...edit, reason }, leaders) }
    }
    case 'reject':
      if (reason === null || reason === '')
        throw badFields([fault('reason', 'needs_note', '不纳入要写明理由', 'A rejection needs a reason')])
      return { ...one, state: 'rejected', decision: { ...one.decision, reason } }
    case 'later':
      return { ...one, state: 'later', decision: { ...one.decision, reason } }
    case 'reopen':
      return { ...one, state: 'pending', decision: { ...one.decision, reason: null } }
    case 'merge':
    case 'split':
      throw new Error(`${action} is not a decision on one commitment`)
  }
}

/** Neighbours become one new commitment; they themselves stay as they were read. */
function merged(named: readonly Reviewed[], facts: ReviewFacts): ReviewPlan {
  const live = facts.all.filter(({ state }) => !isGone(state))
  const places = named.map(({ id }) => live.findIndex((one) => one.id === id)).sort((a, b) => a - b)
  const parts = places.map((place) => live[place]).filter((part) => part !== undefined)
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || parts.length < 2)
    throw badFields([fault('commitments', 'too_few', '合并至少要两条', 'A merge takes at least two')])
  if (places.some((place, index) => index > 0 && place !== (places[index - 1] ?? 0) + 1))
    throw impossible('只能合并相邻的任务', 'Only neighbours can be merged')
  const span: Span = [first.proposal.span[0], last.proposal.span[1]]
  const text = wordsOf(facts.text, span)
  const proposal: Proposal = {
    ...first.proposal,
    id: nextId(facts.all, 0),
    span,
    text,
    targets: parts.flatMap((part) => part.proposal.targets),
    targetViews: parts.flatMap((part) => part.proposal.targetViews),
    confidence: Math.min(...parts.map((part) => part.proposal.confidence)),
  }
  const decision: Decision = {
    ...first.decision,
    title: titled(text),
    targets: parts.flatMap((part) => part.decision.targets),
    dueOn: parts.map((part) => part.decision.dueOn).reduce((a, b) => (a > b ? a : b)),
    dueDefault: parts.every((part) => part.decision.dueDefault),
    coUnits: [...new Set(parts.flatMap(({ decision: { coUnits, leadUnit } }) => [...coUnits, leadUnit]))].filter(
      (unit) => unit !== null && unit !== first.decision.leadUnit,
    ) as string[],
  }
  return [
    ...parts.map((part) => ({ ...part, state: 'merged' as const })),
    { id: proposal.id, seq: first.seq, state: 'pending', proposal, decision },
  ]
}

/** One commitment becomes two new ones at an offset of the original. */
function split(named: readonly Reviewed[], { at }: Step, facts: ReviewFacts): ReviewPlan {
  const [one] = named
  if (one === undefined || named.length > 1)
    throw badFields([fault('commitments', 'too_many', '一次拆分一条', 'One commitment is split at a time')])
  const [start, end] = one.proposal.span
  if (at === null || !Number.isInteger(at) || at <= start || at >= end)
    throw badFields([fault('at', 'outside', '拆分位置要在这条任务中间', 'The split must fall inside the commitment')])
  const cut = one.proposal.targetViews.find(({ span }) => span[0] < at && at < span[1])
  if (cut) throw impossible(`不能从“${cut.text}”中间拆开`, `“${cut.text}” cannot be cut through`)
  const spans: readonly Span[] = [
    [start, at],
    [at, end],
  ]
  if (spans.some((span) => titled(wordsOf(facts.text, span)) === ''))
    throw impossible('拆开后有一边没有文字', 'One side of the split would be empty')
  return [{ ...one, state: 'split' }, ...spans.map((span, index) => half(one, span, index, facts))]
}

function half(one: Reviewed, span: Span, index: number, { text: original, all }: ReviewFacts): Reviewed {
  const text = wordsOf(original, span)
  const inside = (target: Target) => target.span[0] >= span[0] && target.span[1] <= span[1]
  const targetViews = one.proposal.targetViews.filter(inside)
  const id = nextId(all, index)
  const targets = targetViews.map((target) => target.id)
  return {
    id,
    seq: one.seq,
    state: 'pending',
    proposal: { ...one.proposal, id, span, text, targetViews, targets, verbInherited: index > 0 },
    decision: { ...one.decision, title: titled(text), targets: one.decision.targets.filter(inside) },
  }
}

function nextId(all: readonly Reviewed[], offset: number): string {
  const last = Math.max(0, ...all.map(({ id }) => Number(id.slice(1)) || 0))
  return `C${String(last + 1 + offset).padStart(3, '0')}`
}

function wordsOf(text: string, [start, end]: Span): string {
  return text.slice(start, end).replace(/\s/g, '')
}

function titled(text: string): string {
  return text.replace(/^[，。；、：,;]+|[，。；、：,;]+$/g, '').slice(0, 200)
}

function impossible(zh: string, en: string): AppError {
  return new AppError('refused', { detail: t(zh, en) })
}
