import { scopeOf } from '../../access/scope.ts'
import { yearOf } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import type { Actor } from '../../engine/actor.ts'
import { ledgers } from '../../ledgers/index.ts'
import { workReportTask } from '../../ledgers/work-report-task.ts'
import { listIndicators, listObservations } from '../../storage/indicator-store.ts'
import type { ItemFilter, ItemPage } from '../../storage/item-filter.ts'
import { listItems } from '../../storage/item-query.ts'
import { listMilestones } from '../../storage/milestone-store.ts'
import { getReport, listReports } from '../../storage/report-store.ts'
import {
  type LightRow,
  type MonthRow,
  readMonths,
  readPunctuality,
  readRollup,
  type RollupQuery,
} from '../../storage/rollup-query.ts'
import { t } from '../../text.ts'
import type { Directory } from '../directory.ts'
import type { CockpitView, SectionRow } from '../present/cockpit.ts'
import { readingFor } from '../read-item.ts'
import { dbOf, type Services } from '../services.ts'
import { unitRows } from './cockpit-units.ts'
import { indicatorViews } from './indicator-view.ts'
import { itemRow } from './item-row.ts'
import { NO_ITEMS } from './ledger-view.ts'
import { type Viewing, viewing } from './viewing.ts'
import { yearView } from './year-view.ts'

type CockpitScope = CockpitView['scope']

/** As many rows as the right column holds. */
const LISTED = 5

/** The year on one page. Every number is a sum over rollups, but for the few items that are listed. */
export async function cockpitView(services: Services, actor: Actor, scope: CockpitScope): Promise<CockpitView> {
  const view = await viewing(services)
  const units = unitsOf(scope, actor, view.directory)
  const base = { scope: scopeOf(actor), now: view.now, calendar: view.calendar, ...(units && { units }) }
  const desk: Desk = { services, actor, view, units, tasks: { ...base, ledgers: [workReportTask] } }
  const [promises, year, indicators, lists] = await Promise.all([
    promisesOf(desk),
    yearOfCity(desk, { ...base, ledgers }),
    indicatorsOf(desk),
    listsOf(desk),
  ])
  return {
    asOf: view.now,
    scope,
    leader: scope === 'mine' && actor.roles.includes('leader') ? view.directory.post(actor.post) : null,
    ...promises,
    year,
    indicators,
    ...lists,
  }
}

interface Desk {
  readonly services: Services
  readonly actor: Actor
  readonly view: Viewing
  readonly units: readonly string[] | null
  /** The tasks of the work report, in scope. */
  readonly tasks: RollupQuery
}

/** The units a scope means; null for all that the actor sees. */
function unitsOf(scope: CockpitScope, { roles, line, unit }: Actor, { units }: Directory): readonly string[] | null {
  if (scope === 'city') return null
  if (scope === 'counties') return [...units.values()].flatMap(({ id, kind }) => (kind === 'county' ? [id] : []))
  if (!roles.includes('leader')) return [unit]
  return line === 'all' ? null : line
}

async function promisesOf({ services, view, tasks }: Desk) {
  const [db, { city }] = [dbOf(services), services.context]
  const [cells, punctuality, reports] = await Promise.all([
    readRollup(db, city, tasks, ['unit', 'section']),
    readPunctuality(db, city, tasks, yearOf(dayOf(view.now))),
    listReports(db, city),
  ])
  const head = reports.find(({ stage }) => stage === 'issued')
  const sections = sectionRows(cells, head ? await titlesOf(services, head.id) : new Map())
  const total = added(cells)
  const names = sections.map(({ id }) => id)
  const units = unitRows(cells, punctuality, names, view.directory)
  const report = head && { id: head.id, title: head.title, year: head.year, promises: total.all, units: units.count }
  return { report: report ?? null, sections, total, units }
}

/** Section titles of a report, from its outline: '目' stands for the year's overall targets. */
async function titlesOf(services: Services, id: string): Promise<Map<string, string>> {
  const { reading } = await getReport(dbOf(services), services.context.city, id)
  const outline = reading['outline']
  const heads = Array.isArray(outline) ? (outline as { level: number; no: string | null; text: string }[]) : []
  return new Map(heads.flatMap(({ level, no, text }) => (level === 1 && no !== null ? [[no, text] as const] : [])))
}

const ORDER = '目一二三四五六七八九十'

function sectionRows(cells: readonly LightRow[], titles: ReadonlyMap<string, string>): SectionRow[] {
  const ids = [...new Set(cells.flatMap(({ section }) => section ?? []))]
  return ids
    .map((id) => ({
      id,
      title: sectionTitle(id, titles),
      counts: added(cells.filter(({ section }) => section === id)),
    }))
    .filter(({ counts }) => counts.all > 0)
    .sort((a, b) => rank(a.id) - rank(b.id))
}

/** The aim of a heading stands behind its last comma: “以……为突破口，加快构建现代产业体系”. */
function sectionTitle(id: string, titles: ReadonlyMap<string, string>) {
  if (id === '') return t('没有章节的', 'Without a section')
  if (id === '目') return t('主要预期目标', 'Headline targets')
  const title = titles.get(id)?.split('，').at(-1)
  return title ? t(title, title) : t(`第${id}部分`, `Section ${id}`)
}

function rank(id: string): number {
  const at = id === '' ? -1 : ORDER.indexOf(id.charAt(0))
  return at === -1 ? ORDER.length : at
}

function added(rows: readonly LightRow[]): SectionRow['counts'] {
  const sum = { ...NO_ITEMS }
  for (const { counts } of rows) for (const key of KEYS) sum[key] += counts[key]
  return sum
}

const KEYS = ['all', 'silent', 'late', 'warn', 'back', 'ok', 'wait', 'pause', 'done'] as const

async function yearOfCity({ services, view }: Desk, query: RollupQuery): Promise<CockpitView['year']> {
  const [db, { city }] = [dbOf(services), services.context]
  const today = dayOf(view.now)
  const year = yearOf(today)
  const [months, milestones] = await Promise.all([readMonths(db, city, query, year), listMilestones(db, city, year)])
  const sum = (of: (row: MonthRow) => number) => months.reduce((total, row) => total + of(row), 0)
  return {
    ...yearView(today, view.calendar),
    inTime: sum(({ inTime }) => inTime),
    metLate: sum(({ metLate }) => metLate),
    overdue: sum(({ overdue }) => overdue),
    notYetDue: sum(({ running }) => running),
    months: Array.from({ length: 12 }, (_, index) => {
      const month = `${year}-${String(index + 1).padStart(2, '0')}`
      return months.find((row) => row.month === month) ?? { month, inTime: 0, metLate: 0, overdue: 0, running: 0 }
    }),
    milestones: milestones.map(({ on, name }) => ({ on, name, passed: on <= today })),
  }
}

async function indicatorsOf({ services, view }: Desk) {
  const [db, { city }] = [dbOf(services), services.context]
  const asOf = dayOf(view.now)
  return indicatorViews(await listIndicators(db, city), await listObservations(db, city, { asOf }))
}

async function listsOf({ services, actor, view, units }: Desk) {
  const reading = readingFor(services, actor)
  const list = async (filter: ItemFilter & ItemPage) => {
    const wanted = { ...filter, limit: LISTED, ...(units && { unit: units, role: 'lead' as const }) }
    const { rows, total } = await listItems(dbOf(services), services.context.city, wanted, reading)
    return { total, rows: rows.map((row) => itemRow(row, view)) }
  }
  const [today, late, silent] = await Promise.all([
    list({ due: 'today', sort: 'due' }),
    list({ light: ['late'], sort: 'due' }),
    list({ silent: true, sort: 'recent', dir: 'asc' }),
  ])
  return { today, late, silent: { ...silent, afterDays: workReportTask.lights.silentAfterDays ?? 0 } }
}
