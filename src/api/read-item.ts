import { scopeOf } from '../access/scope.ts'
import { dayOf, momentAt, parseMoment } from '../calendar/moment.ts'
import { parseDay } from '../calendar/day.ts'
import { type Actor, canSee } from '../engine/actor.ts'
import type { ItemState } from '../engine/item.ts'
import { replay } from '../engine/replay.ts'
import { AppError } from '../errors.ts'
import { getLedger, ledgers } from '../ledgers/index.ts'
import { listEntries } from '../storage/entry-store.ts'
import { type Reading } from '../storage/item-query.ts'
import { findItem } from '../storage/item-store.ts'
import { listLinks } from '../storage/link-store.ts'
import { t } from '../text.ts'
import type { ItemView } from './present/item.ts'
import { dbOf, type Services } from './services.ts'
import { FIRST_ENTRIES, itemView } from './views/item-view.ts'
import type { Origins } from './views/origin-view.ts'
import { viewing } from './views/viewing.ts'

/** What an actor may list, as of now. */
export function readingFor({ context }: Services, actor: Actor): Reading {
  return { scope: scopeOf(actor), now: context.now(), ledgers, calendar: context.calendar }
}

/** The item, if the actor may see it. Throws not_found, also for what exists but is not his to see. */
export async function getVisibleItem(services: Services, id: string, actor: Actor): Promise<ItemState> {
  const item = await findItem(dbOf(services), services.context.city, id)
  if (item === null || !canSee({ leadUnit: item.lead_unit, coUnits: item.co_units }, actor))
    throw new AppError('not_found')
  return item
}

/** An item's page as it stands now. */
export async function readItemView(
  services: Services,
  origins: Origins,
  item: ItemState,
  actor: Actor,
): Promise<ItemView> {
  const [db, { city }] = [dbOf(services), services.context]
  const [entries, links, view] = await Promise.all([
    listEntries(db, city, item.id, { order: 'desc', limit: FIRST_ENTRIES }),
    listLinks(db, city, item.id),
    viewing(services),
  ])
  const origin = await origins.find(item.id, links)
  return itemView({ item, entries, links, origin, live: true }, actor, view)
}

/** An item's page as it stood at a past moment: its history up to then, played again. Nothing can be done there. */
export async function readPastView(
  services: Services,
  origins: Origins,
  { item, at }: { readonly item: ItemState; readonly at: string },
  actor: Actor,
): Promise<ItemView> {
  const [db, { city, calendar }] = [dbOf(services), services.context]
  const entries = (await listEntries(db, city, item.id)).filter((entry) => entry.at <= at)
  if (entries.length === 0)
    throw new AppError('not_found', { detail: t('那时还没有这个事项', 'The item did not exist at that moment') })
  const then = replay(getLedger(item.ledger), { id: item.id, number: item.number }, entries, { calendar })
  const links = (await listLinks(db, city, item.id)).filter(({ createdAt }) => createdAt <= at)
  const facts = {
    item: then,
    entries: entries.toReversed(),
    links,
    origin: await origins.find(item.id, links),
    live: false,
  }
  return itemView(facts, actor, await viewing(services, at))
}

/** A past moment, or a day (its end), as the address gives it. Throws bad_request for one that is to come. */
export function pastMoment(text: string, now: string): string {
  const day = parseDay(text)
  // '+' in an address that was not encoded arrives as a space.
  const moment = day === null ? parseMoment(text.replace(' ', '+')) : momentAt(day, '23:59')
  if (moment === null || dayOf(moment) > dayOf(now)) {
    const message = t('要写今天或以前的时刻，如 2024-09-18T09:40:00+08:00', 'Give a moment up to now')
    throw new AppError('bad_request', { errors: [{ field: 'at', code: 'bad_moment', message }] })
  }
  return moment > now ? now : moment
}
