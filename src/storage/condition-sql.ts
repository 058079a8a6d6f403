import { type RawBuilder, sql } from 'kysely'
import { asTest, type Condition, type Test } from '../engine/condition.ts'
import { json } from './values.ts'

/**
 * A condition on an item's values as SQL, always true or false and never null, so that `not` means the same as in
 * engine `holds`. Values are compared as JSON where they must be the very same, as double precision against a number
 * (which is what a number is in the engine), and byte by byte against a text.
 */
export function conditionSql(condition: Condition): RawBuilder<boolean> {
  const c = condition as Readonly<Record<string, unknown>>
  if (Array.isArray(c['all'])) return joined(c['all'] as Condition[], sql` and `, sql`true`)
  if (Array.isArray(c['any'])) return joined(c['any'] as Condition[], sql` or `, sql`false`)
  const { not } = c
  if (typeof not === 'object' && not !== null) return sql`(not ${conditionSql(not)})`
  const tests = Object.entries(c).flatMap(([field, test]) => testsOf(field, asTest(test)))
  return tests.length === 0 ? sql`true` : sql`(${sql.join(tests, sql` and `)})`
}

function joined(parts: readonly Condition[], by: RawBuilder<unknown>, none: RawBuilder<boolean>): RawBuilder<boolean> {
  return parts.length === 0 ? none : sql`(${sql.join(parts.map(conditionSql), by)})`
}

/** `values ->> f` is null for what is missing and for JSON null alike. */
function testsOf(field: string, { is, in: oneOf, atLeast, atMost, filled }: Test): RawBuilder<boolean>[] {
  const value = sql`(item."values" -> ${field}::text)`
  const words = sql`(item."values" ->> ${field}::text)`
  const full = sql<boolean>`(coalesce(${words}, '') <> '')`
  const tests: RawBuilder<boolean>[] = []
  if (filled !== undefined) tests.push(filled ? full : sql`not ${full}`)
  if (is !== undefined) tests.push(sql`coalesce(${value} = ${json(is)}, false)`)
  if (oneOf !== undefined) {
    const same = oneOf.map((one) => sql<boolean>`coalesce(${value} = ${json(one)}, false)`)
    tests.push(same.length === 0 ? sql`false` : sql`(${sql.join(same, sql` or `)})`)
  }
  if (atLeast !== undefined) tests.push(compared(words, sql`>=`, atLeast))
  if (atMost !== undefined) tests.push(compared(words, sql`<=`, atMost))
  return tests
}

const NUMBER = '^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$'

function compared(
  words: RawBuilder<unknown>,
  operator: RawBuilder<unknown>,
  bound: number | string,
): RawBuilder<boolean> {
  if (typeof bound === 'string')
    return sql`coalesce(${words} <> '' and ${words} collate "C" ${operator} ${bound}::text collate "C", false)`
  return sql`(case when ${words} ~ ${NUMBER} then ${words}::double precision ${operator} ${bound}::double precision
    else false end)`
}
