import { type Kysely, Migrator } from 'kysely'
import { up as initial } from './migrations/0001-initial.ts'

/** In order of time; one that is released is never changed again. */
const migrations = { '0001-initial': { up: initial } }

/**
 * Brings the database up to the present schema and returns the names of the migrations it ran. Two processes that
 * start at once do not run them twice. Throws the database's error where one fails; that one is rolled back.
 */
export async function migrate<DB>(db: Kysely<DB>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  const { error, results = [] } = await migrator.migrateToLatest()
  if (error !== undefined) throw error instanceof Error ? error : new Error('The migration failed', { cause: error })
  return results.filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
}
