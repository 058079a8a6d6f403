import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { startMaintenance, tidyTables } from './maintenance.ts'
import { testDatabase } from './testing.ts'

// A server looks after itself: autovacuum and the checkpointer.
describe.skipIf(process.env['DB'] === 'pg')('maintenance of the embedded database', () => {
  let database: Database<unknown>

  beforeAll(async () => {
    database = await testDatabase()
    await sql`create table busy (id int primary key); create table idle (id int)`.execute(database.db)
    await sql`insert into busy select * from generate_series(1, 3000)`.execute(database.db)
  })

  afterAll(() => database.close())

  async function rowsKnown(): Promise<unknown> {
    return (await sql`select reltuples from pg_class where relname = 'busy'`.execute(database.db)).rows
  }

  test('analyzes what was written, once, and leaves the rest', async () => {
    expect(await rowsKnown()).toEqual([{ reltuples: -1 }])
    expect(await tidyTables(database.db)).toEqual(['public.busy'])
    expect(await rowsKnown()).toEqual([{ reltuples: 3000 }])
    expect(await tidyTables(database.db)).toEqual([])
    await sql`delete from busy where id % 2 = 0`.execute(database.db)
    expect(await tidyTables(database.db)).toEqual(['public.busy'])
  })

  test('checkpoints after enough rows, and by the clock after a few', async () => {
    vi.useFakeTimers()
    let written = 0
    const asked = async (): Promise<string> => {
      const { rows } = await sql<{ at: string }>`select redo_lsn::text as at from pg_control_checkpoint()`.execute(
        database.db,
      )
      return rows[0]?.at ?? ''
    }
    const maintenance = startMaintenance({ db: database.db, rowsWritten: () => written, log: expect.unreachable })
    const round = async (ms: number): Promise<void> => {
      vi.advanceTimersByTime(ms)
      await vi.waitFor(async () => asked())
    }
    try {
      const first = await asked()
      await round(10 * 60_000)
      expect(await asked()).toBe(first)
      written = 6_000
      await round(2_000)
      const second = await asked()
      expect(second).not.toBe(first)
    } finally {
      vi.useRealTimers()
      await maintenance.stop()
    }
  })

  test('a round that fails is told of and does not stop the next', async () => {
    vi.useFakeTimers()
    const lines: string[] = []
    const rowsWritten = (): number => {
      throw new Error('no counts')
    }
    const maintenance = startMaintenance({ db: database.db, rowsWritten, log: (line) => lines.push(line) })
    vi.advanceTimersByTime(2_000)
    await Promise.resolve()
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await maintenance.stop()
    expect(lines).toEqual(Array(2).fill('database: maintenance failed: no counts'))
  })
})
