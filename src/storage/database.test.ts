import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { DatabaseClosed } from './database-errors.ts'
import { inTransaction, sqlStateOf } from './retry.ts'
import { testDatabase } from './testing.ts'
import { json } from './values.ts'

type Row = {
  id: string
  at: string | null
  day: string | null
  amount: string | null
  many: number | null
  tags: string[] | null
  data: unknown
  bytes: Uint8Array | null
}

let database: Database<{ thing: Row }>

beforeAll(async () => {
  database = await testDatabase<{ thing: Row }>(async (db) => {
    await sql`create table thing (id text primary key, at timestamptz, day date, amount numeric(20, 2), many bigint,
      tags text[], data jsonb, bytes bytea)`.execute(db)
  })
})

afterAll(() => database.close())

const empty = { at: null, day: null, amount: null, many: null, tags: null, data: null, bytes: null }

async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T> {
  const { rows } = await query.execute(database.db)
  expect(rows).toHaveLength(1)
  return rows[0]!
}

describe('values', () => {
  test('come back as they were written', async () => {
    const row = {
      id: 'a',
      at: '2024-09-18T09:40:00+08:00',
      day: '2024-09-18',
      amount: '12345678901234567.89',
      many: 9007199254740991,
      tags: ['督查', 'a"b', 'c\\d', 'NULL', '', 'x,y', '{}', '😀'],
      data: { 标题: '“13710”', list: [1, null, true] },
      bytes: Buffer.from([0, 1, 255, 39, 92]),
    }
    await database.db
      .insertInto('thing')
      .values({ ...row, data: json(row.data) })
      .execute()
    const read = await database.db.selectFrom('thing').selectAll().where('id', '=', 'a').executeTakeFirstOrThrow()
    expect(read).toEqual(row)
  })

  test('moments keep milliseconds, lose microseconds and are always in +08', async () => {
    const read = await one(sql<{ a: string; b: string; c: string[] }>`
      select '2024-12-31T23:59:59.120Z'::timestamptz as a, '2024-01-01T00:00:00.000999Z'::timestamptz as b,
        array['2024-01-01T00:00:00-05:00'::timestamptz] as c`)
    expect(read).toEqual({
      a: '2025-01-01T07:59:59.120+08:00',
      b: '2024-01-01T08:00:00+08:00',
      c: ['2024-01-01T13:00:00+08:00'],
    })
  })

  test('a timestamp belongs to the day of the city', async () => {
    const read = await one(sql<{ day: string }>`select ${'2024-09-17T16:30:00Z'}::timestamptz::date as day`)
    expect(read.day).toBe('2024-09-18')
  })

  test('arrays of every kind and depth', async () => {
    const read = await one(sql<Record<string, unknown>>`
      select ${[1, null, 3]}::int[] as numbers, ${[]}::text[] as none, ${[['a'], ['b"']]}::text[][] as deep,
        ${[true, false]}::bool[] as flags, ${['1.50']}::numeric[] as amounts, ${['2024-01-31']}::date[] as days,
        array[1::bigint] as many, array['{"a":[1]}'::jsonb] as data, ${[Buffer.from([7, 34])]}::bytea[] as bytes`)
    expect(read).toEqual({
      numbers: [1, null, 3],
      none: [],
      deep: [['a'], ['b"']],
      flags: [true, false],
      amounts: ['1.50'],
      days: ['2024-01-31'],
      many: [1],
      data: [{ a: [1] }],
      bytes: [Buffer.from([7, 34])],
    })
  })

  test('bytes from a view of a larger buffer are the bytes of the view', async () => {
    const view = new Uint8Array(new Uint8Array([9, 1, 2, 9]).buffer, 1, 2)
    const read = await one(sql<{ bytes: Uint8Array }>`select ${view}::bytea as bytes`)
    expect(read.bytes).toEqual(Buffer.from([1, 2]))
  })

  test('an int8 that a number cannot hold is an error, not a wrong number', async () => {
    await expect(sql`select 9007199254740993::bigint as big`.execute(database.db)).rejects.toThrow(/9007199254740993/)
    expect(await one(sql`select 1 as still`)).toEqual({ still: 1 })
  })

  test('half a surrogate pair arrives as the replacement character', async () => {
    const read = await one(sql<{ text: string }>`select ${'督\uDC00查\uD800'}::text as text`)
    expect(read.text).toBe('督\uFFFD查\uFFFD')
  })

  test('counts are numbers, sums of money are exact text', async () => {
    const read = await one(sql`select count(*) as n, sum(v) as s from (values (0.1::numeric), (0.2)) as t(v)`)
    expect(read).toEqual({ n: 2, s: '0.3' })
  })

  test('Dates and bare objects are refused', async () => {
    await expect(sql`select ${new Date(0)}::timestamptz`.execute(database.db)).rejects.toThrow(/Date/)
    await expect(sql`select ${{ a: 1 }}::jsonb`.execute(database.db)).rejects.toThrow(/json\(\)/)
    expect(() => json(undefined)).toThrow(TypeError)
  })
})

describe('errors and transactions', () => {
  test('an error keeps its SQLSTATE, detail and constraint', async () => {
    await database.db
      .insertInto('thing')
      .values({ id: 'twice', ...empty })
      .execute()
    const error: unknown = await database.db
      .insertInto('thing')
      .values({ id: 'twice', ...empty })
      .execute()
      .catch((caught: unknown) => caught)
    expect(sqlStateOf(error)).toBe('23505')
    expect(error).toMatchObject({ constraint: 'thing_pkey', detail: expect.stringContaining('twice') })
  })

  test('affected rows are counted', async () => {
    await database.db
      .insertInto('thing')
      .values([
        { id: 'n1', ...empty },
        { id: 'n2', ...empty },
      ])
      .execute()
    const done = await database.db
      .updateTable('thing')
      .set({ day: '2024-02-29' })
      .where('id', 'in', ['n1', 'n2'])
      .execute()
    expect(done[0]?.numUpdatedRows).toBe(2n)
  })

  test('a transaction that throws leaves nothing', async () => {
    const failed = inTransaction(database, async (transaction) => {
      await transaction
        .insertInto('thing')
        .values({ id: 'gone', ...empty })
        .execute()
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await database.db.selectFrom('thing').select('id').where('id', '=', 'gone').execute()).toEqual([])
  })

  test('a transaction whose failure was swallowed is not reported as committed', async () => {
    const swallowed = inTransaction(database, async (transaction) => {
      await transaction
        .insertInto('thing')
        .values({ id: 'lost', ...empty })
        .execute()
      await sql`select 1 / 0`.execute(transaction).catch(() => undefined)
    })
    await expect(swallowed).rejects.toMatchObject({ code: '25P02' })
  })

  test('many transactions at once do not mix', async () => {
    await sql`create table tally (id int primary key, n int not null)`.execute(database.db)
    await sql`insert into tally values (1, 0)`.execute(database.db)
    const bump = (): Promise<unknown> =>
      inTransaction(database, async (transaction) => {
        const { rows } = await sql<{ n: number }>`select n from tally where id = 1 for update`.execute(transaction)
        await sql`update tally set n = ${(rows[0]?.n ?? 0) + 1} where id = 1`.execute(transaction)
      })
    await Promise.all(Array.from({ length: 40 }, bump))
    expect(await one(sql`select n from tally`)).toEqual({ n: 40 })
  })

  test('a serialization failure is run again, another error is not', async () => {
    let runs = 0
    const settled = await inTransaction(database, async (transaction) => {
      runs += 1
      if (runs < 3)
        await sql.raw(`do $$ begin raise exception 'lost' using errcode = '40001'; end $$`).execute(transaction)
      return runs
    })
    expect(settled).toBe(3)
    runs = 0
    const other = inTransaction(database, async (transaction) => {
      runs += 1
      await sql`select 1 / 0`.execute(transaction)
    })
    await expect(other).rejects.toMatchObject({ code: '22012' })
    expect(runs).toBe(1)
  })

  test('several statements without parameters run as one script', async () => {
    await sql`create table script_a (id int); insert into script_a values (1), (2)`.execute(database.db)
    expect(await one(sql`select count(*) as n from script_a`)).toEqual({ n: 2 })
  })
})

test('after close every query says so', async () => {
  const shortLived = await testDatabase()
  const running = sql`select pg_sleep(0.05)`.execute(shortLived.db)
  await new Promise((resolve) => setTimeout(resolve, 5))
  await shortLived.close()
  await expect(running).resolves.toBeDefined()
  await expect(sql`select 1`.execute(shortLived.db)).rejects.toThrow(DatabaseClosed)
  await expect(inTransaction(shortLived, async () => 1)).rejects.toThrow(DatabaseClosed)
  await shortLived.close()
})
