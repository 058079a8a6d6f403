import { describe, expect, test } from 'vitest'
import type { TargetView } from '../../../api/present/report.ts'
import { readTarget, targetParts, targetWords } from './target-words.ts'

const target = (part: Partial<TargetView>): TargetView => ({
  id: 'Q001',
  span: [0, 1],
  op: '=',
  value: 15,
  low: null,
  high: null,
  unit: '个',
  text: '15个',
  ...part,
})
const money = target({ op: '>=', value: 320_000_000, unit: '元', text: '3.2亿元' })
const range = target({ op: 'range', value: null, low: 10, high: 20, text: '10—20个' })

describe('targetWords', () => {
  test.each([
    [target({}), '= 15 个'],
    [target({ op: '>=', value: 5, unit: '%', text: '5%' }), '≥ 5%'],
    [range, '10—20 个'],
    [target({ op: 'rank', value: 4, unit: '位', text: '第四' }), '第四'],
  ])('%j', (given, words) => expect(targetWords(given)).toBe(words))
})

describe('targetParts', () => {
  test.each([
    [target({}), { sign: '=', number: '15', unit: '个' }],
    [money, { sign: '≥', number: '3.2', unit: '亿元' }],
    [range, { sign: '', number: '10—20', unit: '个' }],
    [target({ value: 3, unit: '年', text: '三年' }), { sign: '=', number: '3', unit: '年' }],
  ])('%j', (given, parts) => expect(targetParts(given)).toEqual(parts))
})

describe('readTarget', () => {
  test('takes a new number and keeps the unit and the operator', () => {
    expect(readTarget('20', target({ op: '>=' }))).toMatchObject({ op: '>=', value: 20, text: '20个' })
  })
  test('reads a number of a scaled unit in the base unit', () => {
    expect(readTarget('4.7', money)).toMatchObject({ value: 470_000_000, text: '4.7亿元', unit: '元' })
    expect(readTarget('0.1', money)).toMatchObject({ value: 10_000_000 })
  })
  test.each([
    ['≥20', '>='],
    ['>= 20 个', '>='],
    ['≤20', '<='],
    ['约20', '~'],
    ['<20', '<'],
  ])('%s has its operator', (typed, op) => expect(readTarget(typed, target({}))?.op).toBe(op))
  test('reads a range, and a number in place of a range', () => {
    expect(readTarget('10-25', target({}))).toMatchObject({
      op: 'range',
      value: null,
      low: 10,
      high: 25,
      text: '10—25个',
    })
    expect(readTarget('12', range)).toMatchObject({ op: '=', value: 12, low: null, high: null })
  })
  test.each(['', '十五', '15家', '25—10', '-3', '1.2.3'])('refuses “%s”', (typed) =>
    expect(readTarget(typed, target({}))).toBeNull(),
  )
})
