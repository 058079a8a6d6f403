import * as z from 'zod'
import { AppError, type FieldFault } from '../../errors.ts'
import { t } from '../../text.ts'
import { checkText } from './clean-text.ts'

export type Shape = Readonly<Record<string, z.ZodType>>

/**
 * The address parameters as the schemas read them: a list takes repeated values, everything else is given once. Names
 * that no schema has are refused, so that a mistyped filter never passes for “no filter”; `extra` lets a family of
 * names through (f.<field>).
 */
export function rawQuery(shape: Shape, search: URLSearchParams, extra?: RegExp): Record<string, unknown> {
  const raw: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  for (const key of new Set(search.keys())) {
    const values = search.getAll(key)
    for (const value of values) checkText(value, key)
    const schema = Object.hasOwn(shape, key) ? shape[key] : undefined
    if (schema) {
      if (isList(schema)) raw[key] = values
      else if (values.length === 1) raw[key] = values[0]
      else faults.push({ field: key, code: 'repeated', message: t('只能给一次', 'May be given once only') })
    } else if (!extra?.test(key)) {
      faults.push({ field: key, code: 'unknown', message: t(`没有“${key}”这个参数`, `There is no parameter “${key}”`) })
    }
  }
  if (faults.length > 0) throw new AppError('bad_request', { errors: faults })
  return raw
}

function isList(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodOptional) return isList(schema.unwrap() as z.ZodType)
  return schema instanceof z.ZodArray
}
