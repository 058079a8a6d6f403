import { type RawBuilder, sql } from 'kysely'
import { AppError } from '../errors.ts'
import { t } from '../text.ts'
import type { ItemSort } from './item-filter.ts'
import { gravityOf, LIGHTS, lightIs, type LightRules } from './light-sql.ts'

/**
 * Orders and their cursors. Every order ends in the id, so that equal keys have one place; moments that are missing come
 * last either way. A cursor holds the keys of the last row, and the moment the first page was read at: lights do not
 * move between two pages.
 */
export interface Cursor {
  readonly sort: ItemSort
  readonly dir: 'asc' | 'desc'
  readonly now: string
  /** Key of the last row; for gravity, its due moment. */
  readonly key: string | null
  readonly id: string
  /** Gravity only: place in LIGHTS. */
  readonly rank: number
}

export function cursorText(cursor: Cursor): string {
  const { sort, dir, now, key, id, rank } = cursor
  return Buffer.from(JSON.stringify([sort, dir, now, key, id, rank])).toString('base64url')
}

/** Throws bad_request on a cursor that is not one of ours, or belongs to another order. */
export function readCursor(text: string, sort: ItemSort, dir: 'asc' | 'desc'): Cursor {
  const parts = parsed(text)
  const [cursorSort, cursorDir, now, key, id, rank] = parts
  const fits = cursorSort === sort && cursorDir === dir && typeof id === 'string' && Number.isInteger(rank)
  if (!fits || !isMoment(now) || !(key === null || typeof key === 'string')) throw badCursor()
  if (
    (sort === 'gravity' || sort === 'due' || sort === 'opened' || sort === 'recent') &&
    key !== null &&
    !isMoment(key)
  )
    throw badCursor()
  return { sort, dir, now, key, id, rank: Number(rank) }
}

function parsed(text: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (Array.isArray(parts)) return parts
  } catch {
    // Not JSON: refused below like any other text.
  }
  throw badCursor()
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?\+08:00$/.test(value)
}

function badCursor(): AppError {
  const message = t('翻页位置不对，请从第一页看起', 'The page position is not valid; start from the first page')
  return new AppError('bad_request', { detail: message, errors: [{ field: 'after', code: 'bad_cursor', message }] })
}

/** One query of a list: its rows come before those of the next. */
export interface Step {
  readonly where: RawBuilder<boolean>
  readonly orderBy: RawBuilder<unknown>
  /** Text of the row's key for the cursor, and its rank. */
  readonly key: RawBuilder<string | null>
  readonly rank: RawBuilder<number>
}

const COLUMNS = {
  due: 'due_at',
  number: 'number',
  title: 'pinyin',
  opened: 'opened_at',
  recent: 'last_entry_at',
  unit: 'lead_unit',
} as const

/** Down to this many items they are sorted by light in one query; beyond, light by light, each read from its index. */
const SORTED_AT_ONCE = 1000

/** What to ask for a page, in order, until it is full. */
export function stepsOf(
  order: { readonly sort: ItemSort; readonly dir: 'asc' | 'desc'; readonly cursor: Cursor | null },
  rules: LightRules,
  total: number,
): Step[] {
  const { sort, dir, cursor } = order
  if (sort !== 'gravity') {
    const column = COLUMNS[sort]
    const where = cursor ? beyond(column, dir, cursor) : sql<boolean>`true`
    return [{ where, orderBy: ordered(column, dir), key: keyText(column), rank: sql<number>`0` }]
  }
  const rank = gravityOf(rules)
  if (total <= SORTED_AT_ONCE) {
    const later = dir === 'asc' ? sql`>` : sql`<`
    const where = cursor
      ? sql<boolean>`(${rank} ${later} ${cursor.rank} or ${rank} = ${cursor.rank} and ${beyond('due_at', 'asc', cursor)})`
      : sql<boolean>`true`
    const orderBy = sql`${rank} ${sql.raw(dir)}, ${ordered('due_at', 'asc')}`
    return [{ where, orderBy, key: keyText('due_at'), rank }]
  }
  const places = LIGHTS.map((light, place) => ({ light, place }))
  return (dir === 'asc' ? places : places.reverse())
    .filter(({ place }) => !cursor || (dir === 'asc' ? place >= cursor.rank : place <= cursor.rank))
    .map(({ light, place }) => {
      const rest = cursor?.rank === place ? beyond('due_at', 'asc', cursor) : sql<boolean>`true`
      return {
        where: sql<boolean>`(${lightIs(light, rules)} and ${rest})`,
        orderBy: ordered('due_at', 'asc'),
        key: keyText('due_at'),
        rank: sql<number>`${place}::int`,
      }
    })
}

function ordered(column: string, dir: 'asc' | 'desc'): RawBuilder<unknown> {
  return sql`${sql.ref(`item.${column}`)} ${sql.raw(dir)} nulls last, item.id ${sql.raw(dir)}`
}

/** Rows after the cursor's: (key, id) beyond its own, or no key where it had one. */
function beyond(column: string, dir: 'asc' | 'desc', { key, id }: Cursor): RawBuilder<boolean> {
  const ref = sql.ref(`item.${column}`)
  const later = dir === 'asc' ? sql`>` : sql`<`
  if (key === null) return sql`(${ref} is null and item.id ${later} ${id})`
  return column === 'due_at'
    ? sql`((${ref}, item.id) ${later} (${key}::timestamptz, ${id}) or ${ref} is null)`
    : sql`(${ref}, item.id) ${later} (${key}, ${id})`
}

function keyText(column: string): RawBuilder<string | null> {
  return sql.ref(`item.${column}`) as unknown as RawBuilder<string | null>
}
