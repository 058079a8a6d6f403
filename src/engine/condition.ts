/** One test on one value. All given parts must hold. A bare value means "is". */
export interface Test {
  readonly is?: string | number | boolean
  readonly in?: readonly (string | number)[]
  readonly atLeast?: number | string
  readonly atMost?: number | string
  readonly filled?: boolean
}

/**
 * Typed data, never a function: so a condition can be shown to a clerk, compiled to SQL and compared with last year's.
 * A record of field tests means all of them.
 */
export type Condition<K extends string = string> =
  | { readonly all: readonly Condition<K>[] }
  | { readonly any: readonly Condition<K>[] }
  | { readonly not: Condition<K> }
  | { readonly [field in K]?: string | number | boolean | Test }

export type Values = Readonly<Record<string, unknown>>

/** Does the condition hold for these values? Missing values fail every test but `filled: false`. */
export function holds(condition: Condition, values: Values): boolean {
  const c = condition as Readonly<Record<string, unknown>>
  if (Array.isArray(c['all'])) return (c['all'] as Condition[]).every((x) => holds(x, values))
  if (Array.isArray(c['any'])) return (c['any'] as Condition[]).some((x) => holds(x, values))
  if (isRecord(c['not'])) return !holds(c['not'] as Condition, values)
  return Object.entries(c).every(([field, test]) => passes(asTest(test), values[field]))
}

/** The field names a condition reads, for checks at load and for SQL. */
export function fieldsOf(condition: Condition): string[] {
  const c = condition as Readonly<Record<string, unknown>>
  for (const key of ['all', 'any']) if (Array.isArray(c[key])) return (c[key] as Condition[]).flatMap(fieldsOf)
  if (isRecord(c['not'])) return fieldsOf(c['not'] as Condition)
  return Object.keys(c)
}

export function asTest(test: unknown): Test {
  return isRecord(test) ? test : { is: test as string | number | boolean }
}

function passes(test: Test, value: unknown): boolean {
  const filled = value !== null && value !== undefined && value !== ''
  if (test.filled !== undefined && test.filled !== filled) return false
  if (test.is !== undefined && value !== test.is) return false
  if (test.in !== undefined && !test.in.includes(value as string | number)) return false
  if (test.atLeast !== undefined && !(filled && compare(value, test.atLeast) >= 0)) return false
  if (test.atMost !== undefined && !(filled && compare(value, test.atMost) <= 0)) return false
  return true
}

function compare(value: unknown, bound: number | string): number {
  if (typeof bound === 'number') return Number(value) - bound
  const text = String(value)
  return text < bound ? -1 : text > bound ? 1 : 0
}

function isRecord(x: unknown): x is Readonly<Record<string, unknown>> {
  return typeof x === 'object' && x !== null && !Array.isArray(x)
}
