import * as z from 'zod'
import { bulkAction } from '../commands/bulk-action.ts'
import { takeAction } from '../commands/take-action.ts'
import { entryText } from '../engine/describe.ts'
import type { ItemState } from '../engine/item.ts'
import { dayOf, momentText } from '../calendar/moment.ts'
import { AppError, type FieldFault } from '../errors.ts'
import { getLedger } from '../ledgers/index.ts'
import { listEntries } from '../storage/entry-store.ts'
import { t } from '../text.ts'
import { defined } from './defined.ts'
import { etagOf } from './http/etag.ts'
import { actionSchema, bulkSchema } from './ledger-schemas.ts'
import type { BulkResult } from './present/item.ts'
import { getVisibleItem, readItemView } from './read-item.ts'
import type { Api } from './route.ts'
import { textSchema, uuid } from './schemas/common.ts'
import { itemViewSchema } from './schemas/item.ts'
import { dbOf, type Services } from './services.ts'
import type { Origins } from './views/origin-view.ts'
import { viewing } from './views/viewing.ts'

const tag = '办理 / Actions'

/** What moves an item: one action on one item, or the same on many. */
export function actionRoutes(api: Api, origins: Origins): void {
  const { services } = api

  api.route(
    {
      method: 'post',
      path: '/api/items/{id}/actions/{action}',
      tag,
      summary: '办一个动作 / Take an action',
      about:
        '能办什么、缺什么在 GET /api/items/{id} 的 actions 里。 / What can be done, and what is missing, is in `actions` of GET /api/items/{id}.',
      doing: 'read_items',
      params: { id: uuid, action: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/) },
      body: actionSchema,
      versioned: true,
      answer: itemViewSchema,
      refuses: ['refused'],
    },
    async ({ actor, params: { id, action }, body, version, header }) => {
      const { evidence, common, ...rest } = body
      const request = {
        item: id,
        action,
        version,
        body: {
          ...defined(rest),
          ...(common && { common: defined(common) }),
          ...(evidence && { evidence: evidence.map(defined) }),
        },
      }
      try {
        const item = await takeAction(services.context, actor, request)
        header('etag', etagOf(item.version))
        return await readItemView(services, origins, item, actor)
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'conflict') throw error
        const now = await getVisibleItem(services, id, actor)
        const current = await readItemView(services, origins, now, actor)
        throw new AppError('conflict', { errors: await changesSince(services, now, version), current })
      }
    },
  )

  api.route(
    {
      method: 'post',
      path: '/api/items/bulk',
      tag,
      summary: '同一个动作办一批 / The same action on many',
      about: '逐项办理，一项不成不影响别的；每项一行结果。 / Item by item: one refusal does not hold up the others.',
      doing: 'bulk_items',
      body: bulkSchema,
      answer: z.object({
        results: z.array(z.object({ id: z.string(), ok: z.boolean(), reasons: z.array(textSchema) })),
      }),
    },
    async ({ actor, body }): Promise<BulkResult> => ({
      results: await bulkAction(services.context, actor, { ...defined(body), items: body.items }),
    }),
  )
}

const MOST_NAMED = 20

/** Who did what since the version that the writer saw. */
async function changesSince(services: Services, item: ItemState, version: number): Promise<FieldFault[]> {
  const [{ directory, now }, entries] = await Promise.all([
    viewing(services),
    listEntries(dbOf(services), services.context.city, item.id, { after: version, limit: MOST_NAMED }),
  ])
  return entries.map((entry) => {
    const { label } = entryText(getLedger(item.ledger), entry, directory.lookups)
    const { title, unit } = directory.post(entry.actor.post)
    const at = { zh: momentText(entry.at, 'zh', dayOf(now)), en: momentText(entry.at, 'en', dayOf(now)) }
    return {
      field: null,
      code: 'changed',
      message: t(
        `${unit.short.zh} ${title.zh} ${at.zh} 已“${label.zh}”`,
        `${title.en}, ${unit.short.en}: “${label.en}” ${at.en}`,
      ),
    }
  })
}
