import type { OpenAPIHono } from '@hono/zod-openapi'
import * as z from 'zod'
import { AppError, type ErrorCode } from '../errors.ts'
import { sessionCookieName } from './http/session-cookie.ts'
import { problemSchema } from './schemas/common.ts'
import type { RouteSpec } from './route.ts'
import type { Services } from './services.ts'

const keyHeader = z
  .string()
  .max(100)
  .optional()
  .describe('同一个键的写请求只办一次 / A write under the same key is done once')
const csrfHeader = z.string().describe('GET /api/session 给的 csrf / The csrf of GET /api/session')
const matchHeader = z.string().describe('读到的版本，如 "7" / The version that was read, such as "7"')

/** Writes a route into the OpenAPI document, with every refusal it can answer. */
export function documentRoute(app: OpenAPIHono, spec: RouteSpec, signedIn: boolean): void {
  const { method, path, tag, summary, about, params, query, status = 200 } = spec
  const isWrite = method !== 'get'
  const headers = {
    ...(isWrite && signedIn ? { 'X-CSRF-Token': csrfHeader, 'Idempotency-Key': keyHeader } : {}),
    ...(spec.versioned ? { 'If-Match': matchHeader } : {}),
  }
  const content = contentOf(spec)
  app.openAPIRegistry.registerPath({
    method,
    path,
    tags: [tag],
    summary,
    operationId: operationIdOf(method, path),
    ...(about ? { description: about } : {}),
    ...(signedIn ? { security: [{ session: [] }] } : {}),
    request: {
      ...(params ? { params: z.object(params) } : {}),
      ...(query ? { query: z.object(query) } : {}),
      ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
      ...(content ? { body: { required: true, content } } : {}),
    },
    responses: { [status]: successOf(spec), ...problemsOf(spec, signedIn) },
  })
}

export function openApiDocument(app: OpenAPIHono, { city, version, secureCookies }: Services): object {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookieName(secureCookies),
    description: 'POST /api/session 给的 Cookie / The cookie of POST /api/session',
  })
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: `落实 Luoshi · ${city.name.zh} / ${city.name.en}`,
      version,
      description:
        '报告进来，变成有主、有时限、有佐证的台账。拒绝一律是 application/problem+json，写明栏目、原因和办法。 / A report goes in and becomes ledgers of promises. Every refusal is application/problem+json with field, reason and cure.',
    },
    servers: [{ url: '/' }],
  })
}

function contentOf({ body, form }: RouteSpec) {
  if (!body && !form) return null
  return {
    ...(body ? { 'application/json': { schema: body } } : {}),
    ...(form ? { 'multipart/form-data': { schema: form } } : {}),
  }
}

function successOf({ status, answer, type = 'application/json', versioned }: RouteSpec) {
  if (status === 204 || !answer) return { description: '已办 / Done' }
  const headers = versioned
    ? { ETag: { schema: { type: 'string' as const }, description: '新版本 / The new version' } }
    : {}
  return { description: '成功 / Success', content: { [type]: { schema: answer } }, headers }
}

function problemsOf(spec: RouteSpec, signedIn: boolean) {
  const codes: ErrorCode[] = [
    ...(spec.query || spec.body || spec.form ? (['bad_request'] as const) : []),
    ...(signedIn ? (['not_signed_in'] as const) : []),
    ...(spec.method === 'get' ? [] : (['bad_csrf'] as const)),
    ...(spec.doing ? (['forbidden'] as const) : []),
    ...(spec.params ? (['not_found'] as const) : []),
    ...(spec.versioned ? (['needs_version', 'conflict'] as const) : []),
    ...(spec.refuses ?? []),
  ]
  const byStatus = new Map<number, string[]>()
  for (const code of new Set(codes)) {
    const { status, title } = new AppError(code)
    byStatus.set(status, [...(byStatus.get(status) ?? []), `${code}: ${title.zh} / ${title.en}`])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      status,
      { description: lines.join('; '), content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  )
}

/** 'get /api/items/{id}/entries' → 'getItemsByIdEntries' */
function operationIdOf(method: string, path: string): string {
  const words = path.replace('/api/', '').split(/[/.]/)
  const named = words.map((word) => (word.startsWith('{') ? `By_${word.slice(1, -1)}` : word))
  return (
    method +
    named
      .flatMap((word) => word.split(/[_-]/))
      .map(capital)
      .join('')
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
