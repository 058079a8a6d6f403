import type { Commitment, CommitmentLabel, Op, Quantity, Reading, Span } from '../report/reading.ts'
import type { Text } from '../text.ts'
import { type OwnerSuggestion, suggestOwner, type UnitDuties } from './suggest-owner.ts'

/** A target as the officer sees and corrects it. */
export interface Target {
  readonly id: string
  readonly span: Span
  readonly op: Op
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly text: string
}

/** What the reader found of one commitment, with the suggested owner. Stored once and never changed. */
export interface Proposal extends Commitment {
  readonly targetViews: readonly Target[]
  readonly suggestion: { readonly unit: string; readonly co: readonly string[]; readonly reason: Text } | null
}

/** What the officer decides before a commitment becomes an item. */
export interface Decision {
  readonly title: string
  readonly verb: string
  readonly object: string
  readonly label: CommitmentLabel
  readonly targets: readonly Target[]
  readonly leadUnit: string | null
  readonly coUnits: readonly string[]
  /** The post in whose line the lead unit stands. */
  readonly leader: string | null
  readonly dueOn: string
  /** True: 31 December, because the text names no time. */
  readonly dueDefault: boolean
  /** Which proof closes the item, in words. */
  readonly proofRule: string
  readonly reason: string | null
}

/** A leader and the units in his charge. */
export interface LeaderLine {
  readonly post: string
  readonly line: readonly string[] | 'all'
}

export function proposalOf(commitment: Commitment, reading: Reading, units: readonly UnitDuties[]): Proposal {
  const wanted = new Set(commitment.targets)
  const suggestion: OwnerSuggestion | null = suggestOwner(
    {
      text: commitment.text,
      subject: commitment.subject,
      heads: [commitment.subtopic, commitment.topic].filter((head) => head !== null),
    },
    units,
  )
  return { ...commitment, targetViews: reading.quantities.filter(({ id }) => wanted.has(id)).map(targetOf), suggestion }
}

/** The decision as it stands before anybody has touched it. `year` is the year whose work the report plans. */
export function firstDecision(proposal: Proposal, year: number, leaders: readonly LeaderLine[]): Decision {
  const stated = proposal.deadline?.due ?? null
  const leadUnit = proposal.suggestion?.unit ?? null
  return {
    title: titleOf(proposal),
    verb: proposal.verb ?? '',
    object: proposal.object ?? '',
    label: proposal.label,
    targets: proposal.targetViews,
    leadUnit,
    coUnits: proposal.suggestion?.co ?? [],
    leader: leadUnit === null ? null : leaderOf(leadUnit, leaders),
    dueOn: stated ?? `${year}-12-31`,
    dueDefault: stated === null,
    proofRule: proofRuleOf(proposal.label),
    reason: null,
  }
}

/** The post that has this unit in its line; whoever has all units (the mayor) is not meant. */
export function leaderOf(unit: string, leaders: readonly LeaderLine[]): string | null {
  return leaders.find(({ line }) => line !== 'all' && line.includes(unit))?.post ?? null
}

const LONGEST_TITLE = 200

/** The commitment by itself: a subject or verb that stands in the clause before is put in front, “其中” and “一是” go. */
function titleOf(commitment: Commitment): string {
  const { text, subject, verb, verbInherited } = commitment
  const before = subject !== null && !text.includes(subject) && !hasOwnSubject(commitment) ? subject : ''
  const does = verbInherited && verb !== null && !text.includes(verb) ? verb : ''
  const own = text.replace(/^(?:其中|同时|[一二三四五六七八九十]是)[，：]?/, '')
  return `${before}${does}${own}`.replace(/[，。；、：,;]+$/, '').slice(0, LONGEST_TITLE)
}

/** “发电量达到…” says what it is about; “上半年达到…” and “力争10月份开工” do not. */
function hasOwnSubject({ text, verb, deadline }: Commitment): boolean {
  const at = verb === null ? -1 : text.indexOf(verb)
  if (at <= 0) return false
  const ahead = text.slice(0, at).replace(deadline?.text ?? '', '')
  return ahead.replace(/力争|确保|争取|尽快|尽早|同步|全部|要|再/g, '') !== ''
}

function proofRuleOf(label: CommitmentLabel): string {
  switch (label) {
    case 'number':
      return '逐项佐证，数量合计不少于目标值'
    case 'state':
      return '批复、验收或开工通车等文件一件以上'
    case 'trend':
      return '主管部门或统计部门发布的数值一件以上'
    case 'activity':
      return '办理结果的文件或照片一件以上'
  }
}

function targetOf({ id, span, op, value, low, high, unit, text }: Quantity): Target {
  return { id, span, op, value, low, high, unit: unit === '' ? null : unit, text }
}
