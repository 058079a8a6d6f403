import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { belowFloors, scoreRows } from './score-table.ts'
import { f1, isGold, percent, scoreReading } from './score.ts'
import type { Gold } from './score.ts'

const TEXT =
  '二、2024年重点工作\n\n今年主要预期目标是：地区生产总值增长5%以上。\n\n（一）建设宜居城市\n\n提升城市品质。力争6月底前新建公园8个。规范停车秩序。'
const reading = readReport(TEXT)

/** A gold that agrees with the reading in all but what a test changes. */
const agreeing: Gold = {
  meta: { source: 'text.txt' },
  quantities: reading.quantities,
  commitments: reading.commitments.map((one) => ({
    ...one,
    checkability: one.label,
    deadline: one.deadline === null ? null : { text: one.deadline.text, norm: '2024-06', kind: one.deadline.kind },
  })),
  otherClauses: [],
  structure: reading.outline,
  livelihood: { municipal: [] },
}

describe('score', () => {
  test('full marks for full agreement', () => {
    const scores = scoreReading(agreeing, reading)
    expect(scores.mistakes).toEqual([])
    expect(belowFloors(scores)).toEqual([])
    expect(scores.deadlines).toEqual({ right: { hit: 1, of: 1 }, invented: 0 })
    expect(scoreRows(scores).every(({ passes }) => passes)).toBe(true)
  })

  test('a missed and a false commitment cost recall and precision', () => {
    const [first, ...others] = agreeing.commitments
    if (first === undefined) throw new Error('the text holds commitments')
    const gold = { ...agreeing, commitments: [...others, { ...first, span: [0, 3] as const, text: '二、2' }] }
    const { commitments, mistakes } = scoreReading(gold, reading)
    expect(percent(commitments.precision)).toBeCloseTo(66.7, 1)
    expect(f1(commitments.precision, commitments.recall)).toBeCloseTo(66.7, 1)
    expect(mistakes.some((line) => line.startsWith('commitment missed: 二、2'))).toBe(true)
  })

  test('a wrong value, an invented deadline and a taken appeal are named', () => {
    const gold: Gold = {
      ...agreeing,
      quantities: agreeing.quantities.map((one) => ({ ...one, unit: '亩' })),
      commitments: agreeing.commitments.map((one) => ({ ...one, deadline: null })),
      otherClauses: [{ label: 'appeal', span: [0, TEXT.length], text: TEXT }],
    }
    const scores = scoreReading(gold, reading)
    expect(scores.quantities.right.hit).toBe(0)
    expect(scores.deadlines.invented).toBe(1)
    expect(scores.appealsTaken).toBe(3)
    expect(belowFloors(scores).map(({ en }) => en)).toEqual([
      'value and unit right',
      'invented deadlines',
      'appeals taken as tasks',
    ])
  })

  test('a gold is told from other JSON', () => {
    expect(isGold(agreeing)).toBe(true)
    expect(isGold({ meta: { source: 1 } })).toBe(false)
    expect(isGold(null)).toBe(false)
  })
})
