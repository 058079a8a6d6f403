import type { Context } from 'hono'
import { scopeOf } from '../access/scope.ts'
import type { Actor } from '../engine/actor.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { AppError } from '../errors.ts'
import { ledgers } from '../ledgers/index.ts'
import type { ItemFilter, ItemPage } from '../storage/item-filter.ts'
import { countItems, listItems } from '../storage/item-query.ts'
import type { ItemRecord } from '../storage/item-row.ts'
import { t } from '../text.ts'
import { FIELD_QUERY, itemFilter, itemPaging, itemQuery } from './item-filter.ts'
import { readingFor } from './read-item.ts'
import type { Api } from './route.ts'
import { binary } from './schemas/common.ts'
import { dbOf, type Services } from './services.ts'
import { filterWords } from './views/filter-words.ts'
import { writeLedgerSheet } from './views/ledger-sheet.ts'
import { viewing } from './views/viewing.ts'

/** What a spreadsheet still opens well; beyond it a filter is asked for. */
export const MOST_ROWS = 50_000
const STEP = 1000
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The ledger as a workbook, in the filter and order of the page. */
export function exportRoutes(api: Api): void {
  const { after: _after, limit: _limit, ...order } = itemPaging
  for (const ledger of ledgers) {
    api.route(
      {
        method: 'get',
        path: `/api/ledgers/${ledger.id}/export.xlsx`,
        tag: `${ledger.label.zh} / ${ledger.label.en}`,
        summary: '导出表格 / Export a workbook',
        about: '筛选同事项列表；至多 50,000 行。 / Filters as in the list of items; up to 50,000 rows.',
        doing: 'read_items',
        query: { ...itemQuery, ...order },
        extraQuery: FIELD_QUERY,
        answer: binary,
        type: XLSX,
        refuses: ['too_large'],
      },
      ({ c, actor, query }) => {
        const search = new URL(c.req.url).searchParams
        return exported(c, api.services, actor, ledger, itemFilter({ ...query, ledger: [ledger.id] }, search))
      },
    )
  }
}

async function exported(
  c: Context,
  services: Services,
  actor: Actor,
  ledger: AnyLedger,
  filter: ItemFilter & ItemPage,
): Promise<Response> {
  const rows = await allRows(services, actor, filter)
  const view = await viewing(services)
  const scope = scopeOf(actor).all ? t('全市', 'the whole city') : view.directory.unit(actor.unit).short
  const bytes = await writeLedgerSheet(ledger, rows, {
    view,
    filter: filterWords(new URL(c.req.url).searchParams),
    scope,
    city: services.city.name,
  })
  const name = `${ledger.label.zh.replace(/[“”]/g, '')}_${view.now.slice(0, 10)}.xlsx`
  return c.body(bytes, 200, {
    'content-type': XLSX,
    'content-disposition': `attachment; filename="${ledger.id}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}

/** Read in steps, so that one export never keeps everybody waiting for the database. */
async function allRows(services: Services, actor: Actor, filter: ItemFilter & ItemPage): Promise<ItemRecord[]> {
  const [db, { city }] = [dbOf(services), services.context]
  const reading = readingFor(services, actor)
  const total = await countItems(db, city, filter, reading)
  if (total > MOST_ROWS)
    throw new AppError('too_large', {
      detail: t(`有 ${total} 行，一次最多导出 ${MOST_ROWS} 行，请先筛选`, `${total} rows; narrow it to ${MOST_ROWS}`),
    })
  const rows: ItemRecord[] = []
  let after: string | null = null
  do {
    const page = await listItems(db, city, { ...filter, limit: STEP, ...(after === null ? {} : { after }) }, reading)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null && rows.length < MOST_ROWS)
  return rows
}
