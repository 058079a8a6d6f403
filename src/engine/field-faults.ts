import type * as z from 'zod'
import { t, type Text } from '../text.ts'
import type { Values } from './condition.ts'
import type { Field } from './field.ts'
import type { Refusal } from './item.ts'
import type { Fields } from './ledger.ts'
import { needsField, refusal, unknownField } from './refusals.ts'

export interface Parsed {
  readonly values: Values
  readonly refusals: readonly Refusal[]
}

/** Checks submitted values against the fields that are asked for. Empty text stands for "not filled in". */
export function parseValues(fields: Fields, asks: readonly string[], submitted: Values): Parsed {
  const values: Record<string, unknown> = {}
  const refusals: Refusal[] = []
  for (const [key, raw] of Object.entries(submitted)) {
    const field = asks.includes(key) ? fields[key] : undefined
    if (!field) {
      refusals.push(unknownField(key))
      continue
    }
    const value = isBlank(raw) ? null : raw
    if (value === null && field.required) refusals.push(needsField(key, field.label))
    const result = field.schema.safeParse(value)
    if (result.success) values[key] = result.data
    else if (value !== null) refusals.push(badField(key, field, result.error.issues[0]))
  }
  return { values, refusals }
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')
}

function badField(key: string, field: Field, issue: z.core.$ZodIssue | undefined): Refusal {
  const fault = faultOf(field, issue)
  const label = field.label
  return refusal('bad_field', t(`“${label.zh}”${fault.zh}`, `“${label.en}” ${fault.en}`), key)
}

/** What is wrong and how it is put right, by the kind of the field. */
function faultOf(field: Field, issue: z.core.$ZodIssue | undefined): Text {
  const size = sizeFault(field, issue)
  if (size) return size
  switch (field.kind) {
    case 'text':
      return field.hint
        ? t(`格式不对：${field.hint.zh}`, `has the wrong form: ${field.hint.en}`)
        : t('应为文字', 'must be text')
    case 'choice':
      return t(`要从选项中选：${optionList(field, 'zh')}`, `must be one of: ${optionList(field, 'en')}`)
    case 'number':
      return t('应为数字', 'must be a number')
    case 'money':
      return t('应为金额，单位元，最多两位小数', 'must be an amount in CNY with at most two decimals')
    case 'date':
      return t('应为日期，如 2024-09-18', 'must be a day such as 2024-09-18')
    case 'boolean':
      return t('应为是或否', 'must be yes or no')
    case 'unit':
      return t('应为单位', 'must be a unit')
    case 'post':
      return t('应为岗位', 'must be a post')
    case 'quantity':
    case 'quantities':
      return t('应为量化目标', 'must be a list of targets')
  }
}

function sizeFault(field: Field, issue: z.core.$ZodIssue | undefined): Text | null {
  if (issue?.code === 'too_big') {
    const most = Number(issue.maximum)
    if (field.kind === 'text') return t(`最多 ${most} 字`, `may have at most ${most} characters`)
    return t(`不能大于 ${most}`, `must be at most ${most}`)
  }
  if (issue?.code === 'too_small' && field.kind !== 'text') {
    const least = Number(issue.minimum)
    return t(`不能小于 ${least}`, `must be at least ${least}`)
  }
  return null
}

function optionList(field: Field, lang: keyof Text): string {
  return Object.values(field.options ?? {})
    .map((option) => option[lang])
    .join(lang === 'zh' ? '、' : ', ')
}
