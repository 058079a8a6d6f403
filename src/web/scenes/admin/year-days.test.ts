import { expect, test } from 'vitest'
import { t } from '../../../text.ts'
import { type CalendarYear, monthsOf } from './year-days.ts'

const year: CalendarYear = {
  year: 2024,
  notice: '',
  off: [{ from: '2024-05-01', to: '2024-05-05', name: t('劳动节', 'Labour Day') }],
  work: ['2024-04-28', '2024-05-11'],
  workingDays: 0,
}
const months = monthsOf(year)
const may = months[4]

test('twelve months with every day of a leap year', () => {
  expect(months).toHaveLength(12)
  expect(months.reduce((sum, { days }) => sum + days.length, 0)).toBe(366)
})

test('weeks begin on Monday: 1 May 2024 is a Wednesday', () => {
  expect(may?.lead).toBe(2)
})

test('days off and make-up days are marked, holidays before weekends', () => {
  const marks = new Map(may?.days.map(({ day, mark }) => [day, mark]))
  expect(marks.get('2024-05-04')).toBe('off')
  expect(marks.get('2024-05-11')).toBe('work')
  expect(marks.get('2024-05-12')).toBe('weekend')
  expect(marks.get('2024-05-06')).toBeNull()
})

test('working days of a month count the weekend days worked', () => {
  // 31 days, 5 of holiday (two of them a weekend), 6 further weekend days, one of those worked
  expect(may?.working).toBe(21)
})
