import { join } from 'node:path'
import { type Database, openDatabase } from '../storage/database.ts'
import { migrate } from '../storage/migrate.ts'
import type { Schema } from '../storage/schema.ts'
import { readSettings } from '../settings.ts'

/** Opens the database the settings name (the same as the server's), brings it up to the present schema, and closes it after `work`. */
export async function withDatabase<T>(
  root: string,
  work: (database: Database<Schema>, migrations: readonly string[]) => Promise<T>,
): Promise<T> {
  const { databaseUrl, data } = readSettings(process.env, root)
  const database = await openDatabase<Schema>(
    databaseUrl === undefined ? { folder: join(data, 'database') } : { url: databaseUrl },
  )
  try {
    return await work(database, await migrate(database.db))
  } finally {
    await database.close()
  }
}
