import type { Text } from '../text.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

export interface NewNotification {
  readonly id: string
  readonly post: string
  readonly at: string
  readonly kind: string
  readonly item: string | null
  readonly text: Text
}

export interface Notification extends NewNotification {
  readonly readAt: string | null
}

/** Leaves notes for posts: whoever holds the post reads them. */
export async function notify(db: Db, city: string, list: readonly NewNotification[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('notification')
    .values(
      list.map(({ id, post, at, kind, item, text }) => ({
        jurisdiction: city,
        post_id: post,
        id,
        at,
        kind,
        item_id: item,
        text: json(text),
        read_at: null,
      })),
    )
    .execute()
}

/** Newest first. */
export async function listNotifications(
  db: Db,
  city: string,
  post: string,
  { limit = 50, unread = false }: { readonly limit?: number; readonly unread?: boolean } = {},
): Promise<Notification[]> {
  return db
    .selectFrom('notification')
    .select(['id', 'post_id as post', 'at', 'kind', 'item_id as item', 'text', 'read_at as readAt'])
    .where('jurisdiction', '=', city)
    .where('post_id', '=', post)
    .$if(unread, (query) => query.where('read_at', 'is', null))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Marks notes of this post as read; those read before keep their moment. */
export async function markRead(
  db: Db,
  city: string,
  post: string,
  { ids, at }: { readonly ids: readonly string[] | 'all'; readonly at: string },
): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('notification')
    .set({ read_at: at })
    .where('jurisdiction', '=', city)
    .where('post_id', '=', post)
    .where('read_at', 'is', null)
    .$if(ids !== 'all', (query) => query.where('id', 'in', ids === 'all' ? [] : ids))
    .execute()
}

export async function countUnread(db: Db, city: string, post: string): Promise<number> {
  const { n } = await db
    .selectFrom('notification')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('jurisdiction', '=', city)
    .where('post_id', '=', post)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return n
}
