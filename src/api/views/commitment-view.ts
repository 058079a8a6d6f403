import type { Decision, Proposal } from '../../commands/proposal.ts'
import type { Commitment } from '../../storage/commitment-store.ts'
import { LOW_CONFIDENCE } from '../../storage/commitment-store.ts'
import { t, type Text } from '../../text.ts'
import type { CommitmentView } from '../present/report.ts'
import type { Viewing } from './viewing.ts'

/** A commitment as the officer reviews it: what was read, what is decided, what to look out for. */
export function commitmentView(row: Commitment, { directory }: Viewing): CommitmentView {
  // Both were written by the commands of the review.
  const proposal = row.proposal as unknown as Proposal
  const decision = row.decision as unknown as Decision
  const { id, seq, state, section, confidence, decidedAt, itemId, version } = row
  const { deadline, suggestion } = proposal
  return {
    id,
    seq,
    state,
    section,
    confidence,
    decidedAt,
    itemId,
    version,
    decision,
    span: [row.start, row.end],
    text: proposal.text,
    line: proposal.line,
    topic: proposal.topic,
    label: decision.label,
    strength: proposal.strength,
    rules: proposal.rules,
    deadline: deadline && {
      span: deadline.span,
      text: deadline.text,
      due: deadline.due,
      kind: deadline.kind,
    },
    livelihood: proposal.livelihood,
    relativeTarget: proposal.relativeTarget,
    suggestion: suggestion && {
      unit: directory.unit(suggestion.unit),
      reason: suggestion.reason,
    },
    hints: hintsFor(proposal, decision),
    decidedBy: row.decidedBy === null ? null : directory.post(row.decidedBy),
  }
}

/** What a person should look at before accepting. */
function hintsFor(proposal: Proposal, decision: Decision): Text[] {
  const { confidence, relativeTarget, parts, recurrence, deadline } = proposal
  const hints: Text[] = []
  if (confidence < LOW_CONFIDENCE) hints.push(t('把握不大，先看原文', 'The reader is unsure: read the source first'))
  if (parts.length > 1)
    hints.push(t(`含 ${parts.length} 件事，可以拆分`, `It holds ${parts.length} things and may be split`))
  if (relativeTarget !== null)
    hints.push(t(`目标是相对的：${relativeTarget}`, `The target is relative: ${relativeTarget}`))
  if (recurrence !== null) hints.push(t(`周期性任务：${recurrence}`, `It comes round again: ${recurrence}`))
  if (deadline?.kind === 'vague') hints.push(t(`“${deadline.text}”没有日期`, `“${deadline.text}” names no date`))
  if (decision.leadUnit === null) hints.push(t('还没有牵头单位', 'No lead unit yet'))
  return hints
}
