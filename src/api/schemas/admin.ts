import * as z from 'zod'
import { daySchema, momentSchema, postRef, textSchema } from './common.ts'

export const unitSchema = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  name: textSchema,
  short: textSchema,
  kind: z.string(),
  region: z.string().nullable(),
  pinyin: z.string(),
  duties: z.array(z.string()),
  posts: z.array(z.object({ id: z.string(), title: textSchema, roles: z.array(z.string()) })),
})

export const calendarSchema = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      notice: z.string(),
      off: z.array(z.object({ from: daySchema, to: daySchema, name: textSchema })),
      work: z.array(daySchema),
      workingDays: z.int(),
    }),
  ),
  alarm: textSchema.nullable(),
})

export const accountSchema = z.object({
  id: z.string(),
  login: z.string(),
  post: postRef.nullable(),
  since: daySchema.nullable(),
  locked: z.boolean(),
  disabled: z.boolean(),
  lastSeen: momentSchema.nullable(),
})

export const systemSchema = z.object({
  version: z.string(),
  engine: z.string(),
  engineAdvice: textSchema.nullable(),
  items: z.int(),
  entries: z.int(),
  files: z.int(),
  startedAt: momentSchema,
  sample: z.boolean(),
})

export const auditEventSchema = z.object({
  id: z.string(),
  at: momentSchema,
  event: z.string(),
  account: z.string().nullable(),
  login: z.string().nullable(),
  address: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
