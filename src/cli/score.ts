/** `luoshi score GOLD [TEXT]`: measures the reader against a gold file and fails below the floors. */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readReport } from '../report/read-report.ts'
import { belowFloors, scoreRows } from '../report/score-table.ts'
import { isGold, scoreReading } from '../report/score.ts'
import type { Gold } from '../report/score.ts'
import { loadText, problemLine } from './load-text.ts'

type Out = (text: string) => void

/** Returns 0 when every score reaches its floor, 1 when one does not, 2 when a file cannot be read. */
export async function runScore(args: { gold: string; text?: string }, out: Out, err: Out): Promise<number> {
  const gold = await loadGold(args.gold)
  if (gold === null) {
    err(`${args.gold}：这不是标注文件 / This is not a gold file\n`)
    return 2
  }
  const { loaded, file } = await loadReport(gold, args)
  if ('problem' in loaded) {
    err(problemLine(file, loaded.problem))
    return 2
  }
  const started = performance.now()
  const reading = readReport(loaded.text)
  const took = performance.now() - started
  const scores = scoreReading(gold, reading)
  const rows = scoreRows(scores)
  out(
    `${rows.map(({ name, shown, floor }) => `${name.zh.padEnd(14, '　')} ${shown.padStart(22)}  ${floor}`).join('\n')}\n`,
  )
  out(`用时 / took ${took.toFixed(1)} ms\n`)
  for (const mistake of scores.mistakes) out(`  ${mistake}\n`)
  const failed = belowFloors(scores)
  for (const { zh, en } of failed) err(`未达标：${zh} / Below the floor: ${en}\n`)
  return failed.length === 0 ? 0 : 1
}

async function loadGold(file: string): Promise<Gold | null> {
  try {
    const parsed: unknown = JSON.parse(await readFile(file, 'utf8'))
    return isGold(parsed) ? parsed : null
  } catch {
    // Missing, unreadable or no JSON: one message serves all three.
    return null
  }
}

/** The text named on the command line, or the gold's own source: below the gold's folder, beside it, or one above. */
async function loadReport(gold: Gold, args: { gold: string; text?: string }) {
  const folder = dirname(resolve(args.gold))
  const { source } = gold.meta
  const candidates =
    args.text === undefined
      ? [join(folder, source), join(folder, basename(source)), join(folder, '..', source)]
      : [args.text]
  for (const file of candidates) {
    const loaded = await loadText(file)
    if (!('problem' in loaded) || loaded.problem !== 'not_found') return { loaded, file }
  }
  return { loaded: { problem: 'not_found' as const }, file: candidates[0] ?? source }
}
