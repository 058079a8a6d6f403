import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { belowFloors } from './score-table.ts'
import { isGold, scoreReading } from './score.ts'
import { plainSlice } from './unwrap.ts'

const FOLDER = '../shared/report'
const GOLD = `${FOLDER}/gold-shuozhou-2024.json`
const TEXT = `${FOLDER}/shuozhou-2024.txt`
/** The annotated report is test data that is not ours to publish: without it these tests cannot run. */
const isAbsent = !existsSync(GOLD) || !existsSync(TEXT)

test.skipIf(isAbsent)(
  'the annotated report is read above every floor (skipped where ../shared/report is absent)',
  () => {
    const gold: unknown = JSON.parse(readFileSync(GOLD, 'utf8'))
    if (!isGold(gold)) throw new Error('not a gold file')
    const text = readFileSync(TEXT, 'utf8')
    const reading = readReport(text)
    expect(belowFloors(scoreReading(gold, reading))).toEqual([])
    expect(reading.paragraphs).toHaveLength(54)
    for (const { span, text: words } of [...reading.commitments, ...reading.quantities])
      expect(plainSlice(text, span)).toBe(words)
  },
)
