import { type RawBuilder, sql } from 'kysely'
import { fromMillionths, percent, toMillionths } from '../engine/exact-sums.ts'
import type { AnyLedger, Metric, Where } from '../engine/ledger.ts'
import type { Db } from './schema.ts'
import { inScope } from './scope-sql.ts'
import type { Scope } from './scope.ts'
import { whereSql } from './where-sql.ts'

/** A metric's value as engine `metricOf` gives it, but for the items: they are listed by ItemFilter.where. */
export interface Figure {
  readonly id: string
  readonly value: number | null
  readonly of: number
  readonly per: number | null
}

/** All metrics of a ledger in one pass: sum(…) filter (where …) for each above and below the line. */
export async function figuresOf(db: Db, city: string, ledger: AnyLedger, scope: Scope, now: string): Promise<Figure[]> {
  const metrics = Object.entries(ledger.metrics)
  if (metrics.length === 0) return []
  const columns = metrics.flatMap(([, metric], index) => [
    sql`${amount(ledger, metric.of, metric.sum, now)}::text as ${sql.ref(`of${index}`)}`,
    ...(metric.per ? [sql`${amount(ledger, metric.per, baseOf(metric), now)}::text as ${sql.ref(`per${index}`)}`] : []),
  ])
  const { rows } = await sql<Readonly<Record<string, string>>>`select ${sql.join(columns)} from item
    where jurisdiction = ${city} and ledger = ${ledger.id} and ${inScope(scope)}`.execute(db)
  return metrics.map(([id, metric], index) => figure(id, metric, rows[0]?.[`of${index}`], rows[0]?.[`per${index}`]))
}

function baseOf({ sum, perSum = sum }: Metric): string | undefined {
  return perSum
}

function amount(ledger: AnyLedger, where: Where, field: string | undefined, now: string): RawBuilder<unknown> {
  const each = field === undefined ? sql`1` : millionths(field)
  return sql`coalesce(sum(${each}) filter (where ${whereSql(ledger, where, now)}), 0)`
}

/** As engine `toMillionths`: numbers rounded, decimals in text cut off at six places, all else nothing. */
function millionths(field: string): RawBuilder<unknown> {
  const words = sql`(item."values" ->> ${field}::text)`
  return sql`case jsonb_typeof(item."values" -> ${field}::text) when 'number' then round(${words}::numeric, 6)
    when 'string' then case when ${words} ~ '^-?[0-9]+([.][0-9]+)?$' then trunc(${words}::numeric, 6) end end`
}

function figure(id: string, metric: Metric, above: string | undefined, below: string | undefined): Figure {
  const of = toMillionths(above) ?? 0n
  if (!metric.per) return { id, value: fromMillionths(of), of: fromMillionths(of), per: null }
  const per = toMillionths(below) ?? 0n
  return { id, value: percent(of, per), of: fromMillionths(of), per: fromMillionths(per) }
}
