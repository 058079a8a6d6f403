import type { Context } from 'hono'
import { AppError } from '../../errors.ts'
import { t } from '../../text.ts'

/**
 * Refuses a write that another site makes the browser send. Browsers say where a request comes from in Sec-Fetch-Site
 * (https and localhost) or Origin (always, for writes); programs send neither.
 */
export function checkSameOrigin(c: Context): void {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return
    throw elsewhere()
  }
  const origin = c.req.header('origin')
  if (origin === undefined || hostOf(origin) === c.req.header('host')) return
  throw elsewhere()
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}

function elsewhere(): AppError {
  return new AppError('bad_csrf', {
    detail: t('请求来自别的网站，没有受理', 'The request comes from another site and was refused'),
  })
}
