import { type RawBuilder, sql } from 'kysely'
import { addDays, addMonths } from '../calendar/day.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { AppError } from '../errors.ts'
import { dueWindow } from './due-window.ts'
import type { ItemFilter } from './item-filter.ts'
import { isSilentSql, lightIs, type LightRules } from './light-sql.ts'
import { dayStart } from './rollup-cells.ts'
import { likePatterns, tsQuery } from './search-text.ts'
import { whereSql } from './where-sql.ts'

/** The conditions of a filter on the item row; none where it is empty. */
export function filterSql(filter: ItemFilter, rules: LightRules, ledgers: readonly AnyLedger[]): RawBuilder<boolean>[] {
  const { light, silent, due, month, q, fields = {}, where } = filter
  return [
    ...columnsSql(filter),
    ...(light ? [anyOf(light.map((one) => lightIs(one, rules)))] : []),
    ...(silent === undefined ? [] : [silent ? isSilentSql(rules) : sql<boolean>`not ${isSilentSql(rules)}`]),
    ...(due ? [dueSql(due, rules.now)] : []),
    ...(month === undefined && filter.met === undefined ? [] : [fallsDueSql(month, filter.met, rules.now)]),
    ...(q === undefined ? [] : wordsSql(q)),
    ...Object.entries(fields).map(
      ([field, values]) => sql<boolean>`item."values" ->> ${field}::text = any(${[...values]}::text[])`,
    ),
    ...(where ? [whereSql(ledgerOf(where.ledger, ledgers), where.is, rules.now)] : []),
  ]
}

/** The words must stand in title or number: pairs of characters find the rows, LIKE makes sure. */
export function wordsSql(words: string): RawBuilder<boolean>[] {
  const query = tsQuery(words)
  return [
    ...(query === null ? [] : [sql<boolean>`item.tsv @@ ${query}::tsquery`]),
    ...likePatterns(words).map((like) => sql<boolean>`(item.title ilike ${like} or item.number ilike ${like})`),
  ]
}

function columnsSql(filter: ItemFilter): RawBuilder<boolean>[] {
  const { ids, ledger, stage, standing, unit, role, section, region, leader, openedFrom, openedTo } = filter
  const lead = unit && sql<boolean>`item.lead_unit = any(${[...unit]}::text[])`
  const co = unit && sql<boolean>`item.co_units ?| ${[...unit]}::text[]`
  return [
    ...oneOf('id', ids),
    ...oneOf('ledger', ledger),
    ...oneOf('stage', stage),
    ...oneOf('standing', standing),
    ...oneOf('region', region),
    ...oneOf('leader_post', leader),
    ...(section ? [sql<boolean>`coalesce(item.section, '') = any(${[...section]}::text[])`] : []),
    ...(lead && co ? [role === 'lead' ? lead : role === 'co' ? co : sql<boolean>`(${lead} or ${co})`] : []),
    ...(openedFrom === undefined ? [] : [sql<boolean>`item.opened_at >= ${dayStart(openedFrom)}`]),
    ...(openedTo === undefined ? [] : [sql<boolean>`item.opened_at < ${dayStart(addDays(openedTo, 1))}`]),
  ]
}

function dueSql(due: NonNullable<ItemFilter['due']>, now: string): RawBuilder<boolean> {
  if (due === 'past') return sql`(item.standing not in ('done', 'paused') and item.due_at < ${now})`
  const { from, to } = dueWindow(due, now)
  return sql`(item.standing not in ('done', 'paused') and item.due_at >= ${from} and item.due_at < ${to})`
}

/** In the month, or in this year where none is given. Every run of every clock counts, as in the rollups. */
function fallsDueSql(month: string | undefined, met: ItemFilter['met'], now: string): RawBuilder<boolean> {
  const first = month === undefined ? `${now.slice(0, 4)}-01-01` : `${month}-01`
  const [from, to] = [dayStart(first), dayStart(addMonths(first, month === undefined ? 12 : 1))]
  const how = {
    in_time: sql`and c.stopped_at <= c.due_at`,
    late: sql`and c.stopped_at > c.due_at`,
    overdue: sql`and c.stopped_at is null and c.due_at < ${now}`,
    running: sql`and c.stopped_at is null and c.due_at >= ${now}`,
  }
  return sql`item.id in (select c.item_id from clock c where c.jurisdiction = item.jurisdiction
    and c.due_at >= ${from} and c.due_at < ${to} ${met ? how[met] : sql``})`
}

function oneOf(column: string, values: readonly string[] | undefined): RawBuilder<boolean>[] {
  return values ? [sql<boolean>`${sql.ref(`item.${column}`)} = any(${[...values]}::text[])`] : []
}

function anyOf(parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`
}

function ledgerOf(id: string, ledgers: readonly AnyLedger[]): AnyLedger {
  const ledger = ledgers.find((ledger) => ledger.id === id)
  if (!ledger) throw new AppError('bad_request')
  return ledger
}
