import { expect, test } from 'vitest'
import { findQuantities } from './quantities.ts'
import { targetText } from './render-target.ts'

const shown = (text: string): unknown => {
  const quantity = findQuantities(text, 0)[0]
  if (quantity === undefined) throw new Error(`no quantity in ${text}`)
  return targetText(quantity)
}

test.each([
  ['达到15个', { zh: '≥ 15 个', en: '≥ 15 个' }],
  ['1—2家', { zh: '1—2 家', en: '1–2 家' }],
  ['稳定在2亿吨左右', { zh: '≈ 2 亿吨', en: '≈ 200,000,000 吨' }],
  ['投资837.48亿元', { zh: '837.48 亿元', en: '83,748,000,000 元' }],
  ['增长5.5%以上', { zh: '≥ 5.5%', en: '≥ 5.5%' }],
  ['居全省第四。', { zh: '第 4 位', en: 'no. 4' }],
  ['控制在4.5%以内', { zh: '≤ 4.5%', en: '≤ 4.5%' }],
])('%s', (text, expected) => {
  expect(shown(text)).toEqual(expected)
})
