import { describe, expect, test } from 'vitest'
import y2024 from '../../data/holidays/2024.json' with { type: 'json' }
import { parseHolidayYear, type HolidayYearError } from './holiday-year.ts'
import { shippedYears } from './testing.ts'

test('every shipped year names the notice it comes from, issued the year before', () => {
  for (const { year, notice } of shippedYears) {
    expect(notice.title).toContain(`${year}年`)
    expect(notice.number).toMatch(new RegExp(`〔${year - 1}〕\\d+号$`))
    expect(notice.issued.startsWith(`${year - 1}-`)).toBe(true)
    expect(notice.ref).toMatch(/^https:\/\/www\.gov\.cn\//)
  }
  expect(shippedYears.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026])
})

describe('a bad file names the field at fault', () => {
  const off = { from: '2024-05-01', to: '2024-05-05', name: { zh: '劳动节', en: 'Labour Day' } }
  test.each([
    [null, 'file'],
    [[], 'file'],
    [{ ...y2024, year: '2024' }, 'year'],
    [{ ...y2024, notice: undefined }, 'notice'],
    [{ ...y2024, notice: { ...y2024.notice, number: ' ' } }, 'notice.number'],
    [{ ...y2024, notice: { ...y2024.notice, issued: '2023-10-32' } }, 'notice.issued'],
    [{ ...y2024, off: {} }, 'off'],
    [{ ...y2024, off: [{ ...off, from: '2024-02-30' }] }, 'off[0].from'],
    [{ ...y2024, off: [{ ...off, from: '2023-05-01' }] }, 'off[0].from'],
    [{ ...y2024, off: [{ ...off, to: '2024-04-30' }] }, 'off[0].to'],
    [{ ...y2024, off: [{ ...off, name: '劳动节' }] }, 'off[0].name'],
    [{ ...y2024, off: [{ ...off, name: { zh: '劳动节' } }] }, 'off[0].name.en'],
    [{ ...y2024, off: [off, { ...off, from: '2024-05-05' }] }, 'off[1].from'],
    [{ ...y2024, work: ['2024-02-05'] }, 'work[0]'],
    [{ ...y2024, work: ['2024-02-04', '2024-02-04'] }, 'work[1]'],
    [{ ...y2024, work: ['2024-02-11'] }, 'work[0]'],
    [{ ...y2024, work: [20240204] }, 'work[0]'],
  ])('%o', (file, field) => {
    let caught: HolidayYearError | null = null
    try {
      parseHolidayYear(file)
    } catch (error) {
      caught = error as HolidayYearError
    }
    expect(caught?.field).toBe(field)
    expect(caught?.message.startsWith(`${field}: `)).toBe(true)
    expect(caught?.text.zh.startsWith(`${field}：`)).toBe(true)
  })
})

test('days off may begin in the December before', () => {
  expect(shippedYears[0]?.off[0]).toMatchObject({ from: '2022-12-31', to: '2023-01-02' })
})
