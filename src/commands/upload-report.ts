import { demand } from '../access/policies.ts'
import { parseDay } from '../calendar/day.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { decodeText, type DecodeProblem, type Encoding } from '../report/decode-text.ts'
import { readReport } from '../report/read-report.ts'
import type { Heading, Reading, Span } from '../report/reading.ts'
import { insertCommitments, type NewCommitment } from '../storage/commitment-store.ts'
import { putFile } from '../storage/file-store.ts'
import { listPosts, listUnits } from '../storage/org-store.ts'
import { findReportByFile, insertReport, type Passage } from '../storage/report-store.ts'
import { t } from '../text.ts'
import { committed, type Context, type Tx } from './context.ts'
import { firstDecision, type LeaderLine, proposalOf } from './proposal.ts'
import { badFields, fault } from './refused.ts'
import { cleanName, sha256Of } from './upload-file.ts'

export interface ReportUpload {
  /** Of the file; for pasted text, what it shall be called. */
  readonly name: string
  /** The file, or the pasted text. */
  readonly bytes?: Uint8Array
  readonly text?: string
  readonly title?: string | null
  /** The year whose work is planned, where the text does not say. */
  readonly year?: number | null
  readonly deliveredOn?: string | null
}

export interface UploadedReport {
  readonly report: string
  readonly commitments: number
  readonly readingMs: number
}

/** Running text; headings have their own level, 0 (a part) and 1 (（一）). */
export const TEXT_LEVEL = 4

/**
 * Takes a report in: keeps the bytes, reads the text, and stores paragraphs and proposals, each with a suggested lead
 * unit and a due date. Refuses what cannot be read, and a file that is already here, naming that report.
 */
export async function uploadReport(context: Context, actor: Actor, upload: ReportUpload): Promise<UploadedReport> {
  demand(actor, 'upload_report')
  const name = cleanName(upload.name)
  const bytes = upload.bytes ?? Buffer.from(upload.text ?? '', 'utf8')
  const { text, encoding } = decoded(bytes)
  const started = performance.now()
  const reading = readReport(text, upload.year == null ? {} : { year: upload.year })
  const readingMs = Math.round((performance.now() - started) * 10) / 10
  const year = yearOf(reading)
  const head = { name, bytes, text, encoding, year, readingMs, title: titleOf(upload, reading, name) }
  const deliveredOn = deliveredOf(upload)
  return committed(context, async (tx, tell) => {
    const report = await keep(tx, context, actor, { ...head, deliveredOn }, reading)
    tell({ topic: 'report', id: report, post: actor.post })
    return { report, commitments: reading.commitments.length, readingMs }
  })
}

interface Head {
  readonly name: string
  readonly bytes: Uint8Array
  readonly text: string
  readonly encoding: Encoding
  readonly year: number
  readonly title: string
  readonly deliveredOn: string | null
  readonly readingMs: number
}

async function keep(tx: Tx, context: Context, actor: Actor, head: Head, reading: Reading): Promise<string> {
  const { city, now, newId } = context
  const fileSha256 = sha256Of(head.bytes)
  await refuseTwice(tx, city, fileSha256)
  await putFile(tx, city, {
    sha256: fileSha256,
    name: head.name,
    type: 'text/plain; charset=utf-8',
    bytes: head.bytes,
    at: now(),
  })
  const id = newId()
  const { commitments, ...rest } = reading
  const { title, year, deliveredOn, encoding, text } = head
  await insertReport(tx, city, {
    id,
    title,
    year,
    deliveredOn,
    fileSha256,
    encoding,
    text,
    reading: { ...rest, readingMs: head.readingMs },
    createdBy: actor.post,
    createdAt: now(),
    passages: passagesOf(reading),
  })
  await insertCommitments(tx, city, id, await commitmentRows(tx, city, { ...rest, commitments }, year))
  return id
}

async function commitmentRows(tx: Tx, city: string, reading: Reading, year: number): Promise<NewCommitment[]> {
  const units = await listUnits(tx, city)
  const leaders = leadersOf(await listPosts(tx, city))
  return reading.commitments.map((commitment, index) => {
    const proposal = proposalOf(commitment, reading, units)
    const decision = firstDecision(proposal, year, leaders)
    return {
      id: commitment.id,
      seq: index + 1,
      start: commitment.span[0],
      end: commitment.span[1],
      section: sectionOf(commitment.section),
      confidence: commitment.confidence,
      proposal: { ...proposal },
      state: 'pending',
      label: decision.label,
      decision: { ...decision },
      leadUnit: decision.leadUnit,
      dueOn: decision.dueOn,
      decidedBy: null,
      decidedAt: null,
    }
  })
}

export function leadersOf(
  posts: readonly { readonly id: string; readonly roles: readonly string[]; readonly line: LeaderLine['line'] }[],
): LeaderLine[] {
  return posts.filter(({ roles }) => roles.includes('leader')).map(({ id, line }) => ({ post: id, line }))
}

/** The year's overall targets are section 目. */
function sectionOf(section: string | null): string | null {
  return section === '总目标' ? '目' : section
}

function passagesOf({ paragraphs, outline }: Reading): Passage[] {
  const heads = outline.filter(({ level }) => level <= 1)
  return paragraphs.map(({ span: [start, end] }, seq) => ({
    seq,
    start,
    end,
    level: headIn(heads, [start, end])?.level ?? TEXT_LEVEL,
  }))
}

function headIn(heads: readonly Heading[], [start, end]: Span): Heading | undefined {
  return heads.find(({ span }) => span[0] >= start && span[0] < end)
}

async function refuseTwice(tx: Tx, city: string, sha256: string): Promise<void> {
  const same = await findReportByFile(tx, city, sha256)
  if (same === null) return
  throw new AppError('conflict', {
    detail: t(`这份文件已经交过：《${same.title}》`, `This file is already here: “${same.title}”`),
    current: { report: same.id, title: same.title },
  })
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  const result = decodeText(bytes)
  if (!('problem' in result)) return result
  throw new AppError(CODES[result.problem], { detail: PROBLEMS[result.problem] })
}

const CODES = {
  empty: 'unreadable',
  too_large: 'too_large',
  binary: 'wrong_type',
  wrong_encoding: 'unreadable',
} as const
const PROBLEMS: Readonly<Record<DecodeProblem, ReturnType<typeof t>>> = {
  empty: t('没有文字', 'There is no text in it'),
  too_large: t('超过 5 MB，不是一篇报告的文本', 'More than 5 MB: this is not the text of a report'),
  binary: t(
    '这不是文本文件。请把 Word、PDF 另存为 txt，或者粘贴文字',
    'This is not a text file. Save Word or PDF files as txt, or paste the text',
  ),
  wrong_encoding: t(
    '文件编码无法识别。请另存为 UTF-8 或 GB18030',
    'The encoding is not known. Save the file as UTF-8 or GB18030',
  ),
}

function yearOf({ year }: Reading): number {
  if (year !== null) return year
  throw badFields([
    fault(
      'year',
      'no_year',
      '文中没有写是哪一年的工作，请选年份',
      'The text does not say which year it plans: choose it',
    ),
  ])
}

function titleOf({ title }: ReportUpload, reading: Reading, name: string): string {
  const chosen = title?.trim() || reading.title || name.replace(/\.[a-z0-9]+$/i, '')
  return chosen.slice(0, 200)
}

function deliveredOf({ deliveredOn = null }: ReportUpload): string | null {
  if (deliveredOn === null || parseDay(deliveredOn) !== null) return deliveredOn
  throw badFields([fault('deliveredOn', 'bad_day', '日期不对', 'This is not a day')])
}
