import type { Bound } from './values.ts'

/** What the pool asks of the worker. */
export type Request =
  | { id: number; kind: 'query'; sql: string; parameters: readonly Bound[] }
  | { id: number; kind: 'close' }

/** A result as text: the pool parses it, because strings cross threads cheaper than objects. */
export type RawResult = {
  command: string
  rowCount: number
  fields: ReadonlyArray<{ name: string; type: number }>
  rows: ReadonlyArray<ReadonlyArray<string | null>>
}

/** An error's fields that survive the crossing; `code` is the SQLSTATE. */
export type RawError = { message: string; [field: string]: string | undefined }

export type Reply =
  | { kind: 'ready' }
  | { kind: 'failed'; error: RawError }
  | { kind: 'result'; id: number; result: RawResult; inTransaction: boolean }
  | { kind: 'error'; id: number; error: RawError; inTransaction: boolean }
  | { kind: 'closed'; id: number }

const errorFields = [
  'code',
  'severity',
  'detail',
  'hint',
  'position',
  'where',
  'schema',
  'table',
  'column',
  'constraint',
]

/** An error as plain data. Structured clone would drop all but its message. */
export function packError(error: unknown): RawError {
  const packed: RawError = { message: error instanceof Error ? error.message : String(error) }
  if (!(error instanceof Error)) return packed
  for (const field of errorFields) {
    const value: unknown = Reflect.get(error, field)
    if (typeof value === 'string') packed[field] = value
  }
  return packed
}

/** The error again, with its fields. */
export function unpackError(packed: RawError): Error {
  return Object.assign(new Error(packed.message), packed)
}
