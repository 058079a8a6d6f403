import type { Actor } from '../engine/actor.ts'
import { markRead as mark } from '../storage/notification-store.ts'
import { committed, type Context } from './context.ts'

/** Marks reminders of the actor's post as read: the ones named, or all. Others' reminders are left alone. */
export async function markRead(
  context: Context,
  actor: Actor,
  { ids }: { readonly ids: readonly string[] | 'all' },
): Promise<void> {
  await committed(context, (tx) => mark(tx, context.city, actor.post, { ids, at: context.now() }))
}
