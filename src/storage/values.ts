import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'

/**
 * How values cross between the program and the database: one table for both engines, so that a store never
 * notices which one it speaks to. The drivers' own conversions are switched off.
 */

const oid = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int2: 21,
  int4: 23,
  oid: 26,
  json: 114,
  float4: 700,
  float8: 701,
  timestamptz: 1184,
  jsonb: 3802,
} as const

/** Array type → type of its elements, for the array types that the schema uses. */
const elementOf: Readonly<Record<number, number>> = {
  1000: oid.bool,
  1001: oid.bytea,
  1005: oid.int2,
  1007: oid.int4,
  1009: 25,
  1015: 1043,
  1016: oid.int8,
  1022: oid.float8,
  1182: 1082,
  1185: oid.timestamptz,
  1231: 1700,
  2951: 2950,
  3807: oid.jsonb,
}

type Parser = (text: string) => unknown

/** Types not named here (date, numeric, uuid, text, tsvector …) stay the text that PostgreSQL writes. */
const parsers: Readonly<Record<number, Parser>> = {
  [oid.bool]: (text) => text === 't',
  [oid.bytea]: (text) => Buffer.from(text.slice(2), 'hex'),
  [oid.int8]: safeInteger,
  [oid.int2]: Number,
  [oid.int4]: Number,
  [oid.oid]: Number,
  [oid.float4]: Number,
  [oid.float8]: Number,
  [oid.json]: (text) => JSON.parse(text),
  [oid.jsonb]: (text) => JSON.parse(text),
  [oid.timestamptz]: momentOf,
}

/**
 * The parser of a PostgreSQL type, from the server's text.
 * timestamptz → Moment, date → Day, numeric → string (never a float), int8 → number (throws where it would not be
 * exact), bytea → Buffer, json and jsonb → parsed, arrays → arrays of these.
 */
export function parserOf(type: number): Parser {
  const element = elementOf[type]
  if (element !== undefined) return (text) => parseArray(text, parserOf(element))
  return parsers[type] ?? ((text) => text)
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number exactly`)
  return value
}

const timestamp = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?([+-]\d{2}(?::\d{2}){0,2})$/

/** '2024-09-18 09:40:00+08' → '2024-09-18T09:40:00+08:00'. Below a millisecond nothing is kept: the app writes none. */
function momentOf(text: string): string {
  const parts = timestamp.exec(text)
  // The sessions run in +08 (sessionTimeZone), so anything else is infinity, a date BC, or a session somebody changed.
  if (!parts || parts[4] !== '+08') throw new RangeError(`timestamptz ${text} is not a moment in +08`)
  const thousandths = (parts[3] ?? '').slice(0, 3).padEnd(3, '0')
  return `${parts[1]}T${parts[2]}${thousandths === '000' ? '' : `.${thousandths}`}+08:00`
}

type Parsed = { value: unknown[]; end: number }

function parseArray(text: string, parse: Parser): unknown[] {
  // '[2:3]={…}' names bounds of an array that does not begin at 1; no store makes one.
  if (!text.startsWith('{')) throw new RangeError(`array ${text.slice(0, 40)} has bounds of its own`)
  return arrayAt(text, 0, parse).value
}

function arrayAt(text: string, start: number, parse: Parser): Parsed {
  const value: unknown[] = []
  let at = start + 1
  while (at < text.length && text[at] !== '}') {
    if (text[at] === ',') at += 1
    if (text[at] === '{') {
      const inner = arrayAt(text, at, parse)
      value.push(inner.value)
      at = inner.end
    } else if (text[at] === '"') {
      const quoted = quotedAt(text, at)
      value.push(parse(quoted.value))
      at = quoted.end
    } else {
      const end = plainEnd(text, at)
      const plain = text.slice(at, end)
      value.push(plain === 'NULL' ? null : parse(plain))
      at = end
    }
  }
  return { value, end: at + 1 }
}

function quotedAt(text: string, start: number): { value: string; end: number } {
  let value = ''
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 1
    value += text[at] ?? ''
    at += 1
  }
  return { value, end: at + 1 }
}

function plainEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && text[at] !== ',' && text[at] !== '}') at += 1
  return at
}

/** What both drivers are given: text, bytes or null. */
export type Bound = string | Uint8Array | null

/**
 * A parameter as it is sent. Text, numbers, bigints, booleans, bytes (bytea) and arrays of these are taken;
 * a Date is refused (moments are strings) and so is a plain object (use `json`).
 */
export function bindable(value: unknown): Bound {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) return value
  if (Array.isArray(value)) return arrayText(value)
  return scalarText(value)
}

function scalarText(value: unknown): string {
  if (typeof value === 'string') return wellFormed(value)
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) throw new TypeError('A Date was given as a parameter; moments are ISO strings')
  throw new TypeError(`A parameter of kind ${typeof value} cannot be sent; wrap objects in json()`)
}

/** Half a surrogate pair has no UTF-8 form: one driver would send another text, the other a wrong length. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (Array.isArray(value)) return arrayText(value)
  const text = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : scalarText(value)
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/**
 * A value for a jsonb column: bound as text, cast to jsonb. Objects and arrays need it (an array by itself is a
 * PostgreSQL array). Throws a TypeError for what JSON cannot hold at all (undefined, a function).
 */
export function json<T>(value: T): RawBuilder<NoInfer<T>> {
  const text: string | undefined = JSON.stringify(value)
  if (text === undefined) throw new TypeError('json() was given nothing that JSON can hold')
  return sql<T>`${text}::jsonb`
}
