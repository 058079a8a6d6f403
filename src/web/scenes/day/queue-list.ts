import { daysBetween } from '../../../calendar/day.ts'
import { dayOf } from '../../../calendar/moment.ts'
import type { ItemRow } from '../../../api/present/item.ts'
import type { DayView } from '../../../api/present/work.ts'
import { t, type Text } from '../../../text.ts'

export const GROUP_IDS = ['review', 'extensions', 'disputes', 'press'] as const
export type GroupId = (typeof GROUP_IDS)[number]

/** A group of the day's queue. `most` rows are shown until the group is opened. */
export type Group = Readonly<{
  key: string
  title: Text
  /** What an item of the group waits for, as a tag over its title. */
  tag: Text
  none: Text
  most: number
}>

export const groups: Readonly<Record<GroupId, Group>> = {
  review: {
    key: '1',
    title: t('待审销号', 'To close'),
    tag: t('申请销号', 'Closing asked for'),
    none: t('没有待审的', 'Nothing to review'),
    most: 3,
  },
  extensions: {
    key: '2',
    title: t('待批延期', 'Extensions'),
    tag: t('申请延期', 'Extension asked for'),
    none: t('没有待批的', 'No requests'),
    most: 3,
  },
  disputes: {
    key: '3',
    title: t('异议与退回', 'Disputes'),
    tag: t('提出异议', 'Disputed'),
    none: t('没有异议', 'No disputes'),
    most: 3,
  },
  press: {
    key: '4',
    title: t('该催', 'To press'),
    tag: t('该催', 'To press'),
    none: t('没有该催的', 'Nobody to press'),
    most: 4,
  },
}

export type QueueRow = ItemRow & { readonly reason?: Text }
/** A place in the queue: one item may stand in two groups. */
export type Place = Readonly<{ group: GroupId; row: QueueRow }>

export function rowsOf(day: DayView, group: GroupId): readonly QueueRow[] {
  return day[group]
}

/** The whole queue from top to bottom. */
export function queueOf(day: DayView): readonly Place[] {
  return GROUP_IDS.flatMap((group) => rowsOf(day, group).map((row) => ({ group, row })))
}

/** The place an address names; the item alone is enough. Null where it has left the queue. */
export function findPlace(queue: readonly Place[], item: string | null, group: string | null): Place | null {
  const here = queue.filter(({ row }) => row.id === item)
  return here.find((place) => place.group === group) ?? here[0] ?? null
}

export function hrefOf({ group, row }: Place): string {
  return `/day?group=${group}&item=${row.id}`
}

/** Where the eye goes once a place is done with: the next of its group, else the one before, else the next group. */
export function afterPlace(queue: readonly Place[], place: Place): Place | null {
  const others = queue.filter((one) => one.row.id !== place.row.id)
  const at = queue.findIndex((one) => one.group === place.group && one.row.id === place.row.id)
  const below = queue.slice(at + 1).find((one) => others.includes(one))
  if (below?.group === place.group) return below
  return others.findLast((one) => one.group === place.group) ?? below ?? others[0] ?? null
}

/** Since when the item waits for the office: when its last clock stopped, else its last entry. */
export function waitingSince(row: ItemRow): string {
  const stops = row.rungs.flatMap(({ stoppedAt }) => stoppedAt ?? []).sort()
  return stops.at(-1) ?? row.lastEntryAt
}

/** Days since the lead unit was last heard. */
export function silentDays(row: ItemRow, now: string): number {
  return daysBetween(dayOf(row.lastReportAt ?? row.openedAt), dayOf(now))
}

/** The rows shown of a group: the first few, all once opened, and always the chosen one. */
export function shownRows(rows: readonly QueueRow[], most: number, opened: boolean, chosen: string | null) {
  const chosenAt = rows.findIndex((row) => row.id === chosen)
  return opened || chosenAt >= most ? rows : rows.slice(0, most)
}

/** '18:00' of a moment or of a time of day. */
export function clockTime(at: string): string {
  return at.includes('T') ? at.slice(11, 16) : at.slice(0, 5)
}
