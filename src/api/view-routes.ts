import * as z from 'zod'
import { deleteView } from '../commands/delete-view.ts'
import { saveView } from '../commands/save-view.ts'
import { listViews } from '../storage/view-store.ts'
import type { SavedView } from './present/ledger.ts'
import type { Api } from './route.ts'
import { uuid } from './schemas/common.ts'
import { savedViewSchema } from './schemas/ledger.ts'
import { dbOf } from './services.ts'

const tag = '视图 / Views'

/** Saved filters, each account's own. */
export function viewRoutes(api: Api): void {
  const { services } = api
  const { context } = services

  api.route(
    {
      method: 'get',
      path: '/api/views',
      tag,
      summary: '存过的视图 / Saved views',
      doing: 'save_view',
      query: { ledger: z.string().max(100).optional() },
      answer: z.array(savedViewSchema),
    },
    ({ actor, query: { ledger } }): Promise<SavedView[]> =>
      listViews(dbOf(services), context.city, actor.account, ledger),
  )

  api.route(
    {
      method: 'post',
      path: '/api/views',
      tag,
      summary: '存一个视图 / Save a view',
      doing: 'save_view',
      body: z.strictObject({ ledger: z.string().max(100), name: z.string().max(200), query: z.string().max(4000) }),
      status: 201,
      answer: savedViewSchema,
    },
    ({ actor, body }) => saveView(context, actor, body),
  )

  api.route(
    {
      method: 'delete',
      path: '/api/views/{id}',
      tag,
      summary: '删一个视图 / Delete a view',
      doing: 'save_view',
      params: { id: uuid },
      status: 204,
    },
    async ({ actor, params: { id } }) => deleteView(context, actor, id),
  )
}
