import * as z from 'zod'
import { daySchema, momentSchema, postRef, textSchema } from './common.ts'

const yearSchema = z.object({ share: z.number(), workingDay: z.int(), workingDays: z.int() })

export const preferencesSchema = z.strictObject({
  large: z.boolean(),
  lang: z.enum(['zh', 'en']),
  keys: z.boolean(),
})

export const sessionSchema = z.object({
  account: z.object({ id: z.string(), login: z.string(), name: textSchema }),
  post: postRef,
  roles: z.array(z.string()),
  city: z.object({ id: z.string(), name: textSchema, sample: z.boolean() }),
  csrf: z.string().describe('写请求的 X-CSRF-Token / X-CSRF-Token of every write'),
  asOf: momentSchema,
  today: daySchema,
  year: yearSchema,
  counts: z.object({ myWork: z.int(), day: z.int(), ledgers: z.int(), reminders: z.int() }),
  nav: z.array(z.enum(['cockpit', 'my_work', 'day', 'reports', 'ledgers', 'admin'])),
  preferences: preferencesSchema,
})

export const citySchema = z.object({
  id: z.string(),
  name: textSchema,
  sample: z.boolean(),
  today: daySchema,
  year: yearSchema,
  accounts: z
    .array(z.object({ login: z.string(), password: z.string(), title: textSchema }))
    .describe('只在示例数据时有 / Only with sample data'),
})

export const notificationsSchema = z.object({
  items: z.array(z.object({ id: z.string(), at: momentSchema, text: textSchema, href: z.string(), read: z.boolean() })),
  unread: z.int(),
})

export const searchHits = z.array(
  z.object({
    kind: z.enum(['item', 'report', 'unit', 'ledger']),
    id: z.string(),
    title: z.union([textSchema, z.string()]),
    sub: z.union([textSchema, z.string()]),
    href: z.string(),
    light: z.string().optional(),
  }),
)
