import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { AppError, type ErrorCode } from '../errors.ts'
import { t } from '../text.ts'
import type { ProblemBody } from './present/common.ts'

/** RFC 9457: the only place where a refusal becomes HTTP. */
export function problemBody(error: AppError): ProblemBody {
  const body: ProblemBody = {
    type: `urn:luoshi:problem:${error.code}`,
    status: error.status,
    code: error.code,
    title: error.title,
    detail: error.detail,
  }
  return {
    ...body,
    ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    ...(error.current === undefined ? {} : { current: error.current }),
  }
}

export function sendProblem(c: Context, error: AppError): Response {
  const body = JSON.stringify(problemBody(error))
  return c.body(body, error.status as 400, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** What hono itself refuses (a body that is not JSON, a body too large) in our own words. */
const FROM_HTTP: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_json',
  404: 'not_found',
  413: 'too_large',
  415: 'wrong_type',
}

/** Answers every thrown error. Faults of ours are logged with a number that the answer repeats. */
export function onError(log: (line: string) => void, newId: () => string): ErrorHandler {
  return (error, c) => {
    if (error instanceof AppError) return sendProblem(c, error)
    if (error instanceof HTTPException) return sendProblem(c, new AppError(FROM_HTTP[error.status] ?? 'bad_request'))
    const id = newId()
    log(`${id} ${c.req.method} ${c.req.path}: ${error.stack ?? error.message}`)
    const closed = error.name === 'DatabaseClosed'
    return sendProblem(
      c,
      new AppError(closed ? 'unavailable' : 'internal', {
        detail: t(
          `系统出错，内容没有保存。请把编号 ${id} 告诉管理员`,
          `Something failed and nothing was saved. Give the number ${id} to your administrator`,
        ),
      }),
    )
  }
}
