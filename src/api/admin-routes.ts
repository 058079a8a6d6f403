import * as z from 'zod'
import { systemActor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { type AuditEvent, listAudit } from '../storage/audit-store.ts'
import { countEntries } from '../storage/entry-store.ts'
import { countFiles } from '../storage/file-store.ts'
import { countItems } from '../storage/item-query.ts'
import { wholeCity } from '../storage/scope.ts'
import { t, type Text } from '../text.ts'
import type { SystemView } from './present/admin.ts'
import { readingFor } from './read-item.ts'
import type { Api } from './route.ts'
import { auditEventSchema, systemSchema } from './schemas/admin.ts'
import { cursor, pageSize } from './schemas/common.ts'
import { dbOf, type Services } from './services.ts'

const tag = '管理 / Administration'

/** The system itself, and the security log. */
export function adminRoutes(api: Api): void {
  const { services } = api
  const { context } = services

  api.route(
    {
      method: 'get',
      path: '/api/admin/system',
      tag,
      summary: '系统情况 / The system',
      doing: 'read_system',
      answer: systemSchema,
    },
    () => systemView(services),
  )

  api.route(
    {
      method: 'get',
      path: '/api/admin/audit',
      tag,
      summary: '安全日志，新的在前 / Security log, newest first',
      doing: 'read_audit',
      query: { event: z.string().max(60).optional(), after: cursor, limit: pageSize(500, 100) },
      answer: z.object({ items: z.array(auditEventSchema), next: z.string().nullable() }),
    },
    async ({ query: { event, after, limit } }) => {
      const filter = { ...(event !== undefined && { event }), ...(after !== undefined && { after: placeOf(after) }) }
      const rows = await listAudit(dbOf(services), context.city, { ...filter, limit: limit + 1 })
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return { items, next: rows.length > limit && last ? cursorOf(last) : null }
    },
  )
}

async function systemView({ context, city, startedAt, version, ...services }: Services): Promise<SystemView> {
  const { database } = context
  const { profile, db } = database
  const all = { ...readingFor({ context, city, startedAt, version, ...services }, systemActor), scope: wholeCity }
  const items = await countItems(db, city.id, {}, all)
  const [entries, files] = [await countEntries(db, city.id), await countFiles(db, city.id)]
  return {
    version,
    startedAt,
    items,
    entries,
    files,
    sample: city.sample,
    engine: profile.kind,
    engineAdvice: items > profile.maxItemsAdvised ? adviceFor(items, profile.maxItemsAdvised) : null,
  }
}

function adviceFor(items: number, most: number): Text {
  return t(
    `已有 ${items} 项，这种数据库建议不超过 ${most} 项，请改用 PostgreSQL`,
    `${items} items: this database is advised for up to ${most}; move to PostgreSQL`,
  )
}

function cursorOf({ at, id }: AuditEvent): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

function placeOf(text: string): { at: string; id: string } {
  const [at, id] = Buffer.from(text, 'base64url').toString().split(' ')
  if (at && id && /^\d{4}-\d{2}-\d{2}T[\d:.]+\+08:00$/.test(at)) return { at, id }
  const message = t('翻页的位置不对，从第一页重来', 'The cursor is not valid; start from the first page')
  throw new AppError('bad_request', { errors: [{ field: 'after', code: 'bad_cursor', message }] })
}
