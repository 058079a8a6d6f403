import { audit } from '../access/audit.ts'
import { checkNewPassword, hashPassword } from '../access/passwords.ts'
import type { HolidayYear } from '../calendar/holiday-year.ts'
import { dayOf } from '../calendar/moment.ts'
import { AppError } from '../errors.ts'
import { insertAccount } from '../storage/account-store.ts'
import { assign } from '../storage/assignment-store.ts'
import { insertCity, listCities } from '../storage/city-store.ts'
import { putHolidayYears } from '../storage/holiday-store.ts'
import { type NewUnit, type Post, upsertPosts, upsertUnits } from '../storage/org-store.ts'
import { t } from '../text.ts'
import { committed, type Context } from './context.ts'

export interface CitySetUp {
  readonly name: string
  /** GB/T 2260, six digits. */
  readonly region: string
  readonly login: string
  readonly password: string
  readonly units: readonly NewUnit[]
  readonly posts: readonly Post[]
  readonly holidays: readonly HolidayYear[]
}

const office: NewUnit = {
  id: 'org_admin',
  parent: null,
  name: t('系统管理', 'System administration'),
  short: t('系统管理', 'Administration'),
  kind: 'department',
  region: null,
  position: 0,
  duties: [],
}

/**
 * Makes an empty database a city's own, with its first administrator: he opens all other accounts. Units and posts come
 * from the city pack where one is given. Throws `conflict` where a city is there already.
 */
export async function setUpCity(context: Context, setUp: CitySetUp): Promise<void> {
  checkNewPassword(setUp.password, setUp.login)
  const password = await hashPassword(setUp.password)
  await committed(context, async (tx) => {
    const { city, now, newId } = context
    if ((await listCities(tx)).length > 0)
      throw new AppError('conflict', {
        detail: t('这个库里已经有一座城市', 'There is a city in this database already'),
      })
    const name = t(setUp.name, setUp.name)
    await insertCity(tx, { id: city, name, region: setUp.region, sample: false, settings: {}, createdAt: now() })
    await upsertUnits(tx, city, [office, ...setUp.units])
    const administrator = setUp.posts.find(({ roles }) => roles.includes('admin')) ?? firstPost
    await upsertPosts(tx, city, [...setUp.posts.filter(({ id }) => id !== administrator.id), administrator])
    await putHolidayYears(tx, city, setUp.holidays, now())
    const account = newId()
    await insertAccount(tx, city, { id: account, login: setUp.login, password, createdAt: now() })
    await assign(tx, city, { id: newId(), post: administrator.id, account, from: dayOf(now()), to: null })
    await audit(tx, context, { event: 'city_set_up', account, login: setUp.login })
  })
}

const firstPost: Post = {
  id: 'post_admin',
  unit: office.id,
  title: t('系统管理员', 'System administrator'),
  roles: ['admin'],
  line: [],
  position: 0,
}
