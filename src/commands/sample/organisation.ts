import { hashPassword } from '../../access/passwords.ts'
import { insertAccount } from '../../storage/account-store.ts'
import { assign } from '../../storage/assignment-store.ts'
import { insertCity } from '../../storage/city-store.ts'
import { putHolidayYears } from '../../storage/holiday-store.ts'
import { insertObservations, type Observation, upsertIndicators } from '../../storage/indicator-store.ts'
import { upsertMilestones } from '../../storage/milestone-store.ts'
import { type NewUnit, type Post, upsertPosts, upsertUnits } from '../../storage/org-store.ts'
import type { Context, Tx } from '../context.ts'
import { accountId } from './cast.ts'
import type { CityPack, PackPost, PackUnit } from './city-pack.ts'

/** Day from which the sample's posts are held. */
const HELD_FROM = '2024-01-02'

/** The city as its pack describes it, before any report: units, posts, accounts, calendar, indicators, marks. */
export async function loadOrganisation(tx: Tx, context: Context, pack: CityPack): Promise<void> {
  const { city } = context
  const createdAt = `${HELD_FROM}T09:00:00+08:00`
  await upsertUnits(tx, city, pack.units.map(unitOf))
  await upsertPosts(tx, city, pack.posts.map(postOf))
  await putHolidayYears(tx, city, pack.holidays, createdAt)
  await upsertMilestones(
    tx,
    city,
    pack.milestones.map(({ id, day, name: words }) => ({ id, on: day, name: words })),
  )
  await loadIndicators(tx, city, pack)
  await loadAccounts(tx, context, pack, createdAt)
}

/** The city itself, last of all: from then on the sample counts as loaded. */
export async function completeCity(tx: Tx, city: string, pack: CityPack): Promise<void> {
  const { name, region, report, now, today } = pack.city
  const settings = { today, now, report: { year: report.year, title: report.title, adoptedOn: report.adoptedOn } }
  await insertCity(tx, { id: city, name, region, sample: true, settings, createdAt: `${HELD_FROM}T09:00:00+08:00` })
}

export function unitOf({ order, ...unit }: PackUnit): NewUnit {
  return { ...unit, position: order }
}

export function postOf({ order, line = [], ...post }: PackPost): Post {
  return { ...post, line, position: order }
}

async function loadIndicators(tx: Tx, city: string, { indicators }: CityPack): Promise<void> {
  await upsertIndicators(
    tx,
    city,
    indicators.map(({ id, name, unit, order, target, frequency, source, ...more }) => {
      const { short, basisText, leadUnit, lastYear, lastYearNote } = more
      return {
        id,
        name,
        unit,
        position: order,
        target: { ...target, short, basisText, leadUnit, lastYear, lastYearNote, sourceName: source.name },
        frequency,
        source: source.kind,
      }
    }),
  )
  const observations: Observation[] = indicators.flatMap(({ id: indicator, source, observations: list }) =>
    list.map(({ label: _label, ...observation }) => ({ ...observation, indicator, source: source.kind })),
  )
  await insertObservations(tx, city, observations)
}

async function loadAccounts(tx: Tx, { city, newId }: Context, pack: CityPack, createdAt: string): Promise<void> {
  const hashes = await Promise.all(pack.accounts.map(({ password }) => hashPassword(password)))
  for (const [index, { login, post }] of pack.accounts.entries()) {
    const id = accountId(login)
    await insertAccount(tx, city, { id, login, password: hashes[index] ?? '', createdAt })
    await assign(tx, city, { id: newId(), post, account: id, from: HELD_FROM, to: null })
  }
}
