import * as z from 'zod'
import { may } from '../access/policies.ts'
import { scopeOf } from '../access/scope.ts'
import type { Actor } from '../engine/actor.ts'
import { lightOf } from '../engine/lights.ts'
import { getLedger, ledgers } from '../ledgers/index.ts'
import { listReports } from '../storage/report-store.ts'
import { searchItems } from '../storage/search-store.ts'
import { t } from '../text.ts'
import type { Directory } from './directory.ts'
import type { SearchHit } from './present/session.ts'
import type { Api } from './route.ts'
import { searchHits } from './schemas/session.ts'
import { dbOf, type Services } from './services.ts'
import { type Viewing, viewing } from './views/viewing.ts'

const MOST_ITEMS = 12
const MOST_OTHERS = 5

/** One box for everything: items by number and words, reports, units (pinyin too), ledgers. */
export function searchRoutes(api: Api): void {
  const { services } = api
  api.route(
    {
      method: 'get',
      path: '/api/search',
      tag: '搜索 / Search',
      summary: '搜事项、报告、单位、台账 / Items, reports, units, ledgers',
      query: { q: z.string().max(100) },
      answer: searchHits,
    },
    async ({ actor, query: { q } }): Promise<SearchHit[]> => {
      const words = q.normalize('NFKC').trim()
      if (words === '' || !may(actor, 'read_items')) return []
      const view = await viewing(services)
      return [
        ...(await itemHits(services, actor, words, view)),
        ...(may(actor, 'read_reports') ? await reportHits(services, words) : []),
        ...unitHits(view.directory, words),
        ...ledgerHits(words),
      ]
    },
  )
}

async function itemHits(services: Services, actor: Actor, words: string, view: Viewing): Promise<SearchHit[]> {
  const rows = await searchItems(dbOf(services), services.context.city, words, scopeOf(actor), MOST_ITEMS)
  return rows.map((item) => {
    const { short } = view.directory.unit(item.lead_unit)
    return {
      kind: 'item',
      id: item.id,
      title: item.title,
      sub: t(`${item.number} · ${short.zh}`, `${item.number} · ${short.en}`),
      href: `/items/${item.id}`,
      light: lightOf(getLedger(item.ledger), item, view.now, view.calendar),
    }
  })
}

async function reportHits(services: Services, words: string): Promise<SearchHit[]> {
  const reports = await listReports(dbOf(services), services.context.city)
  return reports
    .filter(({ title, year }) => title.includes(words) || String(year) === words)
    .slice(0, MOST_OTHERS)
    .map(({ id, title, year }) => ({
      kind: 'report',
      id,
      title,
      sub: t(`${year} 年`, String(year)),
      href: `/reports/${id}`,
    }))
}

function unitHits({ units }: Directory, words: string): SearchHit[] {
  const wanted = words.toLowerCase()
  return [...units.values()]
    .filter(({ name, short, pinyin }) =>
      [name.zh, name.en, short.zh, short.en, pinyin].some((text) => text.toLowerCase().includes(wanted)),
    )
    .slice(0, MOST_OTHERS)
    .map(({ id, name, short }) => ({
      kind: 'unit',
      id,
      title: short,
      sub: name,
      href: `/ledgers/all?unit=${encodeURIComponent(id)}`,
    }))
}

function ledgerHits(words: string): SearchHit[] {
  const wanted = words.toLowerCase()
  return ledgers
    .filter(
      ({ label, code }) => label.zh.includes(words) || code.zh === words || label.en.toLowerCase().includes(wanted),
    )
    .map(({ id, label, about }) => ({ kind: 'ledger', id, title: label, sub: about, href: `/ledgers/${id}` }))
}
