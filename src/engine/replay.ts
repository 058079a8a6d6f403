import { applyEntry, type Context, type ItemHead, openingState } from './apply-entry.ts'
import type { Entry, ItemState } from './item.ts'
import type { AnyLedger } from './ledger.ts'

/**
 * The item as its history makes it: the fold of its entries in order of seq. An entry that was taken back and the one
 * that took it back leave no trace in the state but the version. Throws on a history that does not begin with 'create'.
 */
export function replay(ledger: AnyLedger, head: ItemHead, entries: readonly Entry[], ctx: Context): ItemState {
  const [first, ...rest] = standing(entries)
  const last = entries.at(-1)
  if (!first || !last) throw new Error(`${ledger.id}: item ${head.id} has no entries`)
  const item = rest.reduce(
    (state, entry) => applyEntry(ledger, state, entry, ctx),
    openingState(ledger, head, first, ctx),
  )
  return { ...item, version: last.seq, lastEntryAt: last.at }
}

/** The entries that still hold: neither taken back nor taking back. */
export function standing(entries: readonly Entry[]): Entry[] {
  const reverted = new Set(entries.map(({ reverts }) => reverts))
  return entries.filter(({ id, reverts }) => reverts === null && !reverted.has(id))
}
