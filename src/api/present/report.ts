import type { Text } from '../../text.ts'
import type { PostRef, UnitRef } from './common.ts'

export type CommitmentLabel = 'number' | 'state' | 'trend' | 'activity'
export type Span = readonly [start: number, end: number]

export interface ReportCounts {
  readonly total: number
  readonly pending: number
  readonly accepted: number
  readonly edited: number
  readonly rejected: number
  readonly later: number
  readonly noLead: number
  readonly lowConfidence: number
  readonly statedDeadline: number
  readonly byLabel: Readonly<Record<CommitmentLabel, number>>
}

export interface ReportSummary {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly stage: 'reviewing' | 'issued'
  readonly deliveredOn: string | null
  readonly createdAt: string
  readonly issuedAt: string | null
  readonly sha256: string
  readonly counts: ReportCounts
}

/** What the officer may change about a promise before it becomes an item. */
export interface Decision {
  readonly title: string
  readonly verb: string
  readonly object: string
  readonly label: CommitmentLabel
  /** Quantity ids of the report, with edited values where the officer corrected one. */
  readonly targets: readonly TargetView[]
  readonly leadUnit: string | null
  readonly coUnits: readonly string[]
  readonly leader: string | null
  readonly dueOn: string
  /** 31 December because the text names no time: shown as a default. */
  readonly dueDefault: boolean
  readonly proofRule: string
  readonly reason: string | null
}

export interface TargetView {
  readonly id: string
  readonly span: Span
  readonly op: '=' | '>=' | '<=' | '>' | '<' | '~' | 'range' | 'rank'
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  readonly text: string
}

export interface CommitmentView {
  readonly id: string
  readonly seq: number
  readonly span: Span
  /** White space removed. */
  readonly text: string
  readonly line: number
  readonly section: string | null
  readonly topic: string | null
  readonly label: CommitmentLabel
  readonly strength: string
  readonly confidence: number
  /** Reader rules that decided, in order; words at /api/reader-rules. */
  readonly rules: readonly string[]
  readonly deadline: {
    readonly span: Span
    readonly text: string
    readonly due: string | null
    readonly kind: string
  } | null
  readonly livelihood: number | null
  readonly relativeTarget: string | null
  readonly state: 'pending' | 'accepted' | 'edited' | 'rejected' | 'later' | 'merged' | 'split'
  readonly decision: Decision
  readonly suggestion: { readonly unit: UnitRef; readonly reason: Text } | null
  readonly hints: readonly Text[]
  readonly decidedBy: PostRef | null
  readonly decidedAt: string | null
  readonly itemId: string | null
  readonly version: number
}

export interface ReviewEntryView {
  readonly id: string
  readonly seq: number
  readonly action: string
  readonly label: Text
  readonly at: string
  readonly post: Text
  readonly commitments: readonly number[]
  readonly mine: boolean
  readonly undone: boolean
}

/** GET /api/reports/{id} */
export interface ReportView extends ReportSummary {
  readonly text: string
  readonly encoding: string
  readonly paragraphs: readonly { readonly span: Span; readonly level: number }[]
  readonly outline: readonly {
    readonly level: number
    readonly no: string | null
    readonly text: string
    readonly span: Span
  }[]
  readonly sections: readonly {
    readonly id: string
    readonly title: string
    readonly total: number
    readonly pending: number
  }[]
  /** Means, purpose, appeal and context, greyed in the text. */
  readonly clauses: readonly { readonly span: Span; readonly label: string }[]
  readonly quantities: readonly TargetView[]
  readonly flags: readonly { readonly span: Span; readonly code: string; readonly message: Text }[]
  readonly commitments: readonly CommitmentView[]
  readonly entries: readonly ReviewEntryView[]
  readonly readingMs: number
}

/** Body of POST /api/reports/{id}/review. `versions` guards against a second officer. */
export interface ReviewBody {
  readonly action: 'accept' | 'edit' | 'reject' | 'later' | 'reopen' | 'merge' | 'split'
  readonly commitments: readonly { readonly id: string; readonly version: number }[]
  readonly decision?: Partial<Decision>
  readonly reason?: string
  /** Offset in the original where a split falls. */
  readonly at?: number
}
export interface ReviewResult {
  readonly commitments: readonly CommitmentView[]
  readonly counts: ReportCounts
  readonly sections: ReportView['sections']
  readonly entry: ReviewEntryView
}

/** POST /api/reports/{id}/issue */
export interface IssueResult {
  readonly ledger: string
  readonly items: number
}

export interface ReaderRuleView {
  readonly id: string
  readonly says: Text
  readonly example: string
}
