import type { Context } from 'hono'
import { AppError } from '../../errors.ts'
import { t } from '../../text.ts'
import { checkTexts } from './clean-text.ts'

const MB = 1024 * 1024
/** Bytes a body may have: JSON, a report, a proof (20 MB and the form around it). */
export const LIMITS = { json: MB, report: 6 * MB, file: 21 * MB } as const

/** The whole body, never more than `limit` bytes of it. Throws too_large, or bad_request where it breaks off. */
export async function readBytes(c: Context, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(c.req.header('content-length') ?? 0)
  if (declared > limit) throw tooLarge(limit)
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of chunksOf(c.req.raw.body)) {
      size += part.length
      if (size > limit) throw tooLarge(limit)
      parts.push(part)
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    throw brokenOff()
  }
  if (declared > size) throw brokenOff()
  return joined(parts, size)
}

/** Throws bad_json, or bad_request for texts that cannot be stored. */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parsed(bytes)
  checkTexts(value)
  return value
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('bad_json', {
      detail: t('请求正文不是 UTF-8 编码的 JSON', 'The body is not JSON in UTF-8'),
    })
  }
}

export async function parseForm(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData> {
  try {
    return await new Response(bytes, { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new AppError('bad_request', {
      detail: t('表单不完整或格式不对', 'The form is incomplete or malformed'),
    })
  }
}

async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader()
  if (!reader) return
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    // A body that is not read to its end must not hold the connection.
    await reader.cancel().catch(() => undefined)
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** A form's limit leaves 1 MB around its file; whoever sends one is told what the file may have. */
function tooLarge(limit: number): AppError {
  const mb = Math.floor(limit / MB)
  return new AppError('too_large', {
    detail:
      limit === LIMITS.json
        ? t(`内容不能超过 ${mb} MB`, `The content may have at most ${mb} MB`)
        : t(`文件不能超过 ${mb - 1} MB`, `A file may have at most ${mb - 1} MB`),
  })
}

function brokenOff(): AppError {
  return new AppError('bad_request', {
    detail: t('请求正文没有传完，请再试', 'The body broke off before its end; try again'),
  })
}
