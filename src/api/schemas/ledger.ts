import * as z from 'zod'
import { momentSchema, textSchema } from './common.ts'

const count = z.int()

export const ledgerSummarySchema = z.object({
  id: z.string(),
  label: textSchema,
  code: textSchema,
  about: textSchema,
  total: count,
  open: count,
  late: count,
  dueToday: count,
  silent: count,
})

const metricSchema = z.object({
  id: z.string(),
  label: textSchema,
  formula: textSchema.describe('口径 / What is counted over what'),
  value: z.number().nullable().describe('没有可除的为 null / null where there is nothing to divide by'),
  unit: textSchema.nullable(),
  of: z.number(),
  per: z.number().nullable(),
  target: z.object({ atLeast: z.number().optional(), atMost: z.number().optional() }).nullable(),
  href: z.string(),
})

export const ledgerFiguresSchema = z.object({
  asOf: momentSchema,
  total: count,
  open: count,
  done: count,
  late: count,
  dueToday: count,
  dueWeek: count,
  silent: count,
  review: count,
  paused: count,
  byStage: z.record(z.string(), count),
  metrics: z.array(metricSchema),
})

export const savedViewSchema = z.object({ id: z.string(), ledger: z.string(), name: z.string(), query: z.string() })
