import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  clearFailures,
  findAccountByLogin,
  getAccount,
  insertAccount,
  listAccounts,
  recordFailure,
  setDisabled,
  setPassword,
  setPreferences,
} from './account-store.ts'
import { assign, endAssignments, listAssignments, postsHeldBy } from './assignment-store.ts'
import { findCity, insertCity, listCities } from './city-store.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'
import {
  findPost,
  getPost,
  getUnit,
  listPosts,
  listUnits,
  type NewUnit,
  type Post,
  upsertPosts,
  upsertUnits,
} from './org-store.ts'
import type { Schema } from './schema.ts'
import {
  deleteExpired,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  setSessionPost,
  touchSession,
} from './session-store.ts'
import { testDatabase } from './testing.ts'

const CITY = 'city'
const at = (time: string) => `2024-09-18T${time}:00+08:00`
let database: Database<Schema>
beforeAll(async () => {
  database = await testDatabase<Schema>(migrate)
  await upsertUnits(database.db, CITY, [unit('org_b', 2), unit('org_a', 1)])
  await upsertPosts(database.db, CITY, [post('post_b', 'org_b', 2), post('post_a', 'org_a', 1)])
})
afterAll(() => database.close())

function unit(id: string, position: number): NewUnit {
  const name = { zh: '市住房和城乡建设局', en: 'Housing' }
  return {
    id,
    parent: null,
    name,
    short: { zh: '市住建局', en: 'Housing' },
    kind: 'department',
    region: null,
    position,
    duties: ['住房'],
  }
}

function post(id: string, unit: string, position: number): Post {
  return { id, unit, title: { zh: '办公室主任', en: 'Director' }, roles: ['owner'], line: [], position }
}

test('migrating twice changes nothing', async () => {
  expect(await migrate(database.db)).toEqual([])
})

describe('units and posts', () => {
  test('come in their order, with pinyin to search by', async () => {
    const { db } = database
    expect((await listUnits(db, CITY)).map(({ id }) => id)).toEqual(['org_a', 'org_b'])
    expect(await getUnit(db, CITY, 'org_a')).toEqual({ ...unit('org_a', 1), pinyin: 'szjj shizhujianju' })
    expect(await listPosts(db, CITY)).toEqual([post('post_a', 'org_a', 1), post('post_b', 'org_b', 2)])
    expect(await findPost(db, 'elsewhere', 'post_a')).toBeNull()
  })

  test('of the same id are changed', async () => {
    const { db } = database
    await upsertPosts(db, CITY, [{ ...post('post_b', 'org_b', 2), line: 'all', roles: ['leader'] }])
    expect(await getPost(db, CITY, 'post_b')).toMatchObject({ line: 'all', roles: ['leader'] })
    await upsertUnits(db, CITY, [{ ...unit('org_b', 2), parent: 'org_a' }])
    expect(await getUnit(db, CITY, 'org_b')).toMatchObject({ parent: 'org_a' })
  })

  test('that are not there', async () => {
    await expect(getUnit(database.db, CITY, 'org_x')).rejects.toMatchObject({ code: 'not_found' })
    await expect(getPost(database.db, CITY, 'post_x')).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('accounts', () => {
  const account = (id: string, login: string) => ({ id, login, password: 'phc', createdAt: at('09:00') })

  test('are found by login without regard to case, and a login is given once', async () => {
    const { db } = database
    await insertAccount(db, CITY, { ...account('acc_1', 'Dcs-KZ'), person: { id: 'person_1', name: '张三' } })
    expect(await findAccountByLogin(db, CITY, ' dcs-kz ')).toMatchObject({ id: 'acc_1', login: 'Dcs-KZ', name: '张三' })
    const again = db.transaction().execute((tx) => insertAccount(tx, CITY, account('acc_2', 'DCS-kz')))
    await expect(again).rejects.toMatchObject({ code: 'conflict', errors: [{ field: 'login' }] })
    await insertAccount(db, 'other', account('acc_2', 'dcs-kz'))
    expect((await listAccounts(db, CITY)).map(({ id }) => id)).toEqual(['acc_1'])
  })

  test('are locked by failures, which add up when they come at once', async () => {
    const { db } = database
    const failures = await Promise.all(
      [1, 2, 3].map(() => recordFailure(db, CITY, 'acc_1', { after: 3, until: at('10:00') })),
    )
    expect(failures.map(({ failures }) => failures).sort((a, b) => a - b)).toEqual([1, 2, 3])
    expect((await getAccount(db, CITY, 'acc_1')).lockedUntil).toBe(at('10:00'))
    await clearFailures(db, CITY, 'acc_1')
    expect(await getAccount(db, CITY, 'acc_1')).toMatchObject({ failures: 0, lockedUntil: null })
  })

  test('take a new password, preferences that add up, and a time from which they are disabled', async () => {
    const { db } = database
    await setPassword(db, CITY, 'acc_1', 'new')
    await setPreferences(db, CITY, 'acc_1', { large: true, lang: 'zh' })
    await setPreferences(db, CITY, 'acc_1', { lang: 'en' })
    await setDisabled(db, CITY, 'acc_1', at('12:00'))
    const stored = await getAccount(db, CITY, 'acc_1')
    expect(stored).toMatchObject({ password: 'new', preferences: { large: true, lang: 'en' }, disabledAt: at('12:00') })
    await setDisabled(db, CITY, 'acc_1', null)
    expect((await getAccount(db, CITY, 'acc_1')).disabledAt).toBeNull()
  })
})

test('posts are held from day to day, both counted', async () => {
  const { db } = database
  await assign(db, CITY, { id: 'as_1', post: 'post_a', account: 'acc_1', from: '2024-01-01', to: '2024-06-30' })
  await assign(db, CITY, { id: 'as_2', post: 'post_b', account: 'acc_1', from: '2024-06-30', to: null })
  const held = async (day: string) => (await postsHeldBy(db, CITY, 'acc_1', day)).map(({ id }) => id)
  expect(await held('2023-12-31')).toEqual([])
  expect(await held('2024-01-01')).toEqual(['post_a'])
  expect(await held('2024-06-30')).toEqual(['post_a', 'post_b'])
  expect(await held('2024-07-01')).toEqual(['post_b'])
  await endAssignments(db, CITY, 'acc_1', '2024-09-18')
  expect(await held('2024-09-18')).toEqual(['post_b'])
  expect(await held('2024-09-19')).toEqual([])
  const standing = await listAssignments(db, CITY, '2024-09-01')
  expect(standing).toEqual([{ id: 'as_2', post: 'post_b', account: 'acc_1', from: '2024-06-30', to: '2024-09-18' }])
})

test('sessions live until they end, and say when an account was last seen', async () => {
  const { db } = database
  const session = {
    account: 'acc_1',
    post: 'post_a',
    csrf: 'x',
    createdAt: at('08:00'),
    seenAt: at('08:00'),
    expiresAt: at('08:30'),
  }
  for (const id of ['s1', 's2', 's3']) await insertSession(db, CITY, { id, ...session })
  expect(await findSession(db, CITY, 's1')).toEqual({ id: 's1', ...session })
  await touchSession(db, CITY, { id: 's1', account: 'acc_1', seenAt: at('08:20'), expiresAt: at('08:50') })
  expect((await getAccount(db, CITY, 'acc_1')).seenAt).toBe(at('08:20'))
  expect(await deleteExpired(db, CITY, at('08:31'))).toBe(2)
  await setSessionPost(db, CITY, 's1', 'post_b')
  expect(await findSession(db, CITY, 's1')).toMatchObject({ post: 'post_b', expiresAt: at('08:50') })
  await insertSession(db, CITY, { id: 's4', ...session })
  await deleteSessionsOf(db, CITY, 'acc_1', 's1')
  expect(await findSession(db, CITY, 's4')).toBeNull()
  await deleteSession(db, CITY, 's1')
  expect(await findSession(db, CITY, 's1')).toBeNull()
})

test('cities', async () => {
  const { db } = database
  const city = {
    id: CITY,
    name: { zh: '朔州市', en: 'Shuozhou' },
    region: '140600',
    sample: true,
    settings: {},
    createdAt: at('07:00'),
  }
  await insertCity(db, city)
  await expect(insertCity(db, city)).rejects.toMatchObject({ code: 'conflict' })
  expect(await findCity(db, CITY)).toEqual(city)
  expect(await listCities(db)).toEqual([city])
  expect(await findCity(db, 'nowhere')).toBeNull()
})
