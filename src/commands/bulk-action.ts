import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import type { Text } from '../text.ts'
import type { Context } from './context.ts'
import { badFields, fault } from './refused.ts'
import { takeAction } from './take-action.ts'

export interface BulkRequest {
  readonly action: string
  readonly items: readonly { readonly id: string; readonly version: number }[]
  readonly note?: string | null
}

export interface BulkRow {
  readonly id: string
  readonly ok: boolean
  /** Why not; empty where it was done. */
  readonly reasons: readonly Text[]
}

/** As many as a page of a ledger shows. */
const MOST = 200

/**
 * The same action on many items, each in a transaction of its own: one that is refused does not hold up the others.
 * The answer has a row for every item, in the order given.
 */
export async function bulkAction(context: Context, actor: Actor, request: BulkRequest): Promise<BulkRow[]> {
  demand(actor, 'bulk_items')
  const { action, items, note } = request
  if (items.length === 0 || items.length > MOST)
    throw badFields([fault('items', 'bad_count', `一次办 1—${MOST} 项`, `1 to ${MOST} items at once`)])
  const rows: BulkRow[] = []
  for (const { id, version } of items) {
    try {
      await takeAction(context, actor, { item: id, action, version, body: note ? { note } : {} })
      rows.push({ id, ok: true, reasons: [] })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      rows.push({ id, ok: false, reasons: reasonsOf(error) })
    }
  }
  return rows
}

function reasonsOf(error: AppError): Text[] {
  return error.errors.length > 0 ? error.errors.map(({ message }) => message) : [error.detail]
}
