import { addMinutes } from '../calendar/moment.ts'
import type { Actor, PostRole } from '../engine/actor.ts'
import { insertAccount } from '../storage/account-store.ts'
import { assign } from '../storage/assignment-store.ts'
import { insertCity } from '../storage/city-store.ts'
import type { Database } from '../storage/database.ts'
import { newId } from '../storage/ids.ts'
import { migrate } from '../storage/migrate.ts'
import { listPosts, upsertPosts, upsertUnits } from '../storage/org-store.ts'
import type { Schema } from '../storage/schema.ts'
import { testDatabase } from '../storage/testing.ts'
import { t } from '../text.ts'
import type { AccessContext } from './access-context.ts'
import { actorIn } from './actors.ts'
import { hashPassword } from './passwords.ts'

export interface TestCity extends AccessContext {
  readonly database: Database<Schema>
  /** Sets the city's clock. */
  readonly setNow: (moment: string) => void
  readonly pass: (minutes: number) => void
  /** The actor of a post, by the account `acc_<post>`. */
  readonly actor: (post: string) => Promise<Actor>
  readonly close: () => Promise<void>
}

/** The posts of the test city: unit, roles, and what a leader has in charge. */
const posts: readonly (readonly [string, string, readonly PostRole[], (readonly string[] | 'all')?])[] = [
  ['post_mayor', 'org_city', ['leader'], 'all'],
  ['post_vice', 'org_city', ['leader'], ['org_zjj', 'org_jtj']],
  ['post_clerk', 'org_dcs', ['supervisor']],
  ['post_chief', 'org_dcs', ['supervisor']],
  ['post_zjj', 'org_zjj', ['owner', 'co']],
  ['post_jtj', 'org_jtj', ['owner', 'co']],
  ['post_fgw', 'org_fgw', ['owner', 'co']],
  ['post_admin', 'org_dcs', ['admin']],
  ['post_viewer', 'org_dcs', ['viewer']],
]
const units: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['org_city', '市政府', 'government', []],
  ['org_dcs', '督查室', 'supervision', ['督查']],
  ['org_zjj', '市住建局', 'department', ['老旧小区', '供热', '城市体检', '管网']],
  ['org_jtj', '市交通局', 'department', ['公路', '公交', '农村路']],
  ['org_fgw', '市发展改革委', 'department', ['项目', '固定资产投资', '地区生产总值']],
]

export const TEST_PASSWORD = 'a long enough password'

/** A small city on a real database of its own: every post is held by an account `acc_<post>` with login `<post>`. */
export async function openTestCity(): Promise<TestCity> {
  const database = await testDatabase<Schema>(migrate)
  const city = 'test'
  let now = '2024-09-18T09:40:00+08:00'
  await insertCity(database.db, {
    id: city,
    name: t('测试市', 'Test City'),
    region: '140600',
    sample: false,
    settings: {},
    createdAt: now,
  })
  await fillOrganisation(database, city, now)
  const context: AccessContext = { database, city, now: () => now, newId }
  return {
    ...context,
    setNow: (moment) => {
      now = moment
    },
    pass: (minutes) => {
      now = addMinutes(now, minutes)
    },
    actor: async (post) => {
      const found = (await listPosts(database.db, city)).find(({ id }) => id === post)
      if (!found) throw new Error(`the test city has no ${post}`)
      return actorIn(`acc_${post}`, found)
    },
    close: database.close,
  }
}

async function fillOrganisation({ db }: Database<Schema>, city: string, now: string): Promise<void> {
  await upsertUnits(
    db,
    city,
    units.map(([id, name, kind, duties], position) => ({
      id,
      parent: id === 'org_city' ? null : 'org_city',
      name: t(name, id),
      short: t(name, id),
      kind,
      region: null,
      position,
      duties,
    })),
  )
  await upsertPosts(
    db,
    city,
    posts.map(([id, unit, roles, line = []], position) => ({ id, unit, title: t(id, id), roles, line, position })),
  )
  const password = await hashPassword(TEST_PASSWORD)
  for (const [post] of posts) {
    const login = post.replace('post_', '')
    await insertAccount(db, city, { id: `acc_${post}`, login, password, createdAt: now })
    await assign(db, city, { id: newId(), post, account: `acc_${post}`, from: '2024-01-01', to: null })
  }
}
