import { t, type Text } from './text.ts'

/** Every refusal of a command: code → HTTP status and words. Only api/problem.ts turns it into an answer. */
const table = {
  bad_request: { status: 400, text: t('请求的内容不对', 'The request is not valid') },
  bad_json: { status: 400, text: t('请求正文不是 JSON', 'The body is not JSON') },
  not_signed_in: { status: 401, text: t('请先登录', 'Sign in first') },
  wrong_password: { status: 401, text: t('账号或口令不对', 'Account or password is wrong') },
  forbidden: { status: 403, text: t('本岗位不能做这件事', 'This post may not do that') },
  bad_csrf: { status: 403, text: t('页面已过期，请刷新后再试', 'The page has expired; reload and try again') },
  not_found: { status: 404, text: t('找不到，或本岗位看不到', 'Not found, or not visible to this post') },
  wrong_method: { status: 405, text: t('这个地址不支持这种请求', 'This address does not take that method') },
  conflict: { status: 409, text: t('别人刚改过', 'Somebody else has just changed this') },
  already_issued: { status: 409, text: t('已经下达，不能再改', 'Already issued; it cannot be changed') },
  key_reused: {
    status: 409,
    text: t('同一个幂等键用在了不同的请求上', 'The idempotency key was used for another request'),
  },
  not_reviewed: { status: 409, text: t('还有条目没审完', 'Some entries are not reviewed yet') },
  too_large: { status: 413, text: t('文件太大', 'The file is too large') },
  wrong_type: { status: 415, text: t('不收这种文件', 'This kind of file is not accepted') },
  refused: { status: 422, text: t('现在不能这样办', 'This cannot be done now') },
  unreadable: { status: 422, text: t('读不出文字', 'No text can be read') },
  locked_out: { status: 423, text: t('输错太多次，账号已锁', 'Too many failed attempts; the account is locked') },
  needs_version: { status: 428, text: t('缺少版本号（If-Match）', 'The version (If-Match) is missing') },
  too_many: { status: 429, text: t('太频繁，稍后再试', 'Too many requests; try again later') },
  internal: { status: 500, text: t('系统出错，内容没有保存', 'Something failed; nothing was saved') },
  unavailable: { status: 503, text: t('数据库暂时连不上', 'The database is not available') },
} as const

export type ErrorCode = keyof typeof table

export interface FieldFault {
  readonly field: string | null
  readonly code: string
  readonly message: Text
}

export interface ErrorParts {
  /** What exactly, and the cure. Defaults to the text of the code. */
  readonly detail?: Text
  readonly errors?: readonly FieldFault[]
  /** For `conflict`: what is stored now. */
  readonly current?: unknown
}

/** A refusal meant for the user. Anything else that is thrown is a fault of ours and answers 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly title: Text
  readonly detail: Text
  readonly errors: readonly FieldFault[]
  readonly current: unknown

  constructor(code: ErrorCode, parts: ErrorParts = {}) {
    const entry = table[code]
    super(`${code}: ${(parts.detail ?? entry.text).en}`)
    this.name = 'AppError'
    this.code = code
    this.status = entry.status
    this.title = entry.text
    this.detail = parts.detail ?? entry.text
    this.errors = parts.errors ?? []
    this.current = parts.current
  }
}
