import * as z from 'zod'
import { binary, daySchema, momentSchema, postRef, textSchema, unitRef } from './common.ts'

const span = z.tuple([z.int(), z.int()]).describe('原文中的 [起, 止) / Offsets into the original')
const count = z.int()
const label = z.enum(['number', 'state', 'trend', 'activity'])

const countsSchema = z.object({
  total: count,
  pending: count,
  accepted: count,
  edited: count,
  rejected: count,
  later: count,
  noLead: count,
  lowConfidence: count,
  statedDeadline: count,
  byLabel: z.object({ number: count, state: count, trend: count, activity: count }),
})

const summary = {
  id: z.string(),
  title: z.string(),
  year: z.int(),
  stage: z.enum(['reviewing', 'issued']),
  deliveredOn: daySchema.nullable(),
  createdAt: momentSchema,
  issuedAt: momentSchema.nullable(),
  sha256: z.string(),
  counts: countsSchema,
}
export const reportSummarySchema = z.object(summary)

const targetSchema = z.object({
  id: z.string(),
  span,
  op: z.enum(['=', '>=', '<=', '>', '<', '~', 'range', 'rank']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  text: z.string(),
})

const decisionSchema = z.object({
  title: z.string(),
  verb: z.string(),
  object: z.string(),
  label,
  targets: z.array(targetSchema),
  leadUnit: z.string().nullable(),
  coUnits: z.array(z.string()),
  leader: z.string().nullable(),
  dueOn: daySchema,
  dueDefault: z.boolean(),
  proofRule: z.string(),
  reason: z.string().nullable(),
})

export const commitmentSchema = z.object({
  id: z.string(),
  seq: z.int(),
  span,
  text: z.string(),
  line: z.int(),
  section: z.string().nullable(),
  topic: z.string().nullable(),
  label,
  strength: z.string(),
  confidence: z.number(),
  rules: z.array(z.string()),
  deadline: z.object({ span, text: z.string(), due: daySchema.nullable(), kind: z.string() }).nullable(),
  livelihood: z.int().nullable(),
  relativeTarget: z.string().nullable(),
  state: z.enum(['pending', 'accepted', 'edited', 'rejected', 'later', 'merged', 'split']),
  decision: decisionSchema,
  suggestion: z.object({ unit: unitRef, reason: textSchema }).nullable(),
  hints: z.array(textSchema),
  decidedBy: postRef.nullable(),
  decidedAt: momentSchema.nullable(),
  itemId: z.string().nullable(),
  version: z.int(),
})

export const reviewEntrySchema = z.object({
  id: z.string(),
  seq: z.int(),
  action: z.string(),
  label: textSchema,
  at: momentSchema,
  post: textSchema,
  commitments: z.array(z.int()),
  mine: z.boolean(),
  undone: z.boolean(),
})

const sections = z.array(z.object({ id: z.string(), title: z.string(), total: count, pending: count }))

export const reportSchema = z.object({
  ...summary,
  text: z.string(),
  encoding: z.string(),
  paragraphs: z.array(z.object({ span, level: z.int() })),
  outline: z.array(z.object({ level: z.int(), no: z.string().nullable(), text: z.string(), span })),
  sections,
  clauses: z.array(z.object({ span, label: z.string() })),
  quantities: z.array(targetSchema),
  flags: z.array(z.object({ span, code: z.string(), message: textSchema })),
  commitments: z.array(commitmentSchema),
  entries: z.array(reviewEntrySchema),
  readingMs: z.number(),
})

export const reviewResultSchema = z.object({
  commitments: z.array(commitmentSchema),
  counts: countsSchema,
  sections,
  entry: reviewEntrySchema,
})

const about = {
  title: z.string().max(200).optional(),
  year: z.coerce.number().int().min(1979).max(2200).optional(),
  deliveredOn: z.iso.date().optional(),
}
export const pastedReport = z.strictObject({
  text: z.string().min(1),
  name: z.string().min(1).max(200).default('粘贴的报告.txt'),
  ...about,
})
/** As sent: the file and its facts; `reportFormDoc` is the same for the document. */
export const reportForm = z.strictObject({ file: z.instanceof(File), ...about })
export const reportFormDoc = z.object({ file: binary, ...about })

export const reviewBody = z.strictObject({
  action: z.enum(['accept', 'edit', 'reject', 'later', 'reopen', 'merge', 'split']),
  commitments: z
    .array(z.strictObject({ id: z.string().max(20), version: z.int().min(1) }))
    .min(1)
    .max(1000),
  decision: decisionSchema.partial().optional(),
  reason: z.string().max(500).nullable().optional(),
  at: z.int().min(0).nullable().optional().describe('拆分处 / Where a split falls'),
})
