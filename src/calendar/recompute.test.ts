import { expect, test } from 'vitest'
import { t } from '../text.ts'
import { calendarDays, hours, workingDays, type Duration } from './duration.ts'
import { momentAt } from './moment.ts'
import { movedDues } from './recompute.ts'
import { testCalendar } from './testing.ts'

const clock = (id: string, day: string, duration: Duration) => ({ id, start: momentAt(day, '10:00'), duration })
const reason = t('待补正', 'awaiting correction')

test('the same calendar moves nothing', () => {
  const items = [clock('a', '2024-09-12', calendarDays(3)), clock('b', '2026-12-28', workingDays(9))]
  expect(movedDues(items, testCalendar(), testCalendar())).toEqual([])
})

test('a notice that arrives moves the due dates it touches, and says why', () => {
  const items = [
    clock('before', '2025-09-12', calendarDays(3)),
    clock('new year', '2025-12-29', workingDays(3)),
    clock('spring', '2026-02-13', calendarDays(7)),
    clock('hours', '2026-02-13', hours(48)),
    {
      ...clock('standing', '2026-02-13', calendarDays(7)),
      pauses: [{ from: momentAt('2026-02-14', '10:00'), to: null, reason }],
    },
    {
      ...clock('resumed', '2026-02-02', calendarDays(7)),
      pauses: [{ from: momentAt('2026-02-03', '10:00'), to: momentAt('2026-02-11', '10:00'), reason }],
    },
  ]
  const moved = movedDues(items, testCalendar({}, [2023, 2024, 2025]), testCalendar())
  expect(
    moved.map(({ item, before, after, days }) => [item.id, before.slice(0, 10), after.slice(0, 10), days]),
  ).toEqual([
    ['new year', '2026-01-01', '2026-01-04', 3],
    ['spring', '2026-02-20', '2026-02-24', 4],
    ['resumed', '2026-02-17', '2026-02-24', 7],
  ])
  expect(moved.map(({ provisional }) => provisional)).toEqual([null, null, null])
  expect(moved[1]?.steps.map(({ rule }) => rule.zh).join()).toContain('国办 2026 年放假通知')
})

test('an afternoon closed moves the hour', () => {
  const items = [clock('a', '2024-09-17', calendarDays(3))]
  const closures = [{ day: '2024-09-20', name: t('本市活动', 'city event'), closesAt: '12:00' }]
  expect(movedDues(items, testCalendar(), testCalendar({ closures }))).toMatchObject([
    { before: '2024-09-20T18:00:00+08:00', after: '2024-09-20T12:00:00+08:00', days: 0 },
  ])
})
