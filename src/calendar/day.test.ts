import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compare,
  dayFromEpoch,
  daysBetween,
  dayText,
  epochOf,
  monthOf,
  parseDay,
  quarterOf,
  weekday,
  weekdayText,
  yearDays,
} from './day.ts'

const FIRST = epochOf('1900-01-01')
const LAST = epochOf('2200-12-31')
const anyDay = fc.integer({ min: FIRST, max: LAST }).map(dayFromEpoch)

describe('parseDay', () => {
  test.each(['1900-01-01', '2200-12-31', '2024-02-29', '2000-02-29', '2023-12-31'])('takes %s', (text) => {
    expect(parseDay(text)).toBe(text)
  })

  test.each([
    ['1899-12-31', 'before the range'],
    ['2201-01-01', 'after the range'],
    ['2023-02-29', 'no leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2100-02-29', 'a century is no leap year'],
    ['2024-04-31', 'April has 30'],
    ['2024-13-01', 'no 13th month'],
    ['2024-00-10', 'no month 0'],
    ['2024-01-00', 'no day 0'],
    ['2024-1-5', 'digits missing'],
    ['2024-01-05 ', 'trailing space'],
    ['2024-01-05T00:00', 'a moment'],
    ['', 'nothing'],
  ])('refuses %s: %s', (text) => {
    expect(parseDay(text)).toBeNull()
  })
})

test('every day of 300 years follows the one before, in the calendar and in the week', () => {
  let before = dayFromEpoch(FIRST)
  expect(before).toBe('1900-01-01')
  expect(weekday(before)).toBe(1)
  for (let epoch = FIRST + 1; epoch <= LAST; epoch += 1) {
    const day = dayFromEpoch(epoch)
    if (parseDay(day) === null || epochOf(day) !== epoch || day <= before) expect.fail(`${day} after ${before}`)
    if (weekday(day) !== (weekday(before) % 7) + 1) expect.fail(`weekday of ${day}`)
    before = day
  }
  expect(before).toBe('2200-12-31')
})

test('epoch days agree with the platform calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(epochOf(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`))
    }),
  )
})

test('addDays and daysBetween undo each other and keep order', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, n) => {
      const moved = addDays(day, n)
      expect(daysBetween(day, moved)).toBe(n)
      expect(compare(day, moved)).toBe(Math.sign(-n) === 0 ? 0 : Math.sign(-n))
    }),
  )
})

test.each([
  ['2024-08-31', 6, '2025-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2024-02-29', 1, '2024-03-29'],
  ['2024-03-31', 1, '2024-04-30'],
  ['2024-11-30', 3, '2025-02-28'],
  ['2024-12-15', 1, '2025-01-15'],
  ['2024-01-15', -1, '2023-12-15'],
  ['2024-03-31', -13, '2023-02-28'],
  ['2024-05-20', 0, '2024-05-20'],
])('%s and %i months make %s', (day, n, expected) => {
  expect(addMonths(day, n)).toBe(expected)
})

test('weeks, months, quarters, years', () => {
  expect(weekday('2024-09-15')).toBe(7)
  expect(monthOf('2024-09-15')).toBe(9)
  expect(['2024-01-31', '2024-04-01', '2024-09-30', '2024-10-01'].map(quarterOf)).toEqual([1, 2, 3, 4])
  expect([2023, 2024, 1900, 2000, 2100].map(yearDays)).toEqual([365, 366, 365, 366, 365])
})

test('a day is told with its year unless it is this one', () => {
  expect(dayText('2024-09-08', 'zh', '2024-01-01')).toBe('9月8日')
  expect(dayText('2024-09-08', 'zh', '2025-01-01')).toBe('2024年9月8日')
  expect(dayText('2024-09-08', 'zh')).toBe('2024年9月8日')
  expect(dayText('2024-09-18', 'en', '2024-01-01')).toBe('Sep 18')
  expect(dayText('2024-09-18', 'en', '2025-01-01')).toBe('Sep 18, 2024')
  expect(weekdayText('2024-09-18', 'zh')).toBe('星期三')
  expect(weekdayText('2024-09-15', 'zh', 'short')).toBe('日')
  expect(weekdayText('2024-09-18', 'en')).toBe('Wednesday')
  expect(weekdayText('2024-09-18', 'en', 'short')).toBe('Wed')
})
