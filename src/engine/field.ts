import type * as z from 'zod'
import type { Text } from '../text.ts'

export type FieldKind =
  | 'text'
  | 'choice'
  | 'number'
  | 'date'
  | 'boolean'
  | 'unit'
  | 'post'
  | 'quantity'
  | 'quantities'
  | 'money'

/** PostgreSQL type of the value inside `item.data`; decides how a condition on it compiles to SQL. */
export type SqlType = 'text' | 'numeric' | 'date' | 'boolean' | 'jsonb'

export interface FieldOptions {
  readonly label: Text
  readonly required?: boolean
  /** One short sentence below the input: what to write, in which unit. */
  readonly hint?: Text
  /** Personal data: never in the public view, masked for everybody but the handling unit. */
  readonly personal?: boolean
}

export interface Field<V = unknown> {
  readonly kind: FieldKind
  readonly label: Text
  readonly required: boolean
  readonly hint: Text | null
  readonly personal: boolean
  readonly sqlType: SqlType
  /** The one validator used by the API, the importer and the form. Null stands for "not filled in". */
  readonly schema: z.ZodType<V>
  readonly options: Readonly<Record<string, Text>> | null
  readonly unit: Text | null
  readonly max: number | null
  readonly multiline: boolean
}

/** Optional fields may be null; required ones never are. */
export type Value<V, O extends FieldOptions> = O extends { required: true } ? V : V | null

interface Shape<V> {
  readonly kind: FieldKind
  readonly sqlType: SqlType
  readonly schema: z.ZodType<V>
  readonly options?: Readonly<Record<string, Text>>
  readonly unit?: Text
  readonly max?: number
  readonly multiline?: boolean
}

export function makeField<V, const O extends FieldOptions>(shape: Shape<V>, options: O): Field<Value<V, O>> {
  const required = options.required === true
  return {
    kind: shape.kind,
    label: options.label,
    required,
    hint: options.hint ?? null,
    personal: options.personal === true,
    sqlType: shape.sqlType,
    // The conditional type mirrors this runtime branch; TypeScript cannot see that.
    schema: (required ? shape.schema : shape.schema.nullable()) as unknown as z.ZodType<Value<V, O>>,
    options: shape.options ?? null,
    unit: shape.unit ?? null,
    max: shape.max ?? null,
    multiline: shape.multiline === true,
  }
}
