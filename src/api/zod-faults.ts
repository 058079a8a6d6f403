import type * as z from 'zod'
import { AppError, type FieldFault } from '../errors.ts'
import { t, type Text } from '../text.ts'

/** Zod's issues as field, reason and cure in both languages. */
export function faultsOf(error: z.core.$ZodError): FieldFault[] {
  return error.issues.map((issue) => ({
    field: fieldOf(issue.path),
    code: issue.code ?? 'invalid',
    message: words(issue),
  }))
}

export function badRequest(error: z.core.$ZodError): AppError {
  return new AppError('bad_request', { errors: faultsOf(error) })
}

/** Fields of a ledger go by their own ids, as in the engine's refusals: `gravity`, not `values.gravity`. */
function fieldOf(path: readonly PropertyKey[]): string | null {
  const own = path.length > 1 && (path[0] === 'values' || path[0] === 'common') ? path.slice(1) : path
  return own.length > 0 ? own.map(String).join('.') : null
}

function words(issue: z.core.$ZodIssue): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? t('必填', 'Required')
        : t(`类型不对，应为${TYPES[issue.expected]?.zh ?? issue.expected}`, `Wrong type, expected ${issue.expected}`)
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? t('不能为空', 'Must not be empty')
        : t(`太小，至少 ${issue.minimum}`, `Too small, at least ${issue.minimum}`)
    case 'too_big':
      return t(
        `太大，至多 ${issue.maximum}${issue.origin === 'string' ? ' 字' : ''}`,
        `Too big, at most ${issue.maximum}`,
      )
    case 'invalid_value':
      return t('不在可选的范围里，请从选项里选一个', `Must be one of: ${issue.values.join(', ')}`)
    case 'unrecognized_keys':
      return t(`没有这些字段：${issue.keys.join('、')}`, `Unknown fields: ${issue.keys.join(', ')}`)
    case 'invalid_format':
      return t('格式不对', 'Wrong format')
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return t('内容不对', 'Not valid')
    default:
      return t('内容不对', 'Not valid')
  }
}

const TYPES: Readonly<Record<string, Text>> = {
  string: t('文字', 'text'),
  number: t('数字', 'number'),
  boolean: t('是或否', 'boolean'),
  array: t('列表', 'list'),
  object: t('对象', 'object'),
}
