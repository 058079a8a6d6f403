import { describe, expect, test } from 'vitest'
import type { CommitmentView, ReportView, ReviewEntryView, ReviewResult } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { lastEntryOn, newestFirst, withPending, withResult } from './apply-review.ts'

const commitment = (id: string, version: number, state: CommitmentView['state'] = 'pending') =>
  ({ id, version, state, seq: Number(id) }) as CommitmentView
const entry = (seq: number, commitments: number[], undone = false): ReviewEntryView => ({
  id: `e${seq}`,
  seq,
  action: 'accept',
  label: t('接受', 'Accept'),
  at: '2024-02-28T10:44:00+08:00',
  post: t('督查室科员', 'Clerk'),
  commitments,
  mine: true,
  undone,
})
const report = (commitments: CommitmentView[], entries: ReviewEntryView[] = []) =>
  ({ id: 'r', commitments, entries }) as unknown as ReportView
const result = (commitments: CommitmentView[], made: ReviewEntryView) =>
  ({ commitments, entry: made, counts: { total: 9 }, sections: [] }) as unknown as ReviewResult

describe('withPending', () => {
  test('shows what is under way, the last decision winning, and leaves the others alone', () => {
    const all = [commitment('1', 1), commitment('2', 1)]
    const shown = withPending(all, [
      { ids: ['1'], change: { state: 'later' } },
      { ids: ['1'], change: { state: 'accepted' } },
    ])
    expect(shown.map(({ state }) => state)).toEqual(['accepted', 'pending'])
    expect(shown[1]).toBe(all[1])
    expect(withPending(all, [])).toBe(all)
  })
})

describe('withResult', () => {
  test('replaces by id, adds what is new, and takes the counts and the entry', () => {
    const before = report([commitment('1', 1), commitment('2', 1)], [entry(1, [2])])
    const after = withResult(before, result([commitment('1', 2, 'split'), commitment('3', 1)], entry(2, [1, 3])))
    expect(after.commitments.map(({ id, state }) => [id, state])).toEqual([
      ['1', 'split'],
      ['2', 'pending'],
      ['3', 'pending'],
    ])
    expect(after.counts.total).toBe(9)
    expect(after.entries.map(({ seq }) => seq)).toEqual([1, 2])
  })
  test('an older answer does not take a newer version back', () => {
    const after = withResult(
      report([commitment('1', 5, 'accepted')]),
      result([commitment('1', 4, 'later')], entry(1, [1])),
    )
    expect(after.commitments[0]).toMatchObject({ version: 5, state: 'accepted' })
  })
})

test('the last entry on a commitment passes over what was undone', () => {
  const entries = [entry(1, [7]), entry(3, [7], true), entry(2, [7, 8])]
  expect(lastEntryOn(report([], entries), 7)?.seq).toBe(2)
  expect(lastEntryOn(report([], entries), 9)).toBeUndefined()
  expect(newestFirst(entries).map(({ seq }) => seq)).toEqual([3, 2, 1])
})
