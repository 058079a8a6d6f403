import * as z from 'zod'
import { deleteReport } from '../commands/delete-report.ts'
import { uploadReport } from '../commands/upload-report.ts'
import { AppError } from '../errors.ts'
import { rules } from '../report/rules.ts'
import { countCommitments, listCommitments } from '../storage/commitment-store.ts'
import { findFile } from '../storage/file-store.ts'
import { getReport, listPassages, listReports } from '../storage/report-store.ts'
import { listReviewEntries } from '../storage/review-store.ts'
import { defined } from './defined.ts'
import { attachment } from './http/attachment.ts'
import { parseFields } from './http/form-fields.ts'
import type { ReportSummary, ReportView } from './present/report.ts'
import type { Api } from './route.ts'
import { binary, textSchema, uuid } from './schemas/common.ts'
import { pastedReport, reportForm, reportFormDoc, reportSchema, reportSummarySchema } from './schemas/report.ts'
import { dbOf, type Services } from './services.ts'
import { reportSummary, reportView } from './views/report-view.ts'
import { viewing } from './views/viewing.ts'

const tag = '报告 / Reports'
const params = { id: uuid }
const SHOWN_ENTRIES = 50

/** The reports of the city: in, read, kept, given back as they came. */
export function reportRoutes(api: Api): void {
  const { services } = api
  const { city } = services.context
  uploadRoute(api)

  api.route(
    {
      method: 'get',
      path: '/api/reports',
      tag,
      summary: '全部报告 / All reports',
      doing: 'read_reports',
      answer: z.array(reportSummarySchema),
    },
    async (): Promise<ReportSummary[]> => {
      const heads = await listReports(dbOf(services), city)
      const counts = await countCommitments(
        dbOf(services),
        city,
        heads.map(({ id }) => id),
      )
      return heads.map((head) => reportSummary(head, counts.get(head.id)))
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/reports/{id}',
      tag,
      summary: '报告台 / The report desk',
      doing: 'read_reports',
      params,
      answer: reportSchema,
    },
    ({ params: { id }, actor }) => readReportView(services, id, actor.account),
  )

  api.route(
    {
      method: 'delete',
      path: '/api/reports/{id}',
      tag,
      summary: '撤掉还没下达的报告 / Take away a report that is not issued',
      doing: 'upload_report',
      params,
      status: 204,
      refuses: ['already_issued'],
    },
    async ({ params: { id }, actor }) => {
      await deleteReport(services.context, actor, { report: id })
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/reports/{id}/original',
      tag,
      summary: '下载原件 / Download the original',
      doing: 'read_reports',
      params,
      answer: binary,
      type: 'application/octet-stream',
    },
    async ({ c, params: { id } }) => {
      const { fileSha256 } = await getReport(dbOf(services), city, id)
      const file = await findFile(dbOf(services), city, fileSha256)
      if (file === null) throw new AppError('not_found')
      return attachment(c, file)
    },
  )
}

function uploadRoute(api: Api): void {
  const { services } = api
  api.route(
    {
      method: 'post',
      path: '/api/reports',
      tag,
      summary: '交一篇报告：文件或粘贴的文字 / Hand in a report: a file, or pasted text',
      doing: 'upload_report',
      body: pastedReport,
      form: reportFormDoc,
      limit: 'report',
      status: 201,
      answer: reportSchema,
      refuses: ['unreadable', 'wrong_type', 'too_large', 'conflict'],
    },
    async ({ actor, body, form, header }) => {
      const upload = form ? await uploadFrom(form) : defined(body)
      const { report } = await uploadReport(services.context, actor, upload)
      header('location', `/api/reports/${report}`)
      return readReportView(services, report, actor.account)
    },
  )
}

/** What the reader goes by, each rule with an example. */
export function readerRuleRoutes(api: Api): void {
  api.route(
    {
      method: 'get',
      path: '/api/reader-rules',
      tag,
      summary: '读报告的规则 / The rules of the reader',
      doing: 'read_reports',
      answer: z.array(z.object({ id: z.string(), says: textSchema, example: z.string() })),
    },
    () => rules.map(({ id, says, example }) => ({ id, says, example })),
  )
}

export async function readReportView(services: Services, id: string, account: string): Promise<ReportView> {
  const [db, { city }] = [dbOf(services), services.context]
  const report = await getReport(db, city, id)
  const [passages, commitments, counts, entries, view] = await Promise.all([
    listPassages(db, city, id),
    listCommitments(db, city, id),
    countCommitments(db, city, [id]),
    listReviewEntries(db, city, id, { limit: SHOWN_ENTRIES }),
    viewing(services),
  ])
  return reportView({ report, passages, commitments, counts: counts.get(id), entries }, account, view)
}

async function uploadFrom(form: FormData) {
  const { file, ...about } = parseFields(form, reportForm)
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), ...defined(about) }
}
