import type { CommitmentView, ReportView, ReviewEntryView, ReviewResult } from '../../../api/present/report.ts'

/** A decision shown before the server has confirmed it. */
export type Pending = Readonly<{ ids: readonly string[]; change: Partial<Pick<CommitmentView, 'state' | 'decision'>> }>

/** The commitments as they will be once everything under way is confirmed. Untouched ones keep their identity. */
export function withPending(
  commitments: readonly CommitmentView[],
  pending: readonly Pending[],
): readonly CommitmentView[] {
  if (pending.length === 0) return commitments
  return commitments.map((commitment) =>
    pending
      .filter(({ ids }) => ids.includes(commitment.id))
      .reduce((shown, { change }) => ({ ...shown, ...change }), commitment),
  )
}

/** The report after a confirmed review: what came back replaces what was there, unless a newer version is there already. */
export function withResult(report: ReportView, result: ReviewResult): ReportView {
  const came = new Map(result.commitments.map((one) => [one.id, one]))
  const kept = report.commitments.map((old) => {
    const next = came.get(old.id)
    came.delete(old.id)
    return next && next.version >= old.version ? next : old
  })
  return {
    ...report,
    commitments: [...kept, ...came.values()],
    counts: result.counts,
    sections: result.sections,
    entries: [...report.entries.filter(({ id }) => id !== result.entry.id), result.entry],
  }
}

/** The last entry that touched a commitment: who changed what, for a conflict. */
export function lastEntryOn(report: ReportView, seq: number): ReviewEntryView | undefined {
  return newestFirst(report.entries).find((entry) => !entry.undone && entry.commitments.includes(seq))
}

export function newestFirst(entries: readonly ReviewEntryView[]): ReviewEntryView[] {
  return entries.toSorted((a, b) => b.seq - a.seq)
}
