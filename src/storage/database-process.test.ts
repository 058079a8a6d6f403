import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DatabaseClosed, DatabaseRefused } from './database-errors.ts'
import { openDatabase } from './database.ts'

/** Each round kills at another moment after the first acknowledged rows. */
const killRounds = 5

type Writer = { process: ChildProcess; last: () => number; errors: () => string }

function startWriter(folder: string): Writer {
  const script = fileURLToPath(new URL('../../test/storage/writer.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script, folder])
  let printed = ''
  let errors = ''
  child.stdout.on('data', (chunk) => (printed += String(chunk)))
  child.stderr.on('data', (chunk) => (errors += String(chunk)))
  // A line that was cut by the kill was not acknowledged to anyone.
  return { process: child, last: () => Number(printed.split('\n').at(-2) ?? 0), errors: () => errors }
}

async function kill(writer: Writer): Promise<void> {
  const exit = new Promise((resolve) => writer.process.once('exit', resolve))
  writer.process.kill('SIGKILL')
  await exit
}

async function hasWritten(writer: Writer, rows: number): Promise<void> {
  const from = writer.last()
  while (writer.last() < from + rows) {
    if (writer.process.exitCode !== null) throw new Error(`The writer ended: ${writer.errors()}`)
    await pause(5)
  }
}

// A server guards its own files.
describe.skipIf(process.env['DB'] === 'pg')('the embedded database and processes', () => {
  let folder: string

  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-db-'))
    await (await openDatabase({ folder })).close()
  }, 120_000)

  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

  test('is for its owner only', () => {
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
    expect(fs.statSync(path.join(folder, 'pgdata')).mode & 0o777).toBe(0o700)
  })

  test(
    'kill -9 loses nothing that was acknowledged, and the folder opens by itself',
    { timeout: 180_000 },
    async () => {
      let acknowledged = 0
      for (let round = 1; round <= killRounds; round += 1) {
        const writer = startWriter(folder)
        await hasWritten(writer, 20)
        await pause(round * 37)
        await kill(writer)
        expect(writer.last()).toBeGreaterThan(acknowledged)
        acknowledged = writer.last()
        const database = await openDatabase({ folder })
        const { rows } = await sql<{ n: number; last: number; whole: boolean }>`
        select count(*) as n, max(n) as last, bool_and(length(filler) = 200) as whole from written`.execute(database.db)
        await database.close()
        // One more may have been stored than was told of.
        expect([acknowledged, acknowledged + 1]).toContain(rows[0]?.last)
        expect(rows[0]).toMatchObject({ n: rows[0]?.last, whole: true })
      }
    },
  )

  test('a second process on the folder is refused, by name', { timeout: 60_000 }, async () => {
    const database = await openDatabase({ folder })
    const writer = startWriter(folder)
    await new Promise((resolve) => writer.process.once('exit', resolve))
    await database.close()
    expect(writer.last()).toBe(0)
    expect(writer.errors()).toContain(folder)
    expect(writer.errors()).toContain(`pid ${process.pid}`)
    expect(writer.errors()).toContain('DatabaseRefused')
  })

  test('a second opening in the same process is refused and does not disturb the first', async () => {
    const database = await openDatabase({ folder })
    await expect(openDatabase({ folder })).rejects.toThrow(DatabaseRefused)
    await expect(sql`select 1`.execute(database.db)).resolves.toBeDefined()
    await database.close()
  })

  test('a half-made folder is made anew', { timeout: 60_000 }, async () => {
    const half = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-half-'))
    fs.mkdirSync(path.join(half, 'pgdata.making'))
    fs.writeFileSync(path.join(half, 'pgdata.making', 'PG_VERSION'), '18\n')
    const database = await openDatabase({ folder: half })
    await expect(sql`select 1`.execute(database.db)).resolves.toBeDefined()
    await database.close()
    expect(fs.readdirSync(half)).toEqual(['pgdata'])
    fs.rmSync(half, { recursive: true })
  })

  test('data of another PostgreSQL are refused and the lock is given back', async () => {
    const other = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-other-'))
    fs.mkdirSync(path.join(other, 'pgdata'))
    fs.writeFileSync(path.join(other, 'pgdata', 'PG_VERSION'), '17\n')
    await expect(openDatabase({ folder: other })).rejects.toThrow('PostgreSQL 17')
    expect(fs.readdirSync(other)).toEqual(['pgdata'])
    fs.rmSync(other, { recursive: true })
  })

  // Last: it breaks the folder. Without its control file PostgreSQL panics at the next checkpoint.
  test('an engine that panics closes the database; what waits is rejected, not left hanging', async () => {
    const lines: string[] = []
    const database = await openDatabase({ folder, log: (line) => lines.push(line) })
    await sql`create table if not exists broken (id int)`.execute(database.db)
    fs.rmSync(path.join(folder, 'pgdata', 'global', 'pg_control'))
    const panicked = database.checkpoint()
    const waiting = sql`select pg_sleep(0)`.execute(database.db)
    await expect(panicked).rejects.toMatchObject({ severity: 'PANIC' })
    await expect(waiting).rejects.toThrow(DatabaseClosed)
    await expect(sql`select 1`.execute(database.db)).rejects.toThrow(DatabaseClosed)
    expect(lines.join()).toContain('its thread')
    await database.close()
    expect(fs.existsSync(path.join(folder, 'lock.json'))).toBe(false)
  })
})

test('a server that is not there is an error at once', async () => {
  await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toThrow(/ECONNREFUSED/)
})
