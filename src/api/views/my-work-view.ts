import { addDays } from '../../calendar/day.ts'
import { dayOf, momentAt } from '../../calendar/moment.ts'
import type { Actor } from '../../engine/actor.ts'
import type { ItemState } from '../../engine/item.ts'
import { standingOf } from '../../engine/stages.ts'
import { getLedger, ledgers } from '../../ledgers/index.ts'
import { dueWindow } from '../../storage/due-window.ts'
import { listCityEntries } from '../../storage/entry-store.ts'
import { listItems } from '../../storage/item-query.ts'
import { findItems } from '../../storage/item-store.ts'
import { type LoadRow, readLoad } from '../../storage/load-query.ts'
import type { DutyView, MyWorkView } from '../present/work.ts'
import { readingFor } from '../read-item.ts'
import { dbOf, type Services } from '../services.ts'
import { type DutyGroup, dutyView, groupOf, REMARKS } from './duty-view.ts'
import { handingInActions } from './handing-in.ts'
import { type Viewing, viewing } from './viewing.ts'

/** A post leads some dozens of items; beyond this the list is for the ledgers. */
const MOST = 500
const MOST_DONE = 50
/** How far back “handed in” and remarks are looked for, in days. */
const BACK = 30

/** What the post's unit owes as lead unit, by due date; what waits for others; what was handed in of late. */
export async function myWorkView(services: Services, actor: Actor): Promise<MyWorkView> {
  const view = await viewing(services)
  const [live, remarks, done, load] = await Promise.all([
    liveItems(services, actor),
    remarksOf(services, view),
    doneItems(services, actor, view),
    readLoad(dbOf(services), services.context.city, view.now.slice(0, 7)),
  ])
  const duty = (item: ItemState) => dutyView(item, actor, view, remarks)
  const waiting = live.filter(isWaiting).map(duty)
  const owed = grouped(live.filter((item) => !isWaiting(item)).map(duty), view.now)
  return {
    asOf: view.now,
    owed,
    waiting,
    done: done.map(duty),
    counts: {
      owed: live.length - waiting.length,
      late: owed.late.length,
      today: owed.today.length,
      week: owed.week.length,
      waiting: waiting.length,
      done: done.length,
    },
    load: loadOf(load, actor.unit, view.now.slice(0, 7)),
  }
}

async function liveItems(services: Services, actor: Actor): Promise<readonly ItemState[]> {
  const { rows } = await listItems(
    dbOf(services),
    services.context.city,
    { unit: [actor.unit], role: 'lead', standing: ['wait', 'open', 'review', 'paused'], sort: 'due', limit: MOST },
    readingFor(services, actor),
  )
  return rows
}

/** Somebody else must act: handed in, disputed, paused, or a request to close is pending. */
function isWaiting(item: ItemState): boolean {
  const standing = standingOf(getLedger(item.ledger), item)
  return standing === 'review' || standing === 'paused' || item.values['closing'] === 'asked'
}

function grouped(duties: readonly DutyView[], now: string): Readonly<Record<DutyGroup, DutyView[]>> {
  const groups: Record<DutyGroup, DutyView[]> = { late: [], today: [], week: [], later: [] }
  const weekEnd = dueWindow('week', now).to
  for (const duty of duties) groups[groupOf(duty, now, weekEnd)].push(duty)
  return groups
}

function remarksOf(services: Services, { now }: Viewing) {
  return listCityEntries(dbOf(services), services.context.city, {
    since: daysBack(now),
    actions: REMARKS,
    limit: MOST,
  })
}

/** Items on which the unit handed something in, the latest first. */
async function doneItems(services: Services, actor: Actor, { now }: Viewing): Promise<ItemState[]> {
  const [db, { city }] = [dbOf(services), services.context]
  const entries = await listCityEntries(db, city, {
    since: daysBack(now),
    unit: actor.unit,
    actions: handingInActions,
    limit: MOST,
  })
  const ids = [...new Set(entries.filter(({ leadUnit }) => leadUnit === actor.unit).map(({ item }) => item))]
  const found = new Map((await findItems(db, city, ids.slice(0, MOST_DONE))).map((item) => [item.id, item]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

function daysBack(now: string): string {
  return momentAt(addDays(dayOf(now), -BACK), '00:00')
}

/** The load is shown beside the median of all units that were asked for something, never scored. */
function loadOf(rows: readonly LoadRow[], unit: string, month: string): MyWorkView['load'] {
  const totals = new Map<string, number>()
  for (const row of rows) totals.set(row.unit, (totals.get(row.unit) ?? 0) + row.clocks)
  const mine = rows.filter((row) => row.unit === unit)
  return {
    month,
    requests: totals.get(unit) ?? 0,
    median: medianOf([...totals.values()]),
    parts: ledgers.flatMap(({ id, label }) => {
      const count = mine.find(({ ledger }) => ledger === id)?.clocks ?? 0
      return count > 0 ? [{ label, count }] : []
    }),
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return (low + high) / 2
}
