import type { Actor } from '../engine/actor.ts'
import { deleteView as remove } from '../storage/view-store.ts'
import { committed, type Context } from './context.ts'

/** Deletes one of the account's own saved views. Throws `not_found`. */
export async function deleteView(context: Context, actor: Actor, id: string): Promise<void> {
  await committed(context, (tx) => remove(tx, context.city, actor.account, id))
}
