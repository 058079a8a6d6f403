import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { Client } from 'pg'
import type { Database } from './database.ts'
import { openDatabase } from './database.ts'
import { newId } from './ids.ts'

/** Set by test/pg/global-setup.ts, or by hand to use a server of one's own. */
const serverVariable = 'LUOSHI_TEST_PG_URL'

/**
 * A fresh, empty database for a test file, migrated by `migrate` where given; close it in afterAll. In memory by
 * default; with DB=pg in the environment, one of its own on a PostgreSQL server, dropped again at close.
 */
export async function testDatabase<DB>(migrate?: (db: Kysely<DB>) => Promise<unknown>): Promise<Database<DB>> {
  const database = process.env['DB'] === 'pg' ? await onServer<DB>() : await inMemory<DB>()
  try {
    await migrate?.(database.db)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}

function inMemory<DB>(): Promise<Database<DB>> {
  return openDatabase<DB>({ template: templateFile() })
}

/** Beside the installed packages, so that a fresh install makes a fresh one; named after the engine that wrote it. */
function templateFile(): string {
  const { resolve } = createRequire(import.meta.url)
  const engine = path.dirname(path.dirname(resolve('@electric-sql/pglite')))
  const { version } = JSON.parse(fs.readFileSync(path.join(engine, 'package.json'), 'utf8')) as { version: string }
  return path.resolve(engine, `../../.cache/luoshi/pglite-${version}.tar`)
}

async function onServer<DB>(): Promise<Database<DB>> {
  const server = process.env[serverVariable]
  if (!server) throw new Error(`DB=pg needs ${serverVariable}, or test/pg/global-setup.ts in vitest.config.ts`)
  const name = `luoshi_test_${newId().replaceAll('-', '')}`
  await administer(server, `create database ${name} encoding 'UTF8' template template0`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await openDatabase<DB>({ url: url.href })
  return {
    ...database,
    close: async () => {
      await database.close()
      await administer(server, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
