import type { Context } from 'hono'
import { AppError } from '../../errors.ts'
import { t } from '../../text.ts'

export function etagOf(version: number): string {
  return `"${version}"`
}

/** The version that a write was made from. Compression turns "7" into W/"7"; both are read. Throws needs_version. */
export function versionFrom(c: Context): number {
  const sent = c.req.header('if-match')
  if (sent === undefined) throw new AppError('needs_version')
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(sent.trim())
  if (found) return Number(found[1])
  throw new AppError('needs_version', {
    detail: t('If-Match 要写成 "7" 这样的版本号', 'If-Match must be a version such as "7"'),
  })
}

/** Whether the reader already has this version. */
export function hasVersion(c: Context, version: number): boolean {
  const sent = c.req.header('if-none-match') ?? ''
  return sent.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version))
}
