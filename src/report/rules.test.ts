import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { rules } from './rules.ts'

/** Puts a sentence where tasks stand. Examples that bring their own head or targets stand by themselves. */
function reportWith(example: string): string {
  if (example.includes('预期目标'))
    return `二、2024年重点工作\n${example}\n（一）推进各项工作\n办好各项事业。改造旧桥2座。`
  if (example.startsWith('（')) return `二、2024年重点工作\n今年主要预期目标是：地区生产总值增长5%。\n${example}`
  return `二、2024年重点工作\n今年主要预期目标是：地区生产总值增长5%。\n（一）推进各项工作\n办好各项事业。规范停车秩序。\n${example}`
}

describe('rules', () => {
  test('ids are unique and both languages are there', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { says } of rules) {
      expect(says.zh).not.toBe('')
      expect(says.en).not.toBe('')
      expect(says.zh).not.toBe(says.en)
    }
  })

  test.each(rules.map(({ id, example }) => [id, example] as const))('%s fires on %s', (id, example) => {
    const text = reportWith(example)
    const from = text.lastIndexOf(example)
    const reading = readReport(text)
    const decided = [...reading.clauses, ...reading.commitments, ...reading.quantities]
      .filter(({ span }) => span[0] >= from && span[1] <= from + example.length)
      .flatMap((one) => one.rules)
    expect(decided).toContain(id)
  })
})
