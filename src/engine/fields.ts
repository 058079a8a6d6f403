import * as z from 'zod'
import { parseDay } from '../calendar/day.ts'
import type { Text } from '../text.ts'
import { type Field, type FieldOptions, makeField, type Value } from './field.ts'

const DAY = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((day) => parseDay(day) !== null)

/** Words; white space at both ends is cut. `pattern` is for codes: say their form in the hint. */
export function text<const O extends FieldOptions & { max?: number; multiline?: boolean; pattern?: RegExp }>(
  options: O,
): Field<Value<string, O>> {
  const max = options.max ?? 2000
  const multiline = options.multiline ?? max > 200
  const words = z.string().trim().min(1).max(max)
  const schema = options.pattern === undefined ? words : words.regex(options.pattern)
  return makeField({ kind: 'text', sqlType: 'text', schema, max, multiline }, options)
}

export function choice<const C extends Readonly<Record<string, Text>>, const O extends FieldOptions & { options: C }>(
  options: O & { options: C },
): Field<Value<keyof C & string, O>> {
  const keys = Object.keys(options.options)
  // z.enum cannot see that the keys of C are exactly these strings.
  const schema = z.enum(keys) as unknown as z.ZodType<keyof C & string>
  return makeField({ kind: 'choice', sqlType: 'text', schema, options: options.options }, options)
}

/** A plain count or measure. `unit` is shown inside the input. */
export function number<const O extends FieldOptions & { unit?: Text; min?: number; max?: number }>(
  options: O,
): Field<Value<number, O>> {
  let schema = z.number()
  if (options.min !== undefined) schema = schema.min(options.min)
  if (options.max !== undefined) schema = schema.max(options.max)
  const shape = { kind: 'number', sqlType: 'numeric', schema } as const
  return makeField(options.unit === undefined ? shape : { ...shape, unit: options.unit }, options)
}

/** An exact amount in 元, kept as a decimal string so that no binary fraction creeps in. */
export function money<const O extends FieldOptions>(options: O): Field<Value<string, O>> {
  const schema = z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/)
  return makeField({ kind: 'money', sqlType: 'numeric', schema, unit: { zh: '元', en: 'CNY' } }, options)
}

export function date<const O extends FieldOptions>(options: O): Field<Value<string, O>> {
  return makeField({ kind: 'date', sqlType: 'date', schema: DAY }, options)
}

export function boolean<const O extends FieldOptions>(options: O): Field<Value<boolean, O>> {
  return makeField({ kind: 'boolean', sqlType: 'boolean', schema: z.boolean() }, options)
}

export function unit<const O extends FieldOptions>(options: O): Field<Value<string, O>> {
  return makeField({ kind: 'unit', sqlType: 'text', schema: z.string().regex(/^org_[a-z0-9_]+$/) }, options)
}

export function post<const O extends FieldOptions>(options: O): Field<Value<string, O>> {
  return makeField({ kind: 'post', sqlType: 'text', schema: z.string().regex(/^post_[a-z0-9_]+$/) }, options)
}

/** A typed target: comparison, value or range in the base unit, and the unit as printed. */
export interface Quantity {
  readonly op: '=' | '>=' | '<=' | '>' | '<' | '~' | 'range' | 'rank'
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string | null
  /** The words of the report, without white space. */
  readonly text: string
}

const QUANTITY = z.object({
  op: z.enum(['=', '>=', '<=', '>', '<', '~', 'range', 'rank']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().max(20).nullable(),
  text: z.string().max(100),
})

export function quantities<const O extends FieldOptions>(options: O): Field<Value<readonly Quantity[], O>> {
  return makeField({ kind: 'quantities', sqlType: 'jsonb', schema: z.array(QUANTITY).max(50).readonly() }, options)
}
