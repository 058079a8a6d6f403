import { type RawBuilder, sql } from 'kysely'
import type { Scope } from './scope.ts'

/** Items in the scope: led by one of the units, or with one of the reader's own as co-unit. */
export function inScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql`true`
  const { units, line = [] } = scope
  return sql`(item.lead_unit = any(${[...units, ...line]}::text[]) or item.co_units ?| ${[...units]}::text[])`
}

/**
 * Rollup cells in the scope. Exact for a unit's post and for a leader's line. Who sees several units, one as lead and
 * another as co-unit of the same item, has it counted in both.
 */
export function cellsInScope(scope: Scope): RawBuilder<boolean> {
  if (scope.all) return sql`rollup.role = 'lead'`
  const { units, line = [] } = scope
  return sql`(rollup.role = 'lead' and rollup.unit = any(${[...units, ...line]}::text[])
    or rollup.role = 'co' and rollup.unit = any(${[...units]}::text[]))`
}
