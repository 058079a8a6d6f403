import type { EntryView } from '../../../api/present/item.ts'

/** The page's entries with earlier ones read later: newest first, none twice. */
export function joinEntries<E extends Pick<EntryView, 'id' | 'seq'>>(first: readonly E[], older: readonly E[]): E[] {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...older.filter(({ id }) => !known.has(id))].sort((a, b) => b.seq - a.seq)
}
