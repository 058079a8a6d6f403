import type { Commitment } from '../../storage/commitment-store.ts'
import type { ReviewEntry } from '../../storage/review-store.ts'
import { t, type Text } from '../../text.ts'
import type { ReviewEntryView } from '../present/report.ts'
import type { Viewing } from './viewing.ts'

const LABELS: Readonly<Record<string, Text>> = {
  accept: t('接受', 'Accepted'),
  edit: t('修改', 'Edited'),
  reject: t('不纳入', 'Rejected'),
  later: t('留后', 'Left for later'),
  reopen: t('重新审', 'Reopened'),
  merge: t('合并', 'Merged'),
  split: t('拆分', 'Split'),
  undo: t('撤回', 'Taken back'),
  issue: t('下达', 'Issued'),
}

/** Steps of a review; commitments are named by their number in the report. */
export function reviewEntryViews(
  entries: readonly ReviewEntry[],
  commitments: readonly Pick<Commitment, 'id' | 'seq'>[],
  account: string,
  { directory }: Viewing,
): ReviewEntryView[] {
  const numbers = new Map(commitments.map(({ id, seq }) => [id, seq]))
  return entries.map(({ id, seq, action, changes, at, post, account: by, undoneBy }) => ({
    id,
    seq,
    action,
    at,
    label: LABELS[action] ?? t(action, action),
    post: directory.post(post).title,
    commitments: [...new Set(changes.flatMap(({ commitment }) => numbers.get(commitment) ?? []))],
    mine: by === account,
    undone: undoneBy !== null,
  }))
}
