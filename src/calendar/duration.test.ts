import { expect, test } from 'vitest'
import { calendarDays, durationText, hours, monthlyOn, months, quarterEnd, sameDay, workingDays } from './duration.ts'

test.each([
  [sameDay(), '当天', 'same day'],
  [calendarDays(3), '3 个自然日', '3 calendar days'],
  [calendarDays(1), '1 个自然日', '1 calendar day'],
  [workingDays(20), '20 个工作日', '20 working days'],
  [months(1), '1 个月', '1 month'],
  [hours(48), '48 小时', '48 hours'],
  [monthlyOn(28), '每月 28 日前', 'by day 28 of each month'],
  [quarterEnd(), '季度末前', 'by the end of the quarter'],
])('%o reads %s', (duration, zh, en) => {
  expect(durationText(duration)).toEqual({ zh, en })
})

test('a limit is data and survives being stored', () => {
  expect(calendarDays(7)).toEqual({ unit: 'calendarDay', n: 7 })
  expect(months(2, { roll: 'none' })).toEqual({ unit: 'month', n: 2, roll: 'none' })
  expect(monthlyOn(5, { month: 'coming' })).toEqual({ unit: 'monthlyOn', day: 5, month: 'coming' })
})

test.each([
  () => calendarDays(0),
  () => workingDays(-1),
  () => months(1.5),
  () => hours(Number.NaN),
  () => monthlyOn(32),
  () => monthlyOn(0),
])('%o is refused', (make) => {
  expect(make).toThrow(RangeError)
})
