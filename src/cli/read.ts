/** `luoshi read FILE [--json]`: reads a report and prints what it promises. */
import { createHash } from 'node:crypto'
import { readReport } from '../report/read-report.ts'
import type { Commitment, Reading } from '../report/reading.ts'
import { loadText, problemLine } from './load-text.ts'

type Out = (text: string) => void

/** Exit code of a file that cannot be read. */
const UNREADABLE = 2

/** Prints exactly one JSON object with `json`, else a table. Returns the exit code: 0, or 2 when the file cannot be read. */
export async function runRead(args: { file: string; json: boolean }, out: Out, err: Out): Promise<number> {
  const loaded = await loadText(args.file)
  if ('problem' in loaded) {
    err(problemLine(args.file, loaded.problem))
    return UNREADABLE
  }
  const reading = readReport(loaded.text)
  if (args.json) {
    const source = {
      sha256: createHash('sha256').update(loaded.bytes).digest('hex'),
      chars: loaded.text.length,
      encoding: loaded.encoding,
    }
    out(`${JSON.stringify({ source, ...reading }, null, 2)}\n`)
  } else out(table(reading))
  return 0
}

const LABELS: Readonly<Record<Commitment['label'], string>> = { number: '数', state: '态', trend: '势', activity: '事' }

function table(reading: Reading): string {
  const lines = [heading(reading), '']
  let place = ''
  for (const commitment of reading.commitments) {
    const here = [commitment.section, commitment.topic].filter((word) => word !== null).join('　')
    if (here !== place) lines.push('', `【${here}】`)
    place = here
    lines.push(row(commitment))
  }
  if (reading.livelihood.length > 0) {
    lines.push('', '【民生实事】', ...reading.livelihood.map(({ no, text }) => `${String(no).padStart(4)}  ${text}`))
  }
  if (reading.flags.length > 0) {
    lines.push('', '【请留意】', ...reading.flags.map(({ message, span }) => `  ${message.zh}（第 ${span[0]} 字起）`))
  }
  return `${lines.join('\n')}\n`
}

function heading({ title, year, commitments, quantities, achievements }: Reading): string {
  const name = title ?? '政府工作报告'
  const plan = year === null ? '年份未知' : `${year} 年`
  return `${name}　${plan}　任务 ${commitments.length} 项，数字 ${quantities.length} 个，上年成绩 ${achievements.length} 条`
}

function row({ id, label, deadline, text, line, confidence }: Commitment): string {
  const due = deadline === null ? '—' : (deadline.due ?? deadline.text)
  const doubt = confidence < 0.7 ? ' ?' : ''
  return `${id}  ${LABELS[label]}  ${due.padEnd(10)}  行${String(line).padStart(4)}  ${text}${doubt}`
}
