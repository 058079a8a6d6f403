import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Condition, holds, type Values } from '../engine/condition.ts'
import { conditionSql } from './condition-sql.ts'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { testDatabase } from './testing.ts'
import { json } from './values.ts'

let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>()
})
afterAll(() => database.close())

// Fields by the type of their values, as ledgers have them: money is a decimal in text, a date a text that sorts.
const kinds = {
  words: fc.constantFrom('甲', '乙', 'abc', '', "o'clock", 'a"b\\'),
  count: fc.constantFrom(0, 1, -3, 2.5, 0.1, 1e7, 123456.789),
  money: fc.constantFrom('0', '12.50', '12.5', '-3', '1000000.01'),
  day: fc.constantFrom('2024-01-31', '2024-09-18', '2025-01-01'),
  flag: fc.boolean(),
}
type Kind = keyof typeof kinds
const field = fc.constantFrom<Kind>('words', 'count', 'money', 'day', 'flag')

const missing = fc.constantFrom(null, undefined)
const values: fc.Arbitrary<Values> = fc.record({
  words: fc.oneof(missing, kinds.words),
  count: fc.oneof(missing, kinds.count),
  money: fc.oneof(missing, kinds.money),
  day: fc.oneof(missing, kinds.day),
  flag: fc.oneof(missing, kinds.flag),
})

const test1: fc.Arbitrary<Condition> = field.chain((key) => {
  const is = kinds[key] as fc.Arbitrary<string | number | boolean>
  const bound = key === 'count' || key === 'money' ? kinds.count : kinds.day
  const range =
    key === 'flag' || key === 'words'
      ? fc.constant({})
      : fc.record({ atLeast: bound, atMost: bound }, { requiredKeys: [] })
  const oneOf =
    key === 'flag'
      ? fc.constant({})
      : fc.record({ in: fc.array(is as fc.Arbitrary<string | number>, { maxLength: 3 }) })
  const parts = fc.record({ is, filled: fc.boolean() }, { requiredKeys: [] })
  return fc.oneof(is, parts, range, oneOf).map((test) => ({ [key]: test }))
})
const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    test1,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node

test('a condition in SQL holds exactly where it holds in the engine', async () => {
  await fc.assert(
    fc.asyncProperty(condition, fc.array(values, { minLength: 5, maxLength: 15 }), async (condition, list) => {
      const { rows } = await sql<{ holds: boolean | null }>`
        select ${conditionSql(condition)} as holds from jsonb_array_elements(${json(list)})
        with ordinality item("values", n) order by n`.execute(database.db)
      expect(rows.map(({ holds }) => holds)).toEqual(list.map((one) => holds(condition, one)))
    }),
    { numRuns: 300 },
  )
})
