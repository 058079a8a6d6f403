import { type RawBuilder, sql } from 'kysely'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ClockState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import type { Light } from '../engine/lights.ts'
import { filterSql } from './item-filter-sql.ts'
import type { ItemFilter, ItemPage } from './item-filter.ts'
import { cursorText, readCursor, type Step, stepsOf } from './item-order.ts'
import { type ItemRecord, itemRecord, STATE_COLUMNS } from './item-row.ts'
import { lightRules } from './light-sql.ts'
import { type PartName, readRollup, readStages } from './rollup-query.ts'
import type { Db } from './schema.ts'
import { inScope } from './scope-sql.ts'
import type { Scope } from './scope.ts'

/** Who asks, and as of when. */
export interface Reading {
  readonly scope: Scope
  readonly now: string
  /** The ledgers there are; items of others are not listed. */
  readonly ledgers: readonly AnyLedger[]
  readonly calendar: WorkCalendar
}

export interface ItemList {
  readonly rows: readonly ItemRecord[]
  /** Cursor of the next page; null on the last. */
  readonly next: string | null
  readonly total: number
}

/** A page of items: select … where filter and key beyond the cursor order by key, id limit n + 1. */
export async function listItems(
  db: Db,
  city: string,
  filter: ItemFilter & ItemPage,
  reading: Reading,
): Promise<ItemList> {
  const { sort = 'gravity', dir = 'asc', after, limit = 50 } = filter
  const cursor = after === undefined ? null : readCursor(after, sort, dir)
  const asOf = cursor ? { ...reading, now: cursor.now } : reading
  const rules = lightRules(asOf.ledgers, asOf.now, asOf.calendar)
  const total = await countItems(db, city, filter, asOf)
  const conditions = conditionsOf(city, filter, asOf)
  const rows: ListedRow[] = []
  for (const step of stepsOf({ sort, dir, cursor }, rules, total)) {
    rows.push(...(await rowsOf(db, conditions, step, limit + 1 - rows.length)))
    if (rows.length > limit) break
  }
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next =
    rows.length > limit && last
      ? cursorText({ sort, dir, now: asOf.now, key: last.sort_key, id: last.id, rank: last.sort_rank })
      : null
  return { rows: page.map(itemRecord), next, total }
}

type ListedRow = Awaited<ReturnType<typeof rowsOf>>[number]

function rowsOf(db: Db, conditions: RawBuilder<boolean>, { where, orderBy, key, rank }: Step, limit: number) {
  return db
    .selectFrom('item')
    .select([...STATE_COLUMNS, key.as('sort_key'), rank.as('sort_rank')])
    .where(conditions)
    .where(where)
    .orderBy(orderBy)
    .limit(limit)
    .execute()
}

/** How many items the filter finds: from the rollups where they know the answer, else counted. */
export async function countItems(db: Db, city: string, filter: ItemFilter, reading: Reading): Promise<number> {
  const known = await countFromRollups(db, city, filter, reading)
  if (known !== null) return known
  const { n } = await db
    .selectFrom('item')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(conditionsOf(city, filter, reading))
    .executeTakeFirstOrThrow()
  return n
}

/** The clocks of items, newest run of each. */
export async function clocksOf(
  db: Db,
  city: string,
  ids: readonly string[],
): Promise<Map<string, Readonly<Record<string, ClockState>>>> {
  const rows = await db
    .selectFrom('item')
    .select(['id', 'clocks'])
    .where('jurisdiction', '=', city)
    .where(sql<boolean>`id = any(${[...ids]}::text[])`)
    .execute()
  return new Map(rows.map(({ id, clocks }) => [id, clocks]))
}

function conditionsOf(city: string, filter: ItemFilter, { scope, now, ledgers, calendar }: Reading) {
  const rules = lightRules(ledgers, now, calendar)
  return sql<boolean>`${sql.join(
    [
      sql`item.jurisdiction = ${city}`,
      // A list of ledgers in the filter says more than the list of all.
      ...(filter.ledger ? [] : [sql`item.ledger = any(${ledgers.map(({ id }) => id)}::text[])`]),
      inScope(scope),
      ...filterSql(filter, rules, ledgers),
    ],
    sql` and `,
  )}`
}

/** Parts of a filter that rollup cells hold. */
const IN_CELLS: ReadonlySet<string> = new Set([
  'ledger',
  'stage',
  'standing',
  'unit',
  'role',
  'section',
  'light',
  'silent',
])
const PAGING: ReadonlySet<string> = new Set(['sort', 'dir', 'after', 'limit'])

/** The cells that tell how many items show these lights, or are silent, or how many there are. */
function partsOf(lights: readonly Light[] | undefined, silent: boolean | undefined): PartName[] {
  if (silent) return ['silent']
  if (lights?.every((light) => light === 'late')) return ['late']
  if (lights?.every((light) => light === 'warn')) return ['warn']
  if (!lights || lights.every((light) => light === 'done' || light === 'pause')) return ['base']
  return ['base', 'late', 'warn']
}

/** Null where the cells cannot tell: they keep lights, silence and stages apart, and stages without sections. */
async function countFromRollups(db: Db, city: string, filter: ItemFilter, reading: Reading): Promise<number | null> {
  const parts = Object.entries(filter).flatMap(([part, value]) =>
    value === undefined || PAGING.has(part) ? [] : [part],
  )
  const { ledger, stage, standing, unit, role, section, light, silent } = filter
  if (!reading.scope.all || !parts.every((part) => IN_CELLS.has(part))) return null
  if (unit && role !== 'lead') return null
  const extra = [stage ?? standing, light, silent].filter((part) => part !== undefined)
  if (extra.length > 1 || silent === false || (section && (stage ?? standing))) return null
  const ledgers = reading.ledgers.filter(({ id }) => !ledger || ledger.includes(id))
  const query = { ...reading, ledgers, ...(unit && { units: unit }), ...(section && { sections: section }) }
  if (light || silent || section) {
    const counts = (await readRollup(db, city, query, [], partsOf(light, silent)))[0]?.counts
    if (!counts) return 0
    if (light) return [...new Set(light)].reduce((sum, one) => sum + counts[one], 0)
    return silent ? counts.silent : counts.all
  }
  return (await readStages(db, city, query))
    .filter((row) => (!stage || stage.includes(row.stage)) && (!standing || standing.includes(row.standing)))
    .reduce((sum, { items }) => sum + items, 0)
}
