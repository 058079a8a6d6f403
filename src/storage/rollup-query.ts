import { type RawBuilder, sql } from 'kysely'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { AnyLedger, Standing } from '../engine/ledger.ts'
import type { Light } from '../engine/lights.ts'
import { isBack, type LightRules, lightRules, perLedger } from './light-sql.ts'
import { dayStart, monthStart } from './rollup-cells.ts'
import type { Db } from './schema.ts'
import { cellsInScope } from './scope-sql.ts'
import type { Scope } from './scope.ts'

/** Dashboards: sums over rollup cells, as of a moment. What they cost follows the cells, not the items. */

export interface RollupQuery {
  readonly scope: Scope
  /** Only these count, by their rules for lights. */
  readonly ledgers: readonly AnyLedger[]
  readonly now: string
  readonly calendar: WorkCalendar
  readonly units?: readonly string[]
  /** '' for items without a section. Stages and clocks are not told apart by section. */
  readonly sections?: readonly string[]
}

export type Dimension = 'ledger' | 'unit' | 'section'

export type LightCounts = Readonly<Record<Light, number>> & { readonly all: number; readonly silent: number }

/** Dimensions that were not asked for are null. */
export interface LightRow {
  readonly ledger: string | null
  readonly unit: string | null
  readonly section: string | null
  readonly counts: LightCounts
}

/** Which cells a light is reckoned from; `base` is all items by the light they have when no clock gives alarm. */
export type PartName = 'base' | 'late' | 'warn' | 'silent'

const ALL_PARTS: readonly PartName[] = ['base', 'late', 'warn', 'silent']

interface Part {
  readonly ledger: string | null
  readonly unit: string | null
  readonly section: string | null
  readonly part: PartName
  readonly standing: Standing
  readonly back: boolean
  readonly items: number
}

/**
 * Items by light, and how many are silent, for each combination of the dimensions; without dimensions one row, or none
 * where there is nothing. Who needs one count alone may name its part: "late" is right with "late" alone.
 */
export async function readRollup(
  db: Db,
  city: string,
  query: RollupQuery,
  by: readonly Dimension[] = [],
  only: readonly PartName[] = ALL_PARTS,
): Promise<LightRow[]> {
  const rules = lightRules(query.ledgers, query.now, query.calendar)
  const key = (['ledger', 'unit', 'section'] as const).map((name) =>
    by.includes(name) ? sql.ref(name) : sql`null::text as ${sql.ref(name)}`,
  )
  const where = sql.join([...conditions(city, query), ...inSections(query)], sql` and `)
  // One range of the key for each kind of cell; a cell is in at most one of them for late, warn and silent.
  const kindsOf = ranges(rules)
  const parts = only.flatMap((part) =>
    kindsOf[part].map(
      (
        range,
      ) => sql`select ledger, unit, section, ${sql.lit(part)}::text as part, standing, ${isBack(rules, 'rollup')} as back,
        items from rollup where ${where} and ${range}`,
    ),
  )
  const { rows } = await sql<Part>`
    select ${sql.join(key)}, part, standing, back, sum(items)::int as items
    from (${sql.join(parts, sql` union all `)}) cells
    group by ${sql.join([...by.map((name) => sql.ref(name)), sql`part`, sql`standing`, sql`back`])}`.execute(db)
  return grouped(rows)
}

/** What lies far enough back, then what is cut by the moment itself: see RollupKind. */
function ranges(rules: LightRules): Readonly<Record<PartName, readonly RawBuilder<boolean>[]>> {
  const { now } = rules
  const warn = perLedger(rules, 'rollup', ({ warnBefore }) => sql`${warnBefore}::timestamptz`)
  const silentFrom = (start: (day: string) => string) =>
    perLedger(rules, 'rollup', ({ silentBefore }) =>
      silentBefore === null ? null : sql`${start(silentBefore)}::timestamptz`,
    )
  const [cut, silent] = [silentFrom(monthStart), silentFrom(dayStart)]
  return {
    base: [sql`kind = 'light'`],
    late: [sql`kind = 'late'`, sql`kind = 'due' and at < ${now}`],
    warn: [sql`kind = 'due' and at >= ${now} and at < ${warn}`],
    silent: [sql`kind = 'heard_month' and at < ${cut}`, sql`kind = 'heard' and at >= ${cut} and at < ${silent}`],
  }
}

/** Cells of lights say the light where no due moment decides; what is late or near is taken from there. */
function grouped(parts: readonly Part[]): LightRow[] {
  const rows = new Map<string, Omit<LightRow, 'counts'> & { counts: Record<Light | 'all' | 'silent', number> }>()
  for (const { ledger, unit, section, part, standing, back, items } of parts) {
    const key = JSON.stringify([ledger, unit, section])
    const row = rows.get(key) ?? { ledger, unit, section, counts: noCounts() }
    rows.set(key, row)
    if (part === 'silent') row.counts.silent += items
    else if (part === 'base') {
      row.counts.all += items
      row.counts[calmLight(standing, back)] += items
    } else {
      row.counts[part] += items
      row.counts[calmLight(standing, back)] -= items
    }
  }
  return [...rows.values()]
}

/** The light of an item whose clocks give no alarm. */
function calmLight(standing: Standing, back: boolean): Light {
  if (standing === 'done') return 'done'
  if (standing === 'paused') return 'pause'
  if (back) return 'back'
  return standing === 'wait' ? 'wait' : 'ok'
}

function noCounts(): Record<Light | 'all' | 'silent', number> {
  return { late: 0, warn: 0, back: 0, ok: 0, wait: 0, pause: 0, done: 0, all: 0, silent: 0 }
}

/** Items by ledger and stage. Sections are not told apart here. */
export async function readStages(
  db: Db,
  city: string,
  query: RollupQuery,
): Promise<{ ledger: string; stage: string; standing: Standing; items: number }[]> {
  const { rows } = await sql<{ ledger: string; stage: string; standing: Standing; items: number }>`
    select ledger, stage, standing, sum(items)::int as items from rollup
    where ${sql.join(conditions(city, query), sql` and `)} and kind = 'stage' group by ledger, stage, standing
    order by ledger, stage`.execute(db)
  return rows
}

/** Live items whose next due moment lies in [from, to), by ledger. */
export async function readDue(
  db: Db,
  city: string,
  query: RollupQuery,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ ledger: string; items: number }[]> {
  const { rows } = await sql<{ ledger: string; items: number }>`
    select ledger, sum(items)::int as items from rollup
    where ${sql.join([...conditions(city, query), ...inSections(query)], sql` and `)} and kind = 'due' and at >= ${from} and at < ${to}
    group by ledger order by ledger`.execute(db)
  return rows
}

/** Clocks by the month of their due day: met in time, met late, overdue by now, running and not yet due. */
export interface MonthRow {
  /** 'YYYY-MM' */
  readonly month: string
  readonly inTime: number
  readonly metLate: number
  readonly overdue: number
  readonly running: number
}

/** The months of a year in which clocks fall due, in order. */
export async function readMonths(db: Db, city: string, query: RollupQuery, year: number): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select to_char(at, 'YYYY-MM') as month, ${clockSums(query.now)} from rollup
    where ${sql.join(conditions(city, query), sql` and `)} and ${clockCellsOf(query.now, year)}
    group by 1 order by 1`.execute(db)
  return rows
}

/** The same for each unit over the year: in time ÷ (in time + late + overdue) is its on-time rate. */
export async function readPunctuality(
  db: Db,
  city: string,
  query: RollupQuery,
  year: number,
): Promise<(Omit<MonthRow, 'month'> & { readonly unit: string })[]> {
  const { rows } = await sql<Omit<MonthRow, 'month'> & { unit: string }>`
    select unit, ${clockSums(query.now)} from rollup
    where ${sql.join(conditions(city, query), sql` and `)} and ${clockCellsOf(query.now, year)}
    group by unit order by unit`.execute(db)
  return rows
}

/** Clock cells of the year: by month, and of the running month those due before now by their moment. */
function clockCellsOf(now: string, year: number): RawBuilder<boolean> {
  const [from, to] = [dayStart(`${year}-01-01`), dayStart(`${year + 1}-01-01`)]
  return sql`(kind in ('running', 'met_in_time', 'met_late') and at >= ${from} and at < ${to}
    or kind = 'running_due' and at >= greatest(${from}::timestamptz, ${monthStart(now)}::timestamptz)
      and at < least(${to}::timestamptz, ${now}::timestamptz))`
}

/** All clocks still running in a month that is over are overdue; in this month those due by now. */
function clockSums(now: string): RawBuilder<unknown> {
  const sum = (where: RawBuilder<boolean>) => sql`coalesce(sum(items) filter (where ${where}), 0)`
  const month = monthStart(now)
  const past = sum(sql`kind = 'running_due' or kind = 'running' and at < ${month}`)
  return sql`${sum(sql`kind = 'met_in_time'`)}::int as "inTime", ${sum(sql`kind = 'met_late'`)}::int as "metLate",
    ${past}::int as overdue, (${sum(sql`kind = 'running' and at >= ${month}`)} - ${sum(sql`kind = 'running_due'`)})::int as running`
}

/** Which cells a query reads; `sections` does not bear on stages and clocks. */
function conditions(city: string, { scope, ledgers, units }: RollupQuery): RawBuilder<boolean>[] {
  return [
    sql<boolean>`jurisdiction = ${city}`,
    sql<boolean>`rollup.ledger = any(${ledgers.map(({ id }) => id)}::text[])`,
    cellsInScope(scope),
    ...(units ? [sql<boolean>`rollup.unit = any(${[...units]}::text[])`] : []),
  ]
}

function inSections({ sections }: RollupQuery): RawBuilder<boolean>[] {
  return sections ? [sql<boolean>`rollup.section = any(${[...sections]}::text[])`] : []
}
