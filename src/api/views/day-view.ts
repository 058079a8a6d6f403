import { dayOf, minutesBetween, momentAt } from '../../calendar/moment.ts'
import type { Actor } from '../../engine/actor.ts'
import { entryText } from '../../engine/describe.ts'
import { findAction } from '../../engine/built-in-actions.ts'
import { UNDO_MINUTES } from '../../engine/undo.ts'
import { getLedger, ledgers } from '../../ledgers/index.ts'
import { type CityEntry, listCityEntries } from '../../storage/entry-store.ts'
import type { ItemFilter, ItemPage } from '../../storage/item-filter.ts'
import { listItems } from '../../storage/item-query.ts'
import type { ItemRow } from '../present/item.ts'
import type { DayView } from '../present/work.ts'
import { readingFor } from '../read-item.ts'
import { dbOf, type Services } from '../services.ts'
import { handingInActions } from './handing-in.ts'
import { itemRow } from './item-row.ts'
import { noticeViews, pressReason } from './notice-view.ts'
import { type Viewing, viewing } from './viewing.ts'

/** A day's work of one office; what is beyond it stands in the ledgers. */
const MOST = 100
const MOST_TODAY = 500
const MOST_DONE = 50

/** The supervision office's day: what waits for its decision, whom to press, what falls due, what is done. */
export async function dayView(services: Services, actor: Actor): Promise<DayView> {
  const view = await viewing(services)
  const list = lister(services, actor, view)
  const since = momentAt(dayOf(view.now), '00:00')
  const entries = (filter: { actions?: readonly string[]; unit?: string; limit: number }) =>
    listCityEntries(dbOf(services), services.context.city, { since, ...filter })
  const [inReview, closing, extensions, late, silent, today, received, pressed, done] = await Promise.all([
    list({ standing: ['review'] }),
    list({ fields: { closing: ['asked'] }, standing: ['open'] }),
    list({ fields: { extension: ['asked'] }, standing: ['open'] }),
    list({ light: ['late'], sort: 'due' }),
    list({ silent: true, sort: 'recent', dir: 'asc' }),
    list({ due: 'today', sort: 'due', limit: MOST_TODAY }),
    entries({ actions: handingInActions, limit: MOST_TODAY }),
    entries({ actions: ['press'], limit: MOST_TODAY }),
    entries({ unit: actor.unit, limit: MOST_DONE }),
  ])
  const press = toPress([...silent.rows, ...late.rows], pressed, view)
  return {
    asOf: view.now,
    review: [...inReview.rows.filter(({ stage }) => stage !== DISPUTED), ...closing.rows],
    extensions: extensions.rows,
    disputes: inReview.rows.filter(({ stage }) => stage === DISPUTED),
    press,
    dueToday: byMoment(today.rows),
    dueTodayTotal: today.total,
    receivedToday: received.length,
    notices: noticeViews(press, view.directory.unit(actor.unit), view),
    doneToday: done.filter(isDecision).map((entry) => doneView(entry, actor, view)),
  }
}

/** The stage of task ledgers in which the lead unit says “not ours”; see ledgers/task-life. */
const DISPUTED = 'disputed'

function lister(services: Services, actor: Actor, view: Viewing) {
  const reading = readingFor(services, actor)
  return async (filter: ItemFilter & ItemPage) => {
    const wanted = { limit: MOST, ...filter }
    const { rows, total } = await listItems(dbOf(services), services.context.city, wanted, reading)
    return { rows: rows.map((row) => itemRow(row, view)), total }
  }
}

/** Late or silent, and not pressed today already. */
function toPress(rows: readonly ItemRow[], pressed: readonly CityEntry[], { now }: Viewing): DayView['press'] {
  const skip = new Set(pressed.map(({ item }) => item))
  const once = new Map(rows.filter(({ id }) => !skip.has(id)).map((row) => [row.id, row]))
  return [...once.values()].map((row) => ({ ...row, reason: pressReason(row, now) }))
}

function byMoment(rows: readonly ItemRow[]): DayView['dueToday'] {
  const counts = new Map<string, number>()
  for (const { dueAt } of rows) if (dueAt !== null) counts.set(dueAt, (counts.get(dueAt) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, count]) => ({ at, count }))
}

const OFFICE_ACTIONS: ReadonlySet<string> = new Set(
  ledgers.flatMap((ledger) =>
    ['press', 'transfer', 'judge', ...Object.keys(ledger.actions)].filter((id) => {
      const by = findAction(ledger, id)?.action.by
      return by === 'supervisor' || (Array.isArray(by) && by.includes('supervisor'))
    }),
  ),
)

function isDecision({ action }: CityEntry): boolean {
  return OFFICE_ACTIONS.has(action)
}

function doneView(entry: CityEntry, actor: Actor, { directory, now }: Viewing): DayView['doneToday'][number] {
  const ledger = getLedger(entry.ledger)
  const known = findAction(ledger, entry.action)
  const isMine = entry.actor.account === actor.account && minutesBetween(entry.at, now) < UNDO_MINUTES
  return {
    itemId: entry.item,
    title: entry.title,
    label: entryText(ledger, entry, directory.lookups).label,
    at: entry.at,
    // The newest step of the item: whatever came after would be taken back first.
    canUndo: isMine && entry.seq === entry.version && known?.action.undo !== false,
    version: entry.version,
  }
}
