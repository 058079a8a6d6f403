import type { Moment } from '../calendar/moment.ts'
import { isLate } from './clock-due.ts'
import { holds } from './condition.ts'
import { fromMillionths, percent, sumOf } from './exact-sums.ts'
import type { ItemState } from './item.ts'
import type { AnyLedger, Metric, Where } from './ledger.ts'
import { standingOf } from './stages.ts'

export interface MetricValue {
  /** A percentage to one decimal where the metric has a denominator (null: nothing to divide by), else a count or sum. */
  readonly value: number | null
  readonly of: number
  readonly per: number | null
  /** Ids of the items counted above the line. */
  readonly items: readonly string[]
}

/** A metric over these items as of a moment. SQL gives the same: sums are exact, halves round away from zero. */
export function metricOf(ledger: AnyLedger, metric: Metric, items: readonly ItemState[], now: Moment): MetricValue {
  const { sum, perSum = sum } = metric
  const counted = items.filter((item) => matches(ledger, metric.of, item, now))
  const of = amountOf(counted, sum)
  const ids = counted.map(({ id }) => id)
  if (!metric.per) return { value: fromMillionths(of), of: fromMillionths(of), per: null, items: ids }
  const { per: base } = metric
  const per = amountOf(
    items.filter((item) => matches(ledger, base, item, now)),
    perSum,
  )
  return { value: percent(of, per), of: fromMillionths(of), per: fromMillionths(per), items: ids }
}

/** Whether an item is counted by a `where`: all its parts hold. */
export function matches(ledger: AnyLedger, where: Where, item: ItemState, now: Moment): boolean {
  if (where.stage && !where.stage.includes(item.stage)) return false
  if (where.standing && !where.standing.includes(standingOf(ledger, item))) return false
  if (where.late !== undefined && !isClockLate(item, where.late, now)) return false
  if (where.met && !isMet(item, where.met)) return false
  if (where.dueSoFar !== undefined && !isDueSoFar(item, where.dueSoFar, now)) return false
  return where.values === undefined || holds(where.values, item.values)
}

function amountOf(items: readonly ItemState[], field: string | undefined): bigint {
  return sumOf(items.map((item) => (field === undefined ? 1 : item.values[field])))
}

function isClockLate(item: ItemState, name: string, now: Moment): boolean {
  const clock = item.clocks[name]
  return clock !== undefined && isLate(clock, now)
}

function isMet(item: ItemState, { clock: name, inTime }: NonNullable<Where['met']>): boolean {
  const clock = item.clocks[name]
  if (!clock || clock.stoppedAt === null) return false
  const wasInTime = clock.dueAt === null || clock.stoppedAt <= clock.dueAt
  return inTime === undefined || inTime === wasInTime
}

function isDueSoFar(item: ItemState, name: string, now: Moment): boolean {
  const dueAt = item.clocks[name]?.dueAt ?? null
  return dueAt !== null && dueAt < now
}
