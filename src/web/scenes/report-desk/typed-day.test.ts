import { expect, test } from 'vitest'
import { readTypedDay } from './typed-day.ts'

test.each([
  ['2024-10-31', '2024-10-31'],
  ['2025/1/5', '2025-01-05'],
  ['2025年1月5日', '2025-01-05'],
  ['10-31', '2024-10-31'],
  [' 10月 31日 ', '2024-10-31'],
  ['2月底', '2024-02-29'],
  ['2025年6月底前', '2025-06-30'],
  ['年底', '2024-12-31'],
])('%s is %s', (typed, day) => expect(readTypedDay(typed, 2024)).toBe(day))

test.each(['', '13-1', '2-30', '明天', '13月底', '20241031'])('“%s” is no day', (typed) =>
  expect(readTypedDay(typed, 2024)).toBeNull(),
)
