import { describe, expect, test } from 'vitest'
import type { DayView } from '../../../api/present/work.ts'
import { afterPlace, clockTime, findPlace, queueOf, shownRows, silentDays, waitingSince } from './queue-list.ts'

const row = (id: string, more: object = {}) =>
  ({ id, rungs: [], openedAt: '2024-08-01T09:00:00+08:00', lastReportAt: null, ...more }) as never
const day = {
  review: [row('a'), row('b')],
  extensions: [row('c')],
  disputes: [],
  press: [row('c'), row('d')],
} as unknown as DayView
const queue = queueOf(day)

describe('the queue', () => {
  test('holds an item once in each group it waits in', () => {
    expect(queue.map(({ group, row: { id } }) => `${group} ${id}`)).toEqual([
      'review a',
      'review b',
      'extensions c',
      'press c',
      'press d',
    ])
  })

  test('an address names a place; without its group, the first place of the item', () => {
    expect(findPlace(queue, 'c', 'press')?.group).toBe('press')
    expect(findPlace(queue, 'c', 'review')?.group).toBe('extensions')
    expect(findPlace(queue, 'gone', null)).toBeNull()
  })

  test('goes on in the same group, then up it, then to the next', () => {
    const at = (item: string, group: string) => {
      const place = findPlace(queue, item, group)
      const next = place && afterPlace(queue, place)
      return next && `${next.group} ${next.row.id}`
    }
    expect(at('a', 'review')).toBe('review b')
    expect(at('b', 'review')).toBe('review a')
    expect(at('c', 'extensions')).toBe('press d')
    expect(at('d', 'press')).toBe('press c')
  })

  test('ends where nothing else waits', () => {
    const alone = queueOf({ review: [row('a')], extensions: [], disputes: [], press: [] } as unknown as DayView)
    const [place] = alone
    expect(place && afterPlace(alone, place)).toBeNull()
  })
})

test('the chosen row is always shown', () => {
  const rows = ['a', 'b', 'c'].map((id) => row(id))
  expect(shownRows(rows, 2, false, 'a')).toHaveLength(2)
  expect(shownRows(rows, 2, false, 'c')).toHaveLength(3)
  expect(shownRows(rows, 2, true, null)).toHaveLength(3)
})

test('an item waits since its last clock stopped, else since its last entry', () => {
  const rungs = [
    { stoppedAt: '2024-09-11T11:05:00+08:00' },
    { stoppedAt: null },
    { stoppedAt: '2024-09-03T10:00:00+08:00' },
  ]
  expect(waitingSince(row('a', { rungs }))).toBe('2024-09-11T11:05:00+08:00')
  expect(waitingSince(row('a', { lastEntryAt: '2024-09-12T09:00:00+08:00' }))).toBe('2024-09-12T09:00:00+08:00')
})

test('silence counts from the last report, else from the issue', () => {
  const now = '2024-09-18T09:40:00+08:00'
  expect(silentDays(row('a', { lastReportAt: '2024-09-10T18:00:00+08:00' }), now)).toBe(8)
  expect(silentDays(row('a'), now)).toBe(48)
})

test('an hour is read from a moment or stands as it is', () => {
  expect(clockTime('2024-09-18T18:00:00+08:00')).toBe('18:00')
  expect(clockTime('17:30')).toBe('17:30')
})
