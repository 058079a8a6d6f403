import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { t } from '../text.ts'
import { addDays, addMonths, daysBetween, weekday } from './day.ts'
import { dueOf, type Due } from './due.ts'
import { calendarDays, hours, monthlyOn, months, quarterEnd, sameDay, workingDays, type Duration } from './duration.ts'
import { dayOf, minutesBetween, momentAt } from './moment.ts'
import { testCalendar } from './testing.ts'
import { isWorkingDay } from './work-calendar.ts'

const calendar = testCalendar()
const startReason = t('交办', 'Assigned')
const due = (day: string, duration: Duration, time = '10:20') =>
  dueOf({ start: momentAt(day, time), duration, calendar, startReason })

/** Start; end counted and end rolled of 3 days, 7 days, 1 month; 1, 3, 5, 7, 10, 20 working days. From domain.md §10. */
const VECTORS = `
2024-02-06 02-09       02-13>02-18 03-06       02-07 02-09 02-19 02-21 02-26 03-11
2024-02-09 02-12>02-18 02-16>02-18 03-09>03-11 02-18 02-20 02-22 02-26 02-29 03-14
2024-04-30 05-03>05-06 05-07       05-30       05-06 05-08 05-10 05-13 05-16 05-30
2024-09-12 09-15>09-18 09-19       10-12       09-13 09-18 09-20 09-24 09-27 10-16
2024-09-27 09-30       10-04>10-08 10-27>10-28 09-29 10-08 10-10 10-12 10-16 10-30
2024-12-31 01-03       01-07       01-31>02-05 01-02 01-06 01-08 01-10 01-15 02-05
2025-01-24 01-27       01-31>02-05 02-24       01-26 02-05 02-07 02-10 02-13 02-27
2025-09-26 09-29       10-03>10-09 10-26>10-27 09-28 09-30 10-10 10-13 10-16 10-30
2026-02-13 02-16>02-24 02-20>02-24 03-13       02-14 02-25 02-27 03-02 03-05 03-19`
const COLUMNS = [calendarDays(3), calendarDays(7), months(1), ...[1, 3, 5, 7, 10, 20].map(workingDays)]
const cases = VECTORS.trim()
  .split('\n')
  .flatMap((line) => {
    const [start = '', ...cells] = line.split(/\s+/)
    return cells.map((cell, column) => {
      const [counted = '', rolled = counted] = cell.split('>')
      const duration = COLUMNS[column] ?? sameDay()
      return {
        start,
        duration,
        counted,
        rolled,
        name: `${start} + ${duration.unit} ${'n' in duration ? duration.n : ''}`,
      }
    })
  })

describe('the vectors of the handbook', () => {
  test('are all there', () => {
    expect(cases).toHaveLength(81)
  })

  test.each(cases)('$name is due $rolled', ({ start, duration, counted, rolled }) => {
    const found = due(start, duration)
    expect(found.on.slice(5)).toBe(rolled)
    expect(found.at).toBe(`${found.on}T18:00:00+08:00`)
    expect(daysBetween(start, found.on)).toBeLessThan(50)
    expect(found.provisional).toBeNull()
    if (duration.unit === 'calendarDay' || duration.unit === 'month') {
      expect(due(start, { ...duration, roll: 'none' }).on.slice(5)).toBe(counted)
    }
  })

  test('six months from 31 August end on 28 February', () => {
    expect(due('2024-08-31', months(6)).on).toBe('2025-02-28')
  })
})

describe('the other units', () => {
  test.each([
    ['2024-09-12', '10:20', '2024-09-12'],
    ['2024-09-12', '17:59', '2024-09-12'],
    ['2024-09-12', '18:00', '2024-09-13'],
    ['2024-09-14', '19:30', '2024-09-18'],
    ['2024-09-15', '09:00', '2024-09-18'],
    ['2024-09-07', '09:00', '2024-09-09'],
  ])('same day from %s %s: %s', (day, time, expected) => {
    expect(due(day, sameDay(), time).at).toBe(`${expected}T18:00:00+08:00`)
  })

  test('hours run on, minute for minute, and do not move', () => {
    const found = due('2024-09-13', hours(48), '16:45')
    expect(found.at).toBe('2024-09-15T16:45:00+08:00')
    expect(found.on).toBe('2024-09-15')
  })

  test.each([
    ['2024-09-12', monthlyOn(28), '2024-10-28'],
    ['2024-09-12', monthlyOn(28, { month: 'coming' }), '2024-09-29'],
    ['2024-09-28', monthlyOn(28, { month: 'coming' }), '2024-10-28'],
    ['2024-01-10', monthlyOn(31), '2024-02-29'],
    ['2023-01-31', monthlyOn(30), '2023-02-28'],
    ['2024-12-30', monthlyOn(5), '2025-01-06'],
    ['2024-12-30', monthlyOn(5, { roll: 'none' }), '2025-01-05'],
    ['2024-08-31', monthlyOn(30), '2024-09-30'],
    ['2024-02-12', quarterEnd(), '2024-04-01'],
    ['2024-02-12', quarterEnd({ roll: 'none' }), '2024-03-31'],
    ['2024-03-31', quarterEnd({ roll: 'none' }), '2024-06-30'],
    ['2024-12-31', quarterEnd(), '2025-03-31'],
  ])('from %s %o: %s', (start, duration, expected) => {
    expect(due(start, duration).on).toBe(expected)
  })

  test('a half-day closure brings the due time forward, a closure the day on', () => {
    const name = t('本市活动', 'city event')
    const closed = (closures: { day: string; name: typeof name; closesAt?: string }[]) =>
      dueOf({ start: momentAt('2024-09-17', '09:00'), duration: calendarDays(3), calendar: testCalendar({ closures }) })
    expect(closed([{ day: '2024-09-20', name, closesAt: '12:00' }]).at).toBe('2024-09-20T12:00:00+08:00')
    const moved = closed([{ day: '2024-09-20', name }])
    expect(moved.on).toBe('2024-09-23')
    expect(moved.steps.map(({ rule }) => rule.zh).join()).toContain('本市安排')
  })

  test('a city that lets weekends stand says so', () => {
    const strict = testCalendar({ weekendsRoll: false })
    const found = dueOf({ start: momentAt('2024-09-04', '09:00'), duration: calendarDays(3), calendar: strict })
    expect(found.on).toBe('2024-09-07')
    expect(found.steps.at(2)).toEqual({
      text: t('9月7日星期六，不顺延', 'Sep 7 is a Saturday: stays'),
      rule: t('本市规定周末不顺延', 'the city lets weekends stand'),
    })
  })
})

describe('why', () => {
  const told = ({ steps }: Due) => steps.map(({ text, rule }) => `${text.zh} | ${rule.zh}`)

  test('three days into the Mid-Autumn holiday, as on the reference screen', () => {
    expect(told(due('2024-09-12', calendarDays(3)))).toEqual([
      '9月12日 10:20 交办，当天不算 | 起算 9月13日 · 民法典第 201 条',
      '3 个自然日，数到 9月15日 | 9月14日调休上班，照数',
      '9月15日中秋节放假，往后顺延 | 国办 2024 年放假通知；9月16日、17日也放假',
      '9月18日上班，18:00 到期 | 办公到 18:00 · 民法典第 203 条',
    ])
  })

  test('a month that ends on a Saturday worked in exchange', () => {
    expect(told(due('2024-09-12', months(1)))).toContain('10月12日星期六，调休上班，不顺延 | 国办 2024 年放假通知')
  })

  test.each([
    ['2024-08-31', months(6), '6 个月，数到 2025年2月28日 | 2月没有 31 日，取月末 · 民法典第 202 条'],
    [
      '2024-02-06',
      workingDays(5),
      '5 个工作日，数到 2月19日 | 周末和放假不数 · 2月18日调休上班，照数 · 国办 2024 年放假通知',
    ],
    ['2024-09-27', calendarDays(7), '10月4日国庆节放假，往后顺延 | 国办 2024 年放假通知；休到 10月7日'],
    ['2024-09-04', calendarDays(3), '9月7日星期六，往后顺延 | 周末按休息日算 · 民法典第 203 条；9月8日也休息'],
    ['2024-09-12', calendarDays(3, { roll: 'none' }), '9月15日中秋节放假，不顺延 | 这项时限不顺延'],
    ['2024-09-12', hours(2), '9月12日 12:20 到期 | 按小时算，不顺延'],
  ])('%s %o tells: %s', (start, duration, step) => {
    expect(told(due(start, duration))).toContain(step)
  })

  test('the strip of the reference screen', () => {
    const cells = due('2024-09-12', calendarDays(3)).days
    expect(cells.map(({ day, mark, role, n }) => [day.slice(8), mark, role, n ?? null])).toEqual([
      ['12', null, 'start', null],
      ['13', null, 'count', 1],
      ['14', 'work', 'count', 2],
      ['15', 'off', 'count', 3],
      ['16', 'off', 'roll', null],
      ['17', 'off', 'roll', null],
      ['18', null, 'due', null],
    ])
  })

  test('working days pass over days off and end on their number', () => {
    const cells = due('2024-09-12', workingDays(3)).days
    expect(cells.map(({ role, n }) => `${role}${n ?? ''}`)).toEqual('start count1 count2 off off off due3'.split(' '))
  })

  test('a long strip keeps its start, a gap that says how many days, and the last ten', () => {
    const cells = due('2024-09-12', months(1)).days
    expect(cells).toHaveLength(12)
    expect(cells[1]).toMatchObject({ role: 'gap', day: '2024-09-13', n: 20 })
    expect([cells[2]?.day, cells.at(-1)?.day]).toEqual(['2024-10-03', '2024-10-12'])
  })
})

describe('a year whose notice is missing', () => {
  test.each([
    ['2026-12-28', workingDays(3), '2026-12-31', null],
    ['2026-12-28', workingDays(4), '2027-01-01', 2027],
    ['2026-12-28', calendarDays(3), '2026-12-31', null],
    ['2026-12-28', calendarDays(5), '2027-01-04', 2027],
    ['2026-12-28', calendarDays(5, { roll: 'none' }), '2027-01-02', null],
    ['2026-12-28', months(14), '2028-02-28', 2028],
    ['2026-12-31', hours(48), '2027-01-02', null],
    ['2022-12-27', calendarDays(4), '2023-01-03', null],
    ['2022-12-20', workingDays(2), '2022-12-22', 2022],
  ])('%s %o: %s, provisional %s', (start, duration, on, provisional) => {
    const found = due(start, duration)
    expect(found.on).toBe(on)
    expect(found.provisional).toBe(provisional)
    const steps = found.steps.map(({ text }) => text.zh).join()
    expect(steps.includes('（暂定）')).toBe(provisional !== null)
    expect(steps.includes(`未载入 ${provisional} 年放假通知`)).toBe(provisional !== null)
  })
})

test('the start day is not counted, so its own year need not be known', () => {
  const only2024 = testCalendar({}, [2024])
  const find = (duration: Duration) =>
    dueOf({ start: momentAt('2023-12-31', '10:20'), duration, calendar: only2024 }).provisional
  expect(find(workingDays(1))).toBeNull()
  expect(find(sameDay())).toBe(2023)
})

describe('whatever the limit', () => {
  const anyStart = fc
    .tuple(fc.integer({ min: 0, max: 365 * 7 }), fc.integer({ min: 0, max: 1439 }))
    .map(([n, minute]) => {
      const pad = (part: number) => String(Math.floor(part)).padStart(2, '0')
      return momentAt(addDays('2021-06-01', n), `${pad(minute / 60)}:${pad(minute % 60)}`)
    })
  const n = fc.integer({ min: 1, max: 60 })
  const counted = fc.oneof(
    n.map((k) => calendarDays(k)),
    n.map((k) => months(k)),
    n.map(workingDays),
  )
  const rolling = fc.oneof(
    counted,
    fc.constant(sameDay()),
    fc.integer({ min: 1, max: 31 }).map((k) => monthlyOn(k)),
    fc.integer({ min: 1, max: 31 }).map((k) => monthlyOn(k, { month: 'coming' })),
    fc.constant(quarterEnd()),
  )
  const anyDuration = fc.oneof(
    rolling,
    n.map(hours),
    n.map((k) => calendarDays(k, { roll: 'none' })),
  )

  test('the due moment lies after the start', () => {
    fc.assert(
      fc.property(anyStart, anyDuration, (start, duration) => {
        expect(minutesBetween(start, dueOf({ start, duration, calendar }).at)).toBeGreaterThan(0)
      }),
    )
  })

  test('a limit that rolls lands on a working day, and skips none', () => {
    fc.assert(
      fc.property(anyStart, rolling, (start, duration) => {
        const found = dueOf({ start, duration, calendar })
        expect(isWorkingDay(calendar, found.on)).toBe(true)
        for (const { role, working } of found.days) if (role === 'roll') expect(working).toBe(false)
      }),
    )
  })

  test('a longer limit is never due earlier', () => {
    fc.assert(
      fc.property(anyStart, counted, (start, duration) => {
        if (!('n' in duration)) return expect.fail('counted limits only')
        const longer = { ...duration, n: duration.n + 1 }
        expect(dueOf({ start, duration: longer, calendar }).at >= dueOf({ start, duration, calendar }).at).toBe(true)
      }),
    )
  })

  test('months end on the same number or the month end, unless moved on', () => {
    fc.assert(
      fc.property(anyStart, n, (start, k) => {
        expect(dueOf({ start, duration: months(k, { roll: 'none' }), calendar }).on).toBe(addMonths(dayOf(start), k))
      }),
    )
  })

  test('the strip begins at the start, ends at the due day, and runs on without a hole', () => {
    fc.assert(
      fc.property(anyStart, anyDuration, (start, duration) => {
        const { days, on } = dueOf({ start, duration, calendar })
        expect(days[0]?.day).toBe(dayOf(start))
        expect(days.at(-1)).toMatchObject({ day: on, role: 'due' })
        expect(days.length).toBeLessThanOrEqual(14)
        days.forEach((cell, index) => {
          expect(cell.weekday).toBe(weekday(cell.day))
          const before = days[index - 1]
          if (before) expect(daysBetween(before.day, cell.day)).toBe(before.role === 'gap' ? before.n : 1)
        })
      }),
    )
  })
})
