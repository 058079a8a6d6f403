import { dayOf } from '../../calendar/moment.ts'
import type { Actor } from '../../engine/actor.ts'
import { nextClock } from '../../engine/clocks.ts'
import type { ItemState } from '../../engine/item.ts'
import { type AnyLedger, entryFor, many } from '../../engine/ledger.ts'
import { actionsFor } from '../../engine/open-actions.ts'
import { getLedger } from '../../ledgers/index.ts'
import type { CityEntry } from '../../storage/entry-store.ts'
import type { DutyView } from '../present/work.ts'
import { itemRow } from './item-row.ts'
import type { Viewing } from './viewing.ts'

/** Entries in which somebody says something to the lead unit. */
export const REMARKS = [
  'send_back',
  'send_back_long_term',
  'decline',
  'settle_dispute',
  'refuse_extension',
  'press',
] as const

/** What an item asks of the post that leads it: its next clock, and the action that settles it. */
export function dutyView(item: ItemState, actor: Actor, viewing: Viewing, remarks: readonly CityEntry[]): DutyView {
  const ledger = getLedger(item.ledger)
  const row = itemRow(item, viewing)
  return {
    item: row,
    clock: row.dueClock,
    dueAt: row.dueAt,
    light: row.light,
    action: settlingAction(ledger, item, actor, viewing),
    remark: remarkOn(item, remarks),
  }
}

/** Open to the actor now: the one that stops the clock, else the main one of the stage. */
function settlingAction(ledger: AnyLedger, item: ItemState, actor: Actor, { now, calendar }: Viewing) {
  const open = actionsFor(ledger, item, actor, { calendar, at: now }).filter(({ open: is, builtIn }) => is && !builtIn)
  const clock = nextClock(item)
  const stops: readonly string[] = clock ? many(entryFor(ledger.clocks, clock.name)?.stops) : []
  const found = open.find(({ action }) => stops.includes(action)) ?? open.find(({ primary }) => primary)
  return found ? { id: found.action, label: found.label } : null
}

/** What was said last, unless the unit has reported since. */
function remarkOn({ id, lastReportAt }: ItemState, remarks: readonly CityEntry[]): string | null {
  const said = remarks.find(({ item, note }) => item === id && note !== null)
  return said && said.at >= (lastReportAt ?? '') ? said.note : null
}

export type DutyGroup = 'late' | 'today' | 'week' | 'later'

/** Where a duty stands in the list: `weekEnd` is the first moment of next week. */
export function groupOf({ dueAt }: Pick<DutyView, 'dueAt'>, now: string, weekEnd: string): DutyGroup {
  if (dueAt === null) return 'later'
  if (dueAt < now) return 'late'
  if (dayOf(dueAt) === dayOf(now)) return 'today'
  return dueAt < weekEnd ? 'week' : 'later'
}
