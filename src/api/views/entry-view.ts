import { entryText } from '../../engine/describe.ts'
import type { AnyLedger } from '../../engine/ledger.ts'
import type { StoredEntry } from '../../storage/entry-store.ts'
import type { EntryView } from '../present/item.ts'
import type { Viewing } from './viewing.ts'

/**
 * Rows of the timeline. `around` are further entries in which a taking back may stand: it is always newer than what it
 * takes back.
 */
export function entryViews(
  ledger: AnyLedger,
  entries: readonly StoredEntry[],
  { directory }: Viewing,
  around: readonly StoredEntry[] = [],
): EntryView[] {
  const reverted = new Set([...entries, ...around].map(({ reverts }) => reverts))
  return entries.map((entry) => {
    const { id, seq, action, at, actor, from, to, note, evidence, reverts, hash } = entry
    const { label, changes } = entryText(ledger, entry, directory.lookups)
    return {
      id,
      seq,
      action,
      label,
      at,
      from,
      to,
      changes,
      note,
      evidence,
      reverts,
      hash,
      post: directory.post(actor.post).title,
      unit: directory.unit(actor.unit).short,
      reverted: reverted.has(id),
    }
  })
}
