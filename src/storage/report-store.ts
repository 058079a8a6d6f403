import { AppError } from '../errors.ts'
import type { Db } from './schema.ts'
import type { ReportTable } from './schema-report.ts'
import { inChunks } from './chunks.ts'
import { json } from './values.ts'

export interface ReportHead {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly deliveredOn: string | null
  readonly fileSha256: string
  readonly encoding: string
  readonly stage: ReportTable['stage']
  readonly createdBy: string
  readonly createdAt: string
  readonly issuedAt: string | null
  readonly version: number
}

export interface Report extends ReportHead {
  /** The decoded original: every span is an offset into this text. */
  readonly text: string
  /** What the reader found besides the commitments. */
  readonly reading: Readonly<Record<string, unknown>>
}

export type NewReport = Omit<Report, 'stage' | 'issuedAt' | 'version'> & { readonly passages: readonly Passage[] }

export interface Passage {
  readonly seq: number
  readonly start: number
  readonly end: number
  readonly level: number
}

/** Keeps a report under review with its paragraphs; the commitments follow (insertCommitments). */
export async function insertReport(tx: Db, city: string, report: NewReport): Promise<void> {
  const { passages, reading, deliveredOn, fileSha256, createdBy, createdAt, ...rest } = report
  await tx
    .insertInto('report')
    .values({
      ...rest,
      jurisdiction: city,
      reading: json(reading),
      delivered_on: deliveredOn,
      file_sha256: fileSha256,
      created_by: createdBy,
      created_at: createdAt,
      stage: 'reviewing',
      issued_at: null,
      version: 1,
    })
    .execute()
  for (const chunk of inChunks(passages, 2000)) {
    await tx
      .insertInto('passage')
      .values(
        chunk.map(({ seq, start, end, level }) => ({
          jurisdiction: city,
          report_id: report.id,
          seq,
          span_start: start,
          span_end: end,
          level,
        })),
      )
      .execute()
  }
}

export async function findReport(db: Db, city: string, id: string): Promise<Report | null> {
  const row = await heads(db, city).select(['text', 'reading']).where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Throws not_found. */
export async function getReport(db: Db, city: string, id: string): Promise<Report> {
  const report = await findReport(db, city, id)
  if (report === null) throw new AppError('not_found')
  return report
}

/** The report without its text, locked until the transaction ends: review and issue wait for each other. Throws not_found. */
export async function lockReport(tx: Db, city: string, id: string): Promise<ReportHead> {
  const report = await heads(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!report) throw new AppError('not_found')
  return report
}

/** Newest first, without their texts. The counts by state: `countCommitments`. */
export async function listReports(db: Db, city: string): Promise<ReportHead[]> {
  return heads(db, city).orderBy('year', 'desc').orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
}

/** A report that was uploaded before with the same bytes. */
export async function findReportByFile(db: Db, city: string, sha256: string): Promise<ReportHead | null> {
  const row = await heads(db, city).where('file_sha256', '=', sha256).orderBy('id').executeTakeFirst()
  return row ?? null
}

export async function listPassages(db: Db, city: string, report: string): Promise<Passage[]> {
  return db
    .selectFrom('passage')
    .select(['seq', 'span_start as start', 'span_end as end', 'level'])
    .where('jurisdiction', '=', city)
    .where('report_id', '=', report)
    .orderBy('seq')
    .execute()
}

/** The review is over and the items are made. Throws already_issued. */
export async function markIssued(tx: Db, city: string, id: string, at: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('report')
    .set((eb) => ({ stage: 'issued', issued_at: at, version: eb('version', '+', 1) }))
    .where('jurisdiction', '=', city)
    .where('id', '=', id)
    .where('stage', '=', 'reviewing')
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new AppError('already_issued')
}

/** Takes away a report under review with all that was read from it; its file stays. Throws already_issued. */
export async function deleteReport(tx: Db, city: string, id: string): Promise<void> {
  const { numDeletedRows } = await tx
    .deleteFrom('report')
    .where('jurisdiction', '=', city)
    .where('id', '=', id)
    .where('stage', '=', 'reviewing')
    .executeTakeFirst()
  if (numDeletedRows === 0n) throw new AppError((await findReport(tx, city, id)) ? 'already_issued' : 'not_found')
  for (const table of ['passage', 'commitment', 'review_entry'] as const)
    await tx.deleteFrom(table).where('jurisdiction', '=', city).where('report_id', '=', id).execute()
}

function heads(db: Db, city: string) {
  return db
    .selectFrom('report')
    .select([
      'id',
      'title',
      'year',
      'delivered_on as deliveredOn',
      'file_sha256 as fileSha256',
      'encoding',
      'stage',
      'created_by as createdBy',
      'created_at as createdAt',
      'issued_at as issuedAt',
      'version',
    ])
    .where('jurisdiction', '=', city)
}
