import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { type Light, warnUntil } from '../engine/lights.ts'
import { dayStart } from './rollup-cells.ts'

/** The rules of engine/lights.ts as conditions on the item row. A property test holds the two together. */

/** One ledger's rules as of a moment. */
export interface LightRule {
  readonly ledger: string
  /** Due moments before this are amber. */
  readonly warnBefore: string
  /** Caught-up items of this ledger stay amber △. */
  readonly back: boolean
  /** Last heard of before this day is silent; null: silence is not marked. */
  readonly silentBefore: string | null
}

export interface LightRules {
  readonly now: string
  readonly ledgers: readonly LightRule[]
}

export function lightRules(ledgers: readonly AnyLedger[], now: string, calendar: WorkCalendar): LightRules {
  const today = dayOf(now)
  return {
    now,
    ledgers: ledgers.map((ledger) => ({
      ledger: ledger.id,
      warnBefore: dayStart(addDays(warnUntil(ledger, today, calendar), 1)),
      back: ledger.lights.afterCatchUp === 'back',
      silentBefore: ledger.lights.silentAfterDays === null ? null : addDays(today, -ledger.lights.silentAfterDays),
    })),
  }
}

/** The worst first, as tables sort. */
export const LIGHTS: readonly Light[] = ['late', 'warn', 'back', 'ok', 'wait', 'pause', 'done']

const live = sql<boolean>`item.standing not in ('done', 'paused')`

/** Items that show this light. `late` and `warn` are ranges of due_at, so that they are read from its index. */
export function lightIs(light: Light, rules: LightRules): RawBuilder<boolean> {
  if (light === 'done') return sql`item.standing = 'done'`
  if (light === 'pause') return sql`item.standing = 'paused'`
  if (light === 'late') return sql`(${live} and item.due_at < ${rules.now})`
  if (light === 'warn') return sql`(${live} and item.due_at >= ${rules.now} and item.due_at < ${warnBefore(rules)})`
  const calm = sql`${live} and (item.due_at is null or item.due_at >= ${warnBefore(rules)})`
  const back = isBack(rules, 'item')
  if (light === 'back') return sql`(${calm} and ${back})`
  return light === 'wait'
    ? sql`(${calm} and not ${back} and item.standing = 'wait')`
    : sql`(${calm} and not ${back} and item.standing <> 'wait')`
}

/** 0 is the worst: the place of the item's light in LIGHTS. */
export function gravityOf(rules: LightRules): RawBuilder<number> {
  return sql<number>`case when item.standing = 'done' then 6 when item.standing = 'paused' then 5
    when item.due_at < ${rules.now} then 0 when item.due_at < ${warnBefore(rules)} then 1
    when ${isBack(rules, 'item')} then 2 when item.standing = 'wait' then 4 else 3 end`
}

/** Work in hand whose lead unit has said nothing for too long. */
export function isSilentSql(rules: LightRules): RawBuilder<boolean> {
  const since = perLedger(rules, 'item', ({ silentBefore }) =>
    silentBefore === null ? null : sql`${dayStart(silentBefore)}::timestamptz`,
  )
  return sql`(item.standing = 'open' and coalesce(coalesce(item.last_report_at, item.opened_at) < ${since}, false))`
}

export function isBack({ ledgers }: LightRules, table: 'item' | 'rollup'): RawBuilder<boolean> {
  const ids = ledgers.filter(({ back }) => back).map(({ ledger }) => ledger)
  return sql`(${sql.table(table)}.caught_up and ${sql.table(table)}.ledger = any(${ids}::text[]))`
}

/** A value by the row's ledger; one case for each value, none where all ledgers agree. Null where no rule gives one. */
export function perLedger(
  { ledgers }: LightRules,
  table: 'item' | 'rollup',
  value: (rule: LightRule) => RawBuilder<unknown> | null,
): RawBuilder<unknown> {
  const cases = ledgers.flatMap((rule) => {
    const is = value(rule)
    return is ? [sql`when ${rule.ledger} then ${is}`] : []
  })
  return cases.length === 0
    ? sql`null::timestamptz`
    : sql`case ${sql.table(table)}.ledger ${sql.join(cases, sql` `)} end`
}

function warnBefore(rules: LightRules): RawBuilder<unknown> {
  return perLedger(rules, 'item', ({ warnBefore }) => sql`${warnBefore}::timestamptz`)
}
