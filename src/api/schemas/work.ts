import * as z from 'zod'
import { daySchema, momentSchema, textSchema, unitRef } from './common.ts'
import { itemRowSchema } from './item.ts'

const count = z.int()
const named = z.object({ id: z.string(), label: textSchema }).nullable()
const duties = z.array(
  z.object({
    item: itemRowSchema,
    clock: named,
    dueAt: momentSchema.nullable(),
    light: itemRowSchema.shape.light,
    action: named,
    remark: z.string().nullable(),
  }),
)

export const myWorkSchema = z.object({
  asOf: momentSchema,
  owed: z.object({ late: duties, today: duties, week: duties, later: duties }),
  waiting: duties,
  done: duties,
  counts: z.object({ owed: count, late: count, today: count, week: count, waiting: count, done: count }),
  load: z.object({
    month: z.string(),
    requests: count,
    median: z.number(),
    parts: z.array(z.object({ label: textSchema, count })),
  }),
})

const rows = z.array(itemRowSchema)

export const daySheetSchema = z.object({
  asOf: momentSchema,
  review: rows,
  extensions: rows,
  disputes: rows,
  press: z.array(itemRowSchema.extend({ reason: textSchema })),
  dueToday: z.array(z.object({ at: momentSchema, count })),
  dueTodayTotal: count,
  receivedToday: count,
  notices: z.array(
    z.object({
      items: z.array(z.object({ id: z.string(), version: count, title: z.string(), reason: textSchema })),
      unit: unitRef,
      number: z.string(),
      body: z.array(textSchema),
      signed: textSchema,
      date: daySchema,
    }),
  ),
  doneToday: z.array(
    z.object({
      itemId: z.string(),
      title: z.string(),
      label: textSchema,
      at: momentSchema,
      canUndo: z.boolean(),
      version: count,
    }),
  ),
})
