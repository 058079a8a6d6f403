import * as z from 'zod'
import { markRead } from '../commands/mark-read.ts'
import { countUnread, listNotifications, type Notification } from '../storage/notification-store.ts'
import type { NotificationList, NotificationView } from './present/session.ts'
import type { Api } from './route.ts'
import { notificationsSchema } from './schemas/session.ts'
import { flag, pageSize } from './schemas/common.ts'
import { dbOf } from './services.ts'

const tag = '提醒 / Reminders'

/** Reminders belong to the post: whoever holds it reads them. */
export function notificationRoutes(api: Api): void {
  const { services } = api
  const { context } = services

  api.route(
    {
      method: 'get',
      path: '/api/notifications',
      tag,
      summary: '本岗位的提醒，新的在前 / Reminders of the post, newest first',
      doing: 'read_notifications',
      query: { limit: pageSize(200, 50), unread: flag.optional() },
      answer: notificationsSchema,
    },
    async ({ actor, query: { limit, unread = false } }): Promise<NotificationList> => {
      const db = dbOf(services)
      const list = await listNotifications(db, context.city, actor.post, { limit, unread })
      return { items: list.map(notificationView), unread: await countUnread(db, context.city, actor.post) }
    },
  )

  api.route(
    {
      method: 'post',
      path: '/api/notifications/read',
      tag,
      summary: '标为已读；不写 ids 就是全部 / Mark as read; all where ids is missing',
      doing: 'read_notifications',
      body: z.strictObject({ ids: z.array(z.string().max(60)).max(500).optional() }),
      status: 204,
    },
    async ({ actor, body: { ids } }) => {
      await markRead(context, actor, { ids: ids ?? 'all' })
    },
  )
}

function notificationView({ id, at, text, item, readAt }: Notification): NotificationView {
  return { id, at, text, href: item === null ? '/' : `/items/${item}`, read: readAt !== null }
}
