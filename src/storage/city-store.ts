import { AppError } from '../errors.ts'
import type { Text } from '../text.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** A jurisdiction: the first part of every key. */
export interface City {
  readonly id: string
  readonly name: Text
  /** GB/T 2260. */
  readonly region: string
  readonly sample: boolean
  readonly settings: Readonly<Record<string, unknown>>
  readonly createdAt: string
}

/** Throws conflict where the id is taken. */
export async function insertCity(db: Db, city: City): Promise<void> {
  const { id, name, region, sample, settings, createdAt } = city
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('jurisdiction')
    .values({ id, name: json(name), region, sample, settings: json(settings), created_at: createdAt })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) throw new AppError('conflict')
}

export async function findCity(db: Db, id: string): Promise<City | null> {
  return (await cities(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function listCities(db: Db): Promise<City[]> {
  return cities(db).orderBy('created_at').orderBy('id').execute()
}

function cities(db: Db) {
  return db.selectFrom('jurisdiction').select(['id', 'name', 'region', 'sample', 'settings', 'created_at as createdAt'])
}
