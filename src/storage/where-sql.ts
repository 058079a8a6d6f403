import { type RawBuilder, sql } from 'kysely'
import type { AnyLedger, Where } from '../engine/ledger.ts'
import { stagesWith } from '../engine/stages.ts'
import { conditionSql } from './condition-sql.ts'

/** Which items a metric counts, as SQL on the item row: the same as engine `matches`. */
export function whereSql(ledger: AnyLedger, where: Where, now: string): RawBuilder<boolean> {
  const { stage, standing, late, met, dueSoFar, values } = where
  const parts: RawBuilder<boolean>[] = [sql`item.ledger = ${ledger.id}`]
  if (stage) parts.push(sql`item.stage = any(${[...stage]}::text[])`)
  if (standing) parts.push(sql`item.stage = any(${stagesWith(ledger, standing)}::text[])`)
  if (late !== undefined) parts.push(sql`(${moment(late, 'stoppedAt')} is null and ${isPast(late, now)})`)
  if (met) parts.push(isMet(met))
  if (dueSoFar !== undefined) parts.push(isPast(dueSoFar, now))
  if (values !== undefined) parts.push(conditionSql(values))
  return sql`(${sql.join(parts, sql` and `)})`
}

function isMet({ clock, inTime }: NonNullable<Where['met']>): RawBuilder<boolean> {
  const [stopped, due] = [moment(clock, 'stoppedAt'), moment(clock, 'dueAt')]
  if (inTime === undefined) return sql`(${stopped} is not null)`
  const was = sql`coalesce(${stopped} <= ${due}, true)`
  return inTime ? sql`(${stopped} is not null and ${was})` : sql`(${stopped} is not null and not ${was})`
}

function isPast(clock: string, now: string): RawBuilder<boolean> {
  return sql`coalesce(${moment(clock, 'dueAt')} < ${now}::text collate "C", false)`
}

/** A moment of the newest run of a clock; null where there is none. All moments carry one offset, so they sort as text. */
function moment(clock: string, key: 'dueAt' | 'stoppedAt'): RawBuilder<unknown> {
  return sql`((item.clocks #>> ${[clock, key]}::text[]) collate "C")`
}
