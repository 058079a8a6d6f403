import * as z from 'zod'
import type { AnyLedger } from '../../engine/ledger.ts'
import { itemValuesSchema } from '../ledger-schemas.ts'
import { daySchema, momentSchema, postRef, textSchema, unitRef } from './common.ts'

const light = z.enum(['ok', 'warn', 'late', 'back', 'done', 'wait', 'pause'])
const lightOrMute = z.enum(['ok', 'warn', 'late', 'back', 'done', 'wait', 'pause', 'mute'])
const state = z.enum(['met', 'met_late', 'next', 'today', 'overdue', 'paused', 'todo'])
const values = z.record(z.string(), z.unknown()).describe('台账自己的栏目 / The ledger’s own fields')

const row = {
  id: z.string(),
  ledger: z.string(),
  number: z.string(),
  title: z.string(),
  stage: z.string(),
  stageLabel: textSchema,
  light,
  silent: z.boolean(),
  leadUnit: unitRef,
  coUnits: z.array(unitRef),
  leader: postRef.nullable(),
  region: z.string().nullable(),
  section: z.string().nullable(),
  openedAt: momentSchema,
  closedAt: momentSchema.nullable(),
  dueAt: momentSchema.nullable(),
  dueClock: z.object({ id: z.string(), label: textSchema }).nullable(),
  rungs: z.array(
    z.object({
      clock: z.string(),
      mark: textSchema,
      label: textSchema,
      state,
      dueAt: momentSchema.nullable(),
      stoppedAt: momentSchema.nullable(),
    }),
  ),
  triple: z.object({ reported: lightOrMute, evidenced: lightOrMute, schedule: lightOrMute }),
  evidenceCount: z.int(),
  lastReportAt: momentSchema.nullable(),
  lastEntryAt: momentSchema,
  version: z.int().describe('If-Match 要带的版本 / The version for If-Match'),
  values,
}
export const itemRowSchema = z.object(row)

const evidenceSchema = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.int(),
  kind: z.string(),
  place: z.string().nullable(),
  takenOn: daySchema.nullable(),
  amount: z.number().nullable(),
  verdict: z.enum(['pending', 'valid', 'doubtful', 'rejected']),
  unit: z.string(),
  by: z.string(),
  addedAt: momentSchema,
})

const refusalSchema = z.object({ code: z.string(), field: z.string().nullable(), message: textSchema })

export const entrySchema = z.object({
  id: z.string(),
  seq: z.int(),
  action: z.string(),
  label: textSchema,
  at: momentSchema,
  post: textSchema,
  unit: textSchema,
  from: z.string().nullable(),
  to: z.string(),
  changes: z.array(
    z.object({ key: z.string(), label: textSchema, from: textSchema.nullable(), to: textSchema.nullable() }),
  ),
  note: z.string().nullable(),
  evidence: z.array(evidenceSchema),
  reverts: z.string().nullable(),
  reverted: z.boolean(),
  hash: z.string().describe('SHA-256，接着上一条 / SHA-256, chained to the entry before'),
})

const whySchema = z.object({
  rule: textSchema,
  steps: z.array(z.object({ text: textSchema, rule: textSchema })),
  days: z.array(
    z.object({
      day: daySchema,
      role: z.string(),
      mark: z.enum(['off', 'work']).nullable(),
      n: z.number().nullable(),
    }),
  ),
})

const statusSchema = z.object({
  light: lightOrMute,
  value: z.number().nullable(),
  of: z.number().nullable(),
  unit: z.string().nullable(),
  note: textSchema,
})

const view = {
  evidence: z.array(evidenceSchema),
  status: z.object({ reported: statusSchema, evidenced: statusSchema, schedule: statusSchema }),
  clocks: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      mark: textSchema.nullable(),
      state,
      startedAt: momentSchema.nullable(),
      dueAt: momentSchema.nullable(),
      stoppedAt: momentSchema.nullable(),
      provisional: z.int().nullable().describe('放假通知还没载入的年份 / The year whose notice is missing'),
      extensions: z.int(),
      why: whySchema.nullable(),
    }),
  ),
  actions: z.array(
    z.object({
      id: z.string(),
      label: textSchema,
      primary: z.boolean(),
      open: z.boolean(),
      refusals: z.array(refusalSchema),
      asks: z.array(z.string()),
      requires: z.array(z.string()),
      note: z.enum(['required', 'optional', 'none']),
      undo: z.boolean(),
      destructive: z.boolean(),
      builtIn: z.boolean(),
    }),
  ),
  entries: z.array(entrySchema),
  entryCount: z.int(),
  links: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['item', 'commitment', 'indicator', 'code']),
      target: z.string(),
      label: z.string(),
      href: z.string().nullable(),
    }),
  ),
  origin: z
    .object({
      reportId: z.string(),
      reportTitle: z.string(),
      commitmentId: z.string(),
      seq: z.int(),
      section: z.string().nullable(),
      topic: z.string().nullable(),
      line: z.int(),
      paragraph: z.string(),
      mark: z.object({ start: z.int(), end: z.int() }),
    })
    .nullable(),
  roles: z.array(z.string()),
}
export const itemViewSchema = z.object({ ...row, ...view })

/** The same, with the values of one ledger. */
export function rowSchemaOf(ledger: AnyLedger) {
  return z.object({ ...row, ledger: z.literal(ledger.id), values: itemValuesSchema(ledger) })
}

export function viewSchemaOf(ledger: AnyLedger) {
  return z.object({ ...row, ...view, ledger: z.literal(ledger.id), values: itemValuesSchema(ledger) })
}
