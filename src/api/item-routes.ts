import * as z from 'zod'
import type { Actor } from '../engine/actor.ts'
import { listEntries, verifyChain } from '../storage/entry-store.ts'
import { listItems } from '../storage/item-query.ts'
import { getLedger } from '../ledgers/index.ts'
import { etagOf, hasVersion } from './http/etag.ts'
import { FIELD_QUERY, itemFilter, itemPaging, itemQuery, ledgerQuery } from './item-filter.ts'
import type { Page } from './present/common.ts'
import type { EntryView, ItemRow } from './present/item.ts'
import { getVisibleItem, pastMoment, readingFor, readItemView, readPastView } from './read-item.ts'
import type { Api } from './route.ts'
import { pageOf, pageSize, uuid } from './schemas/common.ts'
import { entrySchema, itemRowSchema, itemViewSchema } from './schemas/item.ts'
import { dbOf, type Services } from './services.ts'
import { entryViews } from './views/entry-view.ts'
import { itemRow } from './views/item-row.ts'
import type { Origins } from './views/origin-view.ts'
import { viewing } from './views/viewing.ts'

const tag = '事项 / Items'
const params = { id: uuid }

/** Items across ledgers. What the post may not see does not exist for it. */
export function itemRoutes(api: Api, origins: Origins): void {
  const { services } = api
  const { context } = services

  api.route(
    {
      method: 'get',
      path: '/api/items',
      tag,
      summary: '各台账的事项 / Items of all ledgers',
      doing: 'read_items',
      query: { ...ledgerQuery, ...itemQuery, ...itemPaging },
      extraQuery: FIELD_QUERY,
      answer: pageOf(itemRowSchema),
    },
    ({ c, actor, query }) => itemPage(services, actor, itemFilter(query, new URL(c.req.url).searchParams)),
  )

  api.route(
    {
      method: 'get',
      path: '/api/items/{id}',
      tag,
      summary: '一个事项；带 at 看过去某一刻 / One item; with `at` as it stood then',
      doing: 'read_items',
      params,
      query: { at: z.string().max(40).optional() },
      answer: itemViewSchema,
    },
    async ({ c, actor, params: { id }, query: { at }, header }) => {
      const item = await getVisibleItem(services, id, actor)
      if (at !== undefined) return readPastView(services, origins, { item, at: pastMoment(at, context.now()) }, actor)
      header('etag', etagOf(item.version))
      if (hasVersion(c, item.version)) return c.body(null, 304, { etag: etagOf(item.version) })
      return readItemView(services, origins, item, actor)
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/items/{id}/entries',
      tag,
      summary: '经过，新的在前 / History, newest first',
      doing: 'read_items',
      params,
      query: { after: z.coerce.number().int().min(1).max(1e9).optional(), limit: pageSize(200, 50) },
      answer: pageOf(entrySchema),
    },
    async ({ actor, params: { id }, query: { after, limit } }): Promise<Page<EntryView>> => {
      const item = await getVisibleItem(services, id, actor)
      const [db, { city }] = [dbOf(services), context]
      const before = after === undefined ? {} : { before: after }
      const entries = await listEntries(db, city, id, { ...before, limit, order: 'desc' })
      // Taking back is open for ten minutes, so it stands among the next few.
      const around = after === undefined ? [] : await listEntries(db, city, id, { after: after - 1, limit: 20 })
      const last = entries.at(-1)
      return {
        items: entryViews(getLedger(item.ledger), entries, await viewing(services), around),
        next: last && last.seq > 1 ? String(last.seq) : null,
        total: item.version,
      }
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/items/{id}/chain',
      tag,
      summary: '核对经过的哈希链 / Check the hash chain of the history',
      doing: 'read_items',
      params,
      answer: z.object({ entries: z.int(), brokenAt: z.int().nullable() }),
    },
    async ({ actor, params: { id } }) => {
      await getVisibleItem(services, id, actor)
      return verifyChain(dbOf(services), context.city, id)
    },
  )
}

export async function itemPage(
  services: Services,
  actor: Actor,
  filter: ReturnType<typeof itemFilter>,
): Promise<Page<ItemRow>> {
  const [{ rows, next, total }, view] = await Promise.all([
    listItems(dbOf(services), services.context.city, filter, readingFor(services, actor)),
    viewing(services),
  ])
  return { items: rows.map((row) => itemRow(row, view)), next, total }
}
