import { t } from '../text.ts'
import type { Text } from '../text.ts'

/** One reason of a refusal with its cure; `field` is null where it concerns the whole. */
export type FieldProblem = Readonly<{ field: string | null; code: string; message: Text }>

type ProblemParts = {
  status: number
  code: string
  title: Text
  detail?: Text | undefined
  errors?: readonly FieldProblem[]
  current?: unknown
  /** Members of the body beyond RFC 9457, such as attempts left or minutes of a lockout. */
  extra?: Readonly<Record<string, unknown>>
}

/** A refusal by the server, or `status: 0` when it could not be reached. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly detail: Text | undefined
  readonly errors: readonly FieldProblem[]
  /** The stored state that the write collided with (409, 412). */
  readonly current: unknown
  readonly extra: Readonly<Record<string, unknown>>

  constructor(parts: ProblemParts) {
    super(`${parts.status} ${parts.code}: ${parts.detail?.en ?? parts.title.en}`)
    this.name = 'Problem'
    this.status = parts.status
    this.code = parts.code
    this.title = parts.title
    this.detail = parts.detail
    this.errors = parts.errors ?? []
    this.current = parts.current
    this.extra = parts.extra ?? {}
  }
}

/** The problem behind any failure of a query or a write. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({
    status: 0,
    code: 'unexpected',
    title: t('页面出错', 'This page failed'),
    detail: asText(String(error)),
  })
}

/** The message for one field, for its `error`; undefined where the problem does not name it. */
export function fieldMessage(error: unknown, field: string): Text | undefined {
  return error instanceof Problem ? error.errors.find((one) => one.field === field)?.message : undefined
}

/** Could the same request succeed later without being changed? */
export function canRetry(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 502
}

export function offlineProblem(): Problem {
  return new Problem({
    status: 0,
    code: 'offline',
    title: t('没连上', 'No connection'),
    detail: t('填的内容还在，连上后再试。', 'What you filled in is still here. Try again once connected.'),
  })
}

/** Reads a problem+json body (RFC 9457); anything else becomes a plain problem with the status. */
export function readProblem(status: number, body: unknown): Problem {
  const fields = isRecord(body) ? body : {}
  return new Problem({
    status,
    code: typeof fields['code'] === 'string' ? fields['code'] : `http_${status}`,
    title: asText(fields['title']) ?? fallbackTitle(status),
    detail: asText(fields['detail']),
    errors: readFieldProblems(fields['errors']),
    current: fields['current'],
    extra: fields,
  })
}

function readFieldProblems(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((entry: unknown) => {
    if (!isRecord(entry)) return []
    const message = asText(entry['message'])
    const field = typeof entry['field'] === 'string' ? entry['field'] : null
    const code = typeof entry['code'] === 'string' ? entry['code'] : ''
    return message ? [{ field, code, message }] : []
  })
}

/** Servers word problems in both languages or in the one asked for. */
function asText(value: unknown): Text | undefined {
  if (typeof value === 'string') return value === '' ? undefined : { zh: value, en: value }
  if (isRecord(value) && typeof value['zh'] === 'string' && typeof value['en'] === 'string') {
    return { zh: value['zh'], en: value['en'] }
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fallbackTitle(status: number): Text {
  if (status === 403) return t('本岗位不能办', 'Not open to your post')
  if (status === 404) return t('没有这一页', 'Not found')
  if (status === 409 || status === 412) return t('已被别人改过', 'Changed by someone else')
  if (status === 413) return t('文件太大', 'Too large')
  return status >= 500 ? t('服务出错', 'The service failed') : t('没有办成', 'Not done')
}
