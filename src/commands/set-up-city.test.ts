import { expect, test } from 'vitest'
import { signIn } from '../access/sign-in.ts'
import { buildCalendar } from '../calendar/work-calendar.ts'
import { findCity } from '../storage/city-store.ts'
import { newId } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import type { Schema } from '../storage/schema.ts'
import { testDatabase } from '../storage/testing.ts'
import type { Context } from './context.ts'
import { createAccount } from './administer-accounts.ts'
import { setUpCity } from './set-up-city.ts'
import { refusalOf } from './testing.ts'

test('an empty database becomes a city whose first administrator opens the other accounts', async () => {
  const database = await testDatabase<Schema>(migrate)
  try {
    const context: Context = {
      database,
      city: 'real',
      now: () => '2024-09-18T09:40:00+08:00',
      newId,
      calendar: buildCalendar([]),
      publish: () => undefined,
    }
    const setUp = {
      name: '某市',
      region: '140600',
      login: 'admin',
      password: 'a long enough password',
      units: [],
      posts: [],
      holidays: [],
    }
    expect((await refusalOf(setUpCity(context, { ...setUp, password: 'administrator'.slice(0, 9) }))).code).toBe(
      'bad_request',
    )
    expect(await findCity(database.db, 'real')).toBeNull()
    await setUpCity(context, setUp)
    expect(await findCity(database.db, 'real')).toMatchObject({ sample: false, region: '140600' })
    const { actor } = await signIn(context, { login: 'admin', password: setUp.password, address: '::1' })
    expect(actor.roles).toEqual(['admin'])
    await createAccount(context, actor, { login: 'deputy', password: 'another long password', post: 'post_admin' })
    expect((await refusalOf(setUpCity(context, setUp))).code).toBe('conflict')
  } finally {
    await database.close()
  }
})
