import type { CommitmentView } from '../../../api/present/report.ts'
import { isActive, passes } from './desk-filters.ts'
import type { Filters } from './desk-filters.ts'

/** The commitments of one topic, in the report's order. Counts are over all of the topic, rows only over what is shown. */
export type TopicGroup = Readonly<{
  key: string
  title: string | null
  section: string | null
  total: number
  reviewed: number
  later: number
  rows: readonly CommitmentView[]
}>

/** Groups what passes the filters by topic; a topic of which nothing passes is left out. */
export function groupByTopic(
  commitments: readonly CommitmentView[],
  filters: Filters,
  kept: ReadonlySet<string>,
): TopicGroup[] {
  const groups: { section: string | null; topic: string | null; all: CommitmentView[] }[] = []
  for (const commitment of commitments.toSorted((a, b) => a.span[0] - b.span[0] || a.seq - b.seq)) {
    const last = groups.at(-1)
    if (last && last.section === commitment.section && last.topic === commitment.topic) last.all.push(commitment)
    else groups.push({ section: commitment.section, topic: commitment.topic, all: [commitment] })
  }
  return groups.flatMap(({ section, topic, all }, index) => {
    const rows = all.filter((commitment) => passes(filters, commitment, kept))
    if (rows.length === 0) return []
    const active = all.filter(isActive)
    const open = active.filter(({ state }) => state === 'pending' || state === 'later').length
    return {
      key: `${index} ${topic ?? ''}`,
      title: topic,
      section,
      total: active.length,
      reviewed: active.length - open,
      later: active.filter(({ state }) => state === 'later').length,
      rows,
    }
  })
}

/** The row `steps` further down (up where negative); stays at the ends. The first row where none is current. */
export function neighbour(
  rows: readonly CommitmentView[],
  current: string | null,
  steps: number,
): CommitmentView | undefined {
  const at = rows.findIndex(({ id }) => id === current)
  if (at === -1) return rows[0]
  return rows[Math.min(rows.length - 1, Math.max(0, at + steps))]
}

/** Where review goes on after the current row: the next pending one below, else the next above, else the next row. */
export function nextPending(rows: readonly CommitmentView[], current: string | null): CommitmentView | undefined {
  const at = rows.findIndex(({ id }) => id === current)
  const isPending = ({ state, id }: CommitmentView) => state === 'pending' && id !== current
  return rows.slice(at + 1).find(isPending) ?? rows.slice(0, Math.max(0, at)).find(isPending) ?? rows[at + 1]
}

/** The commitment a merge would take in: the next one that still stands, whatever is filtered. */
export function mergePartner(
  commitments: readonly CommitmentView[],
  current: CommitmentView,
): CommitmentView | undefined {
  return commitments
    .filter(
      (one) =>
        isActive(one) && (one.span[0] > current.span[0] || (one.span[0] === current.span[0] && one.seq > current.seq)),
    )
    .toSorted((a, b) => a.span[0] - b.span[0] || a.seq - b.seq)[0]
}

/** Where a split would fall by itself: after the first mark of enumeration, else in the middle. Counted in characters of the text. */
export function usualSplit(text: string): number {
  const at = text.search(/[、，；]/)
  if (at > 0 && at < text.length - 1) return at + 1
  return Math.max(1, Math.floor(text.length / 2))
}
