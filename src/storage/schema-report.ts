import type { Day, Json, Moment } from './schema-columns.ts'

/** Tables of reports and their review. */

export interface ReportTable {
  jurisdiction: string
  id: string
  title: string
  year: number
  delivered_on: Day | null
  file_sha256: string
  encoding: string
  /** The decoded original: every span is an offset into this text. */
  text: string
  /** What the reader found besides the commitments: outline, quantities, clauses, achievements, flags. */
  reading: Json<Record<string, unknown>>
  stage: 'reviewing' | 'issued'
  created_by: string
  created_at: Moment
  issued_at: Moment | null
  version: number
}

/** Paragraphs: raw offsets into the stored original. */
export interface PassageTable {
  jurisdiction: string
  report_id: string
  seq: number
  span_start: number
  span_end: number
  level: number
}

export type CommitmentState = 'pending' | 'accepted' | 'edited' | 'rejected' | 'later' | 'merged' | 'split'

export interface CommitmentTable {
  jurisdiction: string
  report_id: string
  id: string
  seq: number
  span_start: number
  span_end: number
  label: string
  section: string | null
  confidence: number
  state: CommitmentState
  /** What the reader proposed; never changed. */
  proposal: Json<Record<string, unknown>>
  /** What the officer decided: title, verb, object, targets, owner, due date, reason. */
  decision: Json<Record<string, unknown>>
  lead_unit: string | null
  due_on: Day | null
  decided_by: string | null
  decided_at: Moment | null
  item_id: string | null
  version: number
}

export interface ReviewChange {
  readonly commitment: string
  readonly from: unknown
  readonly to: unknown
}

/** Every step of the review; append-only, so that undo reaches as far back as wanted. */
export interface ReviewEntryTable {
  jurisdiction: string
  report_id: string
  id: string
  seq: number
  action: string
  /** Commitments touched, each with what it was before and after. */
  changes: Json<readonly ReviewChange[]>
  account_id: string
  post_id: string
  at: Moment
  undone_by: string | null
}
