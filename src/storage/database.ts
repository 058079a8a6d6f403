import fs from 'node:fs'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import type { EngineProfile } from './engine-profiles.ts'
import { engineProfiles } from './engine-profiles.ts'
import { lockFolder } from './folder-lock.ts'
import { startMaintenance } from './maintenance.ts'
import { PglitePool } from './pglite-pool.ts'
import type { CountingPool } from './pool.ts'
import { PostgresServerPool } from './postgres-pool.ts'

export type DatabaseSettings = Readonly<{
  /** A PostgreSQL server: postgres://… Then `folder` is not used. */
  url?: string | undefined
  /** The folder of the embedded database, made when missing. Without url and folder: in memory, gone at close. */
  folder?: string | undefined
  /** A file that in-memory databases start from, for tests: four times faster than an initdb. Made when missing. */
  template?: string | undefined
  log?: ((line: string) => void) | undefined
}>

/** What the database did since it was opened. */
export type DatabaseStats = Readonly<{ queries: number; rowsWritten: number; waiting: number }>

export type Database<DB> = Readonly<{
  db: Kysely<DB>
  profile: EngineProfile
  /** Finishes what runs, then closes; safe to call twice. Afterwards every query throws DatabaseClosed. */
  close: () => Promise<void>
  /** Writes all changes into the tables' files, so that the next start need not replay them. */
  checkpoint: () => Promise<void>
  stats: () => DatabaseStats
}>

/**
 * Opens the database: a PostgreSQL server where `url` is given, else the embedded one. Throws DatabaseRefused with a
 * text for the administrator where the server or the folder will not do.
 */
export async function openDatabase<DB>(settings: DatabaseSettings): Promise<Database<DB>> {
  const log = settings.log ?? (() => undefined)
  if (settings.url !== undefined) return openServer<DB>(settings.url, log)
  return settings.folder === undefined
    ? databaseOn<DB>(await PglitePool.open({ template: settings.template }, log), engineProfiles.pglite)
    : openFolder<DB>(path.resolve(settings.folder), log)
}

async function openServer<DB>(url: string, log: (line: string) => void): Promise<Database<DB>> {
  return databaseOn<DB>(await PostgresServerPool.open(url, log), engineProfiles.postgres)
}

async function openFolder<DB>(folder: string, log: (line: string) => void): Promise<Database<DB>> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  fs.chmodSync(folder, 0o700)
  const lock = await lockFolder(folder)
  try {
    const pool = await PglitePool.open({ folder }, log)
    return databaseOn<DB>(pool, engineProfiles.pglite, { onClosed: () => lock.release(), log })
  } catch (error) {
    lock.release()
    throw error
  }
}

type Folder = Readonly<{ onClosed: () => void; log: (line: string) => void }>

/** `folder` is given where there are files to look after. */
function databaseOn<DB>(pool: CountingPool, profile: EngineProfile, folder?: Folder): Database<DB> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const maintenance = folder && startMaintenance({ db, rowsWritten: () => pool.counts.rowsWritten, log: folder.log })
  // Not db.destroy(): it would answer later queries with an error of its own instead of DatabaseClosed.
  const close = async (): Promise<void> => {
    await maintenance?.stop()
    await pool.end()
    folder?.onClosed()
  }
  let closing: Promise<void> | undefined
  return {
    db,
    profile,
    close: () => (closing ??= close()),
    checkpoint: async () => {
      await sql`checkpoint`.execute(db)
    },
    stats: () => ({ queries: pool.counts.queries, rowsWritten: pool.counts.rowsWritten, waiting: pool.waiting }),
  }
}
