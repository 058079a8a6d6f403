import { expect, test } from 'vitest'
import { amountWords } from './amount-words.ts'

test.each([
  [50, '处', '50 处'],
  [83_748_000_000, '元', '837.48 亿元'],
  [52_000, '元', '5.2 万元'],
  [980, '元', '980 元'],
  [16, null, '16'],
])('%d %s reads %s', (value, unit, words) => {
  expect(amountWords(value, unit, 'zh')).toBe(words)
})

test('two sums side by side keep one unit', () => {
  expect(amountWords(5_000_000, '元', 'zh', 83_748_000_000)).toBe('0.05 亿元')
})
