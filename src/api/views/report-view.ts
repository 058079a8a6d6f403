import { TEXT_LEVEL } from '../../commands/upload-report.ts'
import type { Reading } from '../../report/reading.ts'
import type { Commitment, CommitmentCounts } from '../../storage/commitment-store.ts'
import type { Passage, Report, ReportHead } from '../../storage/report-store.ts'
import type { ReviewEntry } from '../../storage/review-store.ts'
import type { ReportCounts, ReportSummary, ReportView, TargetView } from '../present/report.ts'
import { commitmentView } from './commitment-view.ts'
import { reviewEntryViews } from './review-entry-view.ts'
import type { Viewing } from './viewing.ts'

export interface ReportFacts {
  readonly report: Report
  readonly passages: readonly Passage[]
  readonly commitments: readonly Commitment[]
  readonly counts: CommitmentCounts | undefined
  /** The newest steps of the review. */
  readonly entries: readonly ReviewEntry[]
}

/** What the reader found, as upload-report stores it. */
type Kept = Omit<Reading, 'commitments'> & { readonly readingMs: number }

export function reportSummary(head: ReportHead, counts: CommitmentCounts | undefined): ReportSummary {
  const { id, title, year, stage, deliveredOn, createdAt, issuedAt, fileSha256 } = head
  return { id, title, year, stage, deliveredOn, createdAt, issuedAt, sha256: fileSha256, counts: reportCounts(counts) }
}

/** The report desk. `account`: whose steps are marked as his own. */
export function reportView(facts: ReportFacts, account: string, viewing: Viewing): ReportView {
  const { report, passages, commitments, counts, entries } = facts
  // Written by upload-report from a Reading, and never changed.
  const reading = report.reading as unknown as Kept
  return {
    ...reportSummary(report, counts),
    text: report.text,
    encoding: report.encoding,
    paragraphs: passages.map(({ start, end, level }) => ({ span: [start, end], level: level ?? TEXT_LEVEL })),
    outline: reading.outline,
    sections: sectionViews(commitments, reading.outline),
    clauses: reading.clauses.filter(({ label }) => FRAMING.has(label)).map(({ span, label }) => ({ span, label })),
    quantities: reading.quantities.map(({ id, span, op, value, low, high, unit, text }): TargetView => ({
      id,
      span,
      op,
      value,
      low,
      high,
      text,
      unit: unit === '' ? null : unit,
    })),
    flags: reading.flags,
    commitments: commitments.map((commitment) => commitmentView(commitment, viewing)),
    entries: reviewEntryViews(entries, commitments, account, viewing),
    readingMs: reading.readingMs,
  }
}

const FRAMING: ReadonlySet<string> = new Set(['means', 'purpose', 'appeal', 'context'])

export function reportCounts(counts: CommitmentCounts | undefined): ReportCounts {
  const by = counts?.byLabel ?? {}
  return {
    ...(counts ?? NONE),
    byLabel: {
      number: by['number'] ?? 0,
      state: by['state'] ?? 0,
      trend: by['trend'] ?? 0,
      activity: by['activity'] ?? 0,
    },
  }
}

const NONE = {
  total: 0,
  pending: 0,
  accepted: 0,
  edited: 0,
  rejected: 0,
  later: 0,
  noLead: 0,
  lowConfidence: 0,
  statedDeadline: 0,
}

/** Sections in the order of the text, with what is left to review; the year's overall targets are section 目. */
export function sectionViews(commitments: readonly Commitment[], outline: Reading['outline']): ReportView['sections'] {
  const titles = new Map(outline.filter(({ level }) => level === 1).map(({ no, text }) => [no, text]))
  const sections = new Map<string, { total: number; pending: number }>()
  for (const { section, state } of commitments) {
    if (section === null || state === 'merged' || state === 'split') continue
    const count = sections.get(section) ?? { total: 0, pending: 0 }
    count.total += 1
    if (state === 'pending') count.pending += 1
    sections.set(section, count)
  }
  return [...sections].map(([id, count]) => ({ id, title: titles.get(id) ?? OVERALL[id] ?? id, ...count }))
}

const OVERALL: Readonly<Record<string, string>> = { 目: '主要预期目标' }
