import type { ColumnType, RawBuilder } from 'kysely'

/** jsonb: read as a value, written through `json(value)`. */
export type Json<T> = ColumnType<T, RawBuilder<T>, RawBuilder<T>>
/** timestamptz, always read and written as '2024-09-18T09:40:00+08:00'. */
export type Moment = string
/** date, 'YYYY-MM-DD'. */
export type Day = string
