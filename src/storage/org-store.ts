import type { PostRole } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import type { Text } from '../text.ts'
import { pinyinSearch } from './pinyin.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** Units and posts of a city: who there is, apart from who sits there today (assignment-store). */

export interface NewUnit {
  readonly id: string
  readonly parent: string | null
  readonly name: Text
  readonly short: Text
  readonly kind: string
  readonly region: string | null
  readonly position: number
  readonly duties: readonly string[]
}

export interface Unit extends NewUnit {
  /** Initials and full pinyin of the short name, for the pickers. */
  readonly pinyin: string
}

export interface Post {
  readonly id: string
  readonly unit: string
  readonly title: Text
  readonly roles: readonly PostRole[]
  readonly line: readonly string[] | 'all'
  readonly position: number
}

/** All units in their order. */
export async function listUnits(db: Db, city: string): Promise<Unit[]> {
  return units(db, city).orderBy('position').orderBy('id').execute()
}

export async function findUnit(db: Db, city: string, id: string): Promise<Unit | null> {
  return (await units(db, city).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Throws not_found. */
export async function getUnit(db: Db, city: string, id: string): Promise<Unit> {
  return found(await findUnit(db, city, id))
}

/** All posts, by their unit's order of posts. */
export async function listPosts(db: Db, city: string): Promise<Post[]> {
  return posts(db, city).orderBy('position').orderBy('id').execute()
}

export async function findPost(db: Db, city: string, id: string): Promise<Post | null> {
  return (await posts(db, city).where('id', '=', id).executeTakeFirst()) ?? null
}

/** Throws not_found. */
export async function getPost(db: Db, city: string, id: string): Promise<Post> {
  return found(await findPost(db, city, id))
}

/** Adds units, and changes those of the same id. */
export async function upsertUnits(db: Db, city: string, list: readonly NewUnit[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('unit')
    .values(
      list.map(({ parent, name, short, duties, ...unit }) => ({
        ...unit,
        jurisdiction: city,
        parent_id: parent,
        name: json(name),
        short: json(short),
        duties: json(duties),
        pinyin: pinyinSearch(short.zh),
      })),
    )
    .onConflict((on) =>
      on.columns(['jurisdiction', 'id']).doUpdateSet((eb) => ({
        parent_id: eb.ref('excluded.parent_id'),
        name: eb.ref('excluded.name'),
        short: eb.ref('excluded.short'),
        kind: eb.ref('excluded.kind'),
        region: eb.ref('excluded.region'),
        position: eb.ref('excluded.position'),
        duties: eb.ref('excluded.duties'),
        pinyin: eb.ref('excluded.pinyin'),
      })),
    )
    .execute()
}

/** Adds posts, and changes those of the same id. Their units must stand already. */
export async function upsertPosts(db: Db, city: string, list: readonly Post[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('post')
    .values(
      list.map(({ unit, title, roles, line, ...post }) => ({
        ...post,
        jurisdiction: city,
        unit_id: unit,
        title: json(title),
        roles: json(roles),
        line: json(line),
      })),
    )
    .onConflict((on) =>
      on.columns(['jurisdiction', 'id']).doUpdateSet((eb) => ({
        unit_id: eb.ref('excluded.unit_id'),
        title: eb.ref('excluded.title'),
        roles: eb.ref('excluded.roles'),
        line: eb.ref('excluded.line'),
        position: eb.ref('excluded.position'),
      })),
    )
    .execute()
}

function units(db: Db, city: string) {
  return db
    .selectFrom('unit')
    .select(['id', 'parent_id as parent', 'name', 'short', 'kind', 'region', 'position', 'duties', 'pinyin'])
    .where('jurisdiction', '=', city)
}

function posts(db: Db, city: string) {
  return db
    .selectFrom('post')
    .select(['id', 'unit_id as unit', 'title', 'roles', 'line', 'position'])
    .where('jurisdiction', '=', city)
}

function found<T>(row: T | null): T {
  if (row === null) throw new AppError('not_found')
  return row
}
