import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readReport } from '../src/report/read-report.ts'

const SAMPLE = join(import.meta.dirname, '..', 'data', 'cities', 'shuozhou', 'report-2024.txt')
const RUNS = 30

/** The reader on the sample report: median of runs after a warm-up. */
export function timeReader(): void {
  const text = readFileSync(SAMPLE, 'utf8')
  for (let run = 0; run < 5; run += 1) readReport(text)
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now()
    readReport(text)
    return performance.now() - started
  }).sort((a, b) => a - b)
  const median = times[RUNS / 2] ?? 0
  const speed = Buffer.byteLength(text) / 1e6 / (median / 1000)
  console.log(`${'reader, sample report'.padEnd(28)} ${median.toFixed(1)} ms, ${speed.toFixed(1)} MB/s of UTF-8`)
}
