import * as z from 'zod'

/** zod shapes of what leaves, for the OpenAPI document. The types are in present/. */

export const textSchema = z.object({ zh: z.string(), en: z.string() }).describe('中文和英文 / Both languages')
export const momentSchema = z.string().describe('2024-09-18T09:40:00+08:00')
export const daySchema = z.string().describe('2024-09-18')

export const unitRef = z.object({ id: z.string(), name: textSchema, short: textSchema })
export const postRef = z.object({ id: z.string(), title: textSchema, unit: unitRef })

export const problemSchema = z
  .object({
    type: z.string().describe('urn:luoshi:problem:<code>'),
    status: z.int(),
    code: z.string(),
    title: textSchema,
    detail: textSchema.describe('具体原因和办法 / What exactly, and the cure'),
    errors: z.array(z.object({ field: z.string().nullable(), code: z.string(), message: textSchema })).optional(),
    current: z.unknown().optional().describe('冲突时：现在存着的内容 / On a conflict: what is stored now'),
  })
  .describe('RFC 9457')

export function pageOf(row: z.ZodType) {
  return z.object({
    items: z.array(row),
    next: z.string().nullable().describe('下一页的 after；最后一页为 null / Pass back as after; null on the last page'),
    total: z.int(),
  })
}

/** Ids are UUID v7; anything else is an address that does not exist. */
export const uuid = z.uuid()
export const cursor = z.string().max(500).optional().describe('上一页给的 next / The next of the page before')
export function pageSize(most: number, usual: number) {
  return z.coerce.number().int().min(1).max(most).default(usual)
}
export const flag = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1')

/** A file in a form, or the bytes of an answer. */
export const binary = z.string().meta({ type: 'string', format: 'binary' })
