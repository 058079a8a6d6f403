import * as z from 'zod'
import { createItem } from '../commands/create-item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { ledgers } from '../ledgers/index.ts'
import { defined } from './defined.ts'
import { etagOf } from './http/etag.ts'
import { FIELD_QUERY, itemFilter, itemPaging, itemQuery } from './item-filter.ts'
import { itemPage } from './item-routes.ts'
import { newItemSchema } from './ledger-schemas.ts'
import { readItemView } from './read-item.ts'
import type { Api } from './route.ts'
import { pageOf } from './schemas/common.ts'
import { rowSchemaOf, viewSchemaOf } from './schemas/item.ts'
import { ledgerFiguresSchema, ledgerSummarySchema } from './schemas/ledger.ts'
import { ledgerFigures, ledgerSummaries } from './views/ledger-view.ts'
import type { Origins } from './views/origin-view.ts'

/** What every ledger has, registered for each definition by itself: so OpenAPI shows its own fields. */
export function ledgerRoutes(api: Api, origins: Origins): void {
  const { services } = api
  api.route(
    {
      method: 'get',
      path: '/api/ledgers',
      tag: '台账 / Ledgers',
      summary: '有哪些台账，各有多少 / The ledgers, with their counts',
      doing: 'read_items',
      answer: z.array(ledgerSummarySchema),
    },
    ({ actor }) => ledgerSummaries(services, actor),
  )
  api.route(
    {
      method: 'get',
      path: '/api/ledgers/all/figures',
      tag: '台账 / Ledgers',
      summary: '所有台账合计 / All ledgers together',
      doing: 'read_items',
      answer: ledgerFiguresSchema,
    },
    ({ actor }) => ledgerFigures(services, actor, null),
  )
  for (const ledger of ledgers) {
    listRoute(api, ledger)
    createRoute(api, ledger, origins)
    figuresRoute(api, ledger)
  }
}

function listRoute(api: Api, ledger: AnyLedger): void {
  api.route(
    {
      method: 'get',
      path: `/api/ledgers/${ledger.id}/items`,
      tag: tagOf(ledger),
      summary: '事项 / Items',
      about: '还可以按栏目筛选：f.<栏目>=值。 / Filters by field as well: f.<field>=value.',
      doing: 'read_items',
      query: { ...itemQuery, ...itemPaging },
      extraQuery: FIELD_QUERY,
      answer: pageOf(rowSchemaOf(ledger)),
    },
    ({ c, actor, query }) => {
      const filter = itemFilter({ ...query, ledger: [ledger.id] }, new URL(c.req.url).searchParams)
      return itemPage(api.services, actor, filter)
    },
  )
}

function createRoute(api: Api, ledger: AnyLedger, origins: Origins): void {
  const { services } = api
  api.route(
    {
      method: 'post',
      path: `/api/ledgers/${ledger.id}/items`,
      tag: tagOf(ledger),
      summary: '新建（交办） / Open an item',
      doing: 'read_items',
      body: newItemSchema(ledger),
      status: 201,
      answer: viewSchemaOf(ledger),
      refuses: ['refused'],
    },
    async ({ actor, body, header }) => {
      const item = await createItem(services.context, actor, { ...defined(body), ledger: ledger.id })
      header('location', `/api/items/${item.id}`)
      header('etag', etagOf(item.version))
      return readItemView(services, origins, item, actor)
    },
  )
}

function figuresRoute(api: Api, ledger: AnyLedger): void {
  api.route(
    {
      method: 'get',
      path: `/api/ledgers/${ledger.id}/figures`,
      tag: tagOf(ledger),
      summary: '数字和口径 / Figures and metrics',
      doing: 'read_items',
      answer: ledgerFiguresSchema,
    },
    ({ actor }) => ledgerFigures(api.services, actor, ledger),
  )
}

function tagOf(ledger: AnyLedger): string {
  return `${ledger.label.zh} / ${ledger.label.en}`
}
