import * as z from 'zod'
import { daySchema, momentSchema, postRef, textSchema, unitRef } from './common.ts'
import { itemRowSchema } from './item.ts'

const count = z.int()
const lightCounts = z.object({
  ok: count,
  warn: count,
  late: count,
  back: count,
  done: count,
  wait: count,
  pause: count,
  all: count,
  silent: count,
})
const monthCounts = { inTime: count, metLate: count, overdue: count }
const unitRow = z.object({
  unit: unitRef.nullable(),
  bySection: z.record(z.string(), z.object({ items: count, late: count })),
  items: count,
  late: count,
  silent: count,
  onTime: z.number().nullable().describe('按期办结的时限 ÷ 已到期的时限，% / Clocks met in time ÷ fallen due, %'),
})
const itemList = z.object({ total: count, rows: z.array(itemRowSchema) })

export const cockpitSchema = z.object({
  asOf: momentSchema,
  report: z.object({ id: z.string(), title: z.string(), year: count, promises: count, units: count }).nullable(),
  scope: z.enum(['city', 'mine', 'counties']),
  leader: postRef.nullable(),
  year: z.object({
    share: z.number(),
    workingDay: count,
    workingDays: count,
    ...monthCounts,
    notYetDue: count,
    months: z.array(z.object({ month: z.string(), ...monthCounts, running: count })),
    milestones: z.array(z.object({ on: daySchema, name: textSchema, passed: z.boolean() })),
  }),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      unit: z.string(),
      value: z.number().nullable(),
      target: textSchema,
      targetValue: z.number().nullable(),
      light: z.enum(['ok', 'warn', 'late', 'back', 'done', 'wait', 'pause']),
      gap: textSchema,
      basis: textSchema,
      points: z.array(z.object({ endsOn: daySchema, value: z.number() })),
    }),
  ),
  sections: z.array(z.object({ id: z.string(), title: textSchema, counts: lightCounts })),
  total: lightCounts,
  units: z.object({ sections: z.array(z.string()), rows: z.array(unitRow), others: unitRow.nullable(), count }),
  today: itemList,
  late: itemList,
  silent: itemList.extend({ afterDays: count }),
})
