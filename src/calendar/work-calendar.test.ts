import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { t } from '../text.ts'
import { addDays, weekday } from './day.ts'
import { shippedYears, testCalendar } from './testing.ts'
import {
  addWorkingDays,
  buildCalendar,
  closeOfBusiness,
  dayKind,
  horizon,
  horizonAlarm,
  isWorkingDay,
  movesOn,
  nextWorkingDay,
  workingDayOfYear,
  workingDaysBetween,
  workingDaysInYear,
  yearShare,
} from './work-calendar.ts'

const calendar = testCalendar()
const anyDay = fc.integer({ min: 0, max: 365 * 8 }).map((n) => addDays('2021-01-01', n))

test('working days of 2023 to 2026', () => {
  expect([2023, 2024, 2025, 2026].map((year) => workingDaysInYear(calendar, year))).toEqual([249, 251, 248, 248])
})

test.each([
  ['2022-12-31', false, 'off', '元旦', true],
  ['2022-12-30', true, null, null, false],
  ['2024-02-09', true, null, null, true],
  ['2024-02-10', false, 'off', '春节', true],
  ['2024-02-18', true, 'work', '调休上班', true],
  ['2024-06-08', false, null, null, true],
  ['2024-06-10', false, 'off', '端午节', true],
  ['2025-10-08', false, 'off', '国庆节、中秋节', true],
  ['2026-12-31', true, null, null, true],
  ['2027-10-01', true, null, null, false],
  ['2027-10-02', false, null, null, false],
])('%s: working %s, mark %s, %s, known %s', (day, working, mark, name, known) => {
  const kind = dayKind(calendar, day)
  expect({ ...kind, name: kind.name?.zh ?? null }).toMatchObject({ working, mark, name, known })
})

test('every make-up day of every notice is a weekend day that is worked, every day off is not', () => {
  for (const { off, work } of shippedYears) {
    for (const day of work) expect([weekday(day) >= 6, isWorkingDay(calendar, day)]).toEqual([true, true])
    for (const { from, to } of off)
      expect([isWorkingDay(calendar, from), isWorkingDay(calendar, to)]).toEqual([false, false])
  }
})

describe('working-day arithmetic', () => {
  test('nothing is worked for more than seven days running, nor off for more than nine', () => {
    let run = 0
    let runs: number[] = []
    for (let day = '2023-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const working = isWorkingDay(calendar, day)
      run = working === run > 0 ? run + (working ? 1 : -1) : working ? 1 : -1
      runs = [...runs.slice(-2000), run]
    }
    expect(Math.max(...runs)).toBeLessThanOrEqual(7)
    expect(Math.min(...runs)).toBeGreaterThanOrEqual(-9)
  })

  test('workingDaysBetween undoes addWorkingDays, both ways', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, n))).toBe(n)
      }),
    )
  })

  test('from a working day, there and back is the same day; every landing is a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const from = nextWorkingDay(calendar, day)
        const to = addWorkingDays(calendar, from, n)
        expect(isWorkingDay(calendar, to)).toBe(true)
        expect(addWorkingDays(calendar, to, -n)).toBe(from)
      }),
    )
  })

  test('one more working day is always later', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -200, max: 200 }), (day, n) => {
        expect(addWorkingDays(calendar, day, n + 1) > addWorkingDays(calendar, day, n)).toBe(true)
      }),
    )
  })

  test('year progress', () => {
    expect(workingDayOfYear(calendar, '2024-01-01')).toBe(0)
    expect(workingDayOfYear(calendar, '2024-01-02')).toBe(1)
    expect(workingDayOfYear(calendar, '2024-12-31')).toBe(251)
    expect(yearShare('2024-12-31')).toBe(1)
    expect(yearShare('2023-12-31')).toBe(1)
    expect(yearShare('2024-01-01')).toBe(1 / 366)
    expect(yearShare('2023-07-02')).toBe(183 / 365)
  })
})

describe('what a city may change', () => {
  const closure = { day: '2024-09-20', name: t('本市活动', 'city event') }

  test('a local closure is off, named, and has no notice', () => {
    const local = testCalendar({ closures: [closure] })
    expect(dayKind(local, '2024-09-20')).toEqual({
      working: false,
      mark: 'off',
      name: closure.name,
      known: true,
      noticeYear: null,
    })
    expect(nextWorkingDay(local, '2024-09-20')).toBe('2024-09-23')
    expect(isWorkingDay(calendar, '2024-09-20')).toBe(true)
  })

  test('a closure of the afternoon leaves the day worked until then', () => {
    const half = testCalendar({ closures: [{ ...closure, closesAt: '12:00' }] })
    expect(isWorkingDay(half, '2024-09-20')).toBe(true)
    expect(closeOfBusiness(half, '2024-09-20')).toBe('12:00')
    expect(closeOfBusiness(half, '2024-09-19')).toBe('18:00')
  })

  test('office hours', () => {
    expect(closeOfBusiness(testCalendar({ officeHours: [{ from: '09:00', to: '17:30' }] }), '2024-09-19')).toBe('17:30')
    expect(() => testCalendar({ officeHours: [] })).toThrow('officeHours')
  })

  test('weekends may be read as no days off, notices never', () => {
    const strict = testCalendar({ weekendsRoll: false })
    expect(['2024-09-07', '2024-09-16', '2024-09-18'].map((day) => movesOn(strict, day))).toEqual([false, true, false])
    expect(movesOn(calendar, '2024-09-07')).toBe(true)
  })

  test('a calendar survives being stored', () => {
    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar)
  })

  test('a year twice is refused', () => {
    const first = shippedYears.slice(0, 1)
    expect(() => buildCalendar([...first, ...first])).toThrow('2023')
  })
})

describe('the end of what is known', () => {
  test('horizon', () => {
    expect(horizon(calendar)).toBe('2026-12-31')
    expect(horizon(buildCalendar([]))).toBeNull()
  })

  test.each([
    ['2026-10-31', null, null, null],
    ['2026-11-01', null, 2027, '2026-11-01'],
    ['2027-01-15', null, 2027, '2026-11-01'],
    ['2026-03-10', '2026-12-31', null, null],
    ['2026-03-10', '2027-01-04', 2027, '2026-03-10'],
    ['2026-03-10', '2028-06-01', 2027, '2026-03-10'],
    ['2025-11-20', null, null, null],
    ['2026-11-20', '2020-01-01', 2027, '2026-11-01'],
  ])('on %s with the latest due %s: %s missing since %s', (today, due, year, since) => {
    const alarm = horizonAlarm(calendar, today, due)
    expect(alarm?.missingYear ?? null).toBe(year)
    expect(alarm?.since ?? null).toBe(since)
    if (year !== null)
      expect([alarm?.message.zh, alarm?.message.en].every((text) => text?.includes(String(year)))).toBe(true)
  })

  test('a gap in the middle is found', () => {
    expect(horizonAlarm(testCalendar({}, [2023, 2024, 2026]), '2025-06-01')?.missingYear).toBe(2025)
  })
})
