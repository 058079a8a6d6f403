import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as z from 'zod'
import { demand, type Doing } from '../access/policies.ts'
import { checkCsrf, type SignedIn } from '../access/sessions.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError, type ErrorCode } from '../errors.ts'
import { t } from '../text.ts'
import { versionFrom } from './http/etag.ts'
import { fingerprintOf, OnceOnly, type Outcome } from './http/idempotency.ts'
import { rawQuery, type Shape } from './http/query.ts'
import { LIMITS, parseForm, parseJson, readBytes } from './http/read-body.ts'
import { checkSameOrigin } from './http/same-origin.ts'
import { SessionCache } from './http/session-cache.ts'
import { readSessionCookie } from './http/session-cookie.ts'
import { documentRoute } from './openapi.ts'
import type { Services } from './services.ts'
import { badRequest } from './zod-faults.ts'

export type Method = 'get' | 'post' | 'patch' | 'delete'

/** What is told about a route: the pipeline follows it and OpenAPI shows it. */
export interface RouteSpec<P extends Shape = Shape, Q extends Shape = Shape, B extends z.ZodType = z.ZodType> {
  readonly method: Method
  /** '/api/items/{id}' */
  readonly path: string
  readonly tag: string
  /** One line in both languages: '中文 / English'. */
  readonly summary: string
  readonly about?: string
  /** Who may, by access/policies. */
  readonly doing?: Doing
  readonly params?: P
  readonly query?: Q
  /** Further address parameters that are let through, such as f.<field>. */
  readonly extraQuery?: RegExp
  readonly body?: B
  /** The body is a form with these parts (besides JSON, where `body` is given too). */
  readonly form?: z.ZodType
  readonly limit?: keyof typeof LIMITS
  /** If-Match must carry the version. */
  readonly versioned?: boolean
  readonly status?: 200 | 201 | 204
  /** What a success carries; of another type than JSON where `type` says so. */
  readonly answer?: z.ZodType
  readonly type?: string
  readonly refuses?: readonly ErrorCode[]
}

type Out<S extends Shape> = { [K in keyof S]: z.output<S[K]> }

/** One request, understood: who, what was asked, and what the handler may add to the answer. */
export interface Call<P extends Shape, Q extends Shape, B extends z.ZodType, W> {
  readonly c: Context
  readonly who: W
  readonly actor: W extends SignedIn ? Actor : null
  readonly params: Out<P>
  readonly query: Out<Q>
  readonly body: z.output<B>
  /** The form, where one was sent. */
  readonly form: FormData | null
  /** From If-Match; 0 where the route is not versioned. */
  readonly version: number
  readonly header: (name: string, value: string) => void
}

type Handler<P extends Shape, Q extends Shape, B extends z.ZodType, W> = (call: Call<P, Q, B, W>) => unknown

/** Registers routes: each passes the same gates in the same order, and each is documented. */
export class Api {
  readonly app: OpenAPIHono
  readonly services: Services
  readonly #once: OnceOnly
  readonly #sessions: SessionCache

  constructor(app: OpenAPIHono, services: Services) {
    this.app = app
    this.services = services
    this.#once = new OnceOnly(services)
    this.#sessions = new SessionCache(services)
  }

  /** A route for whoever is signed in (and `doing` allows). Handlers return data, or a Response of their own. */
  route<P extends Shape, Q extends Shape, B extends z.ZodType>(
    spec: RouteSpec<P, Q, B>,
    handler: Handler<P, Q, B, SignedIn>,
  ): void {
    this.#register(spec, true, async (c) => {
      const who = await this.#whoCalls(c)
      const isWrite = spec.method !== 'get'
      if (isWrite) checkCsrf(who.session, c.req.header('x-csrf-token'))
      if (spec.doing) demand(who.actor, spec.doing)
      const bytes = isWrite ? await readBytes(c, LIMITS[spec.limit ?? 'json']) : new Uint8Array(0)
      const work = () => settle(c, spec, bytes, who, handler)
      const key = c.req.header('idempotency-key')
      if (!isWrite || key === undefined) return work()
      const request = fingerprintOf(c.req.raw, bytes)
      return this.#once.run({ account: who.account.id, key, request }, async () => asOutcome(await work()))
    })
  }

  /** A route that needs no session. */
  openRoute<P extends Shape, Q extends Shape, B extends z.ZodType>(
    spec: RouteSpec<P, Q, B>,
    handler: Handler<P, Q, B, null>,
  ): void {
    this.#register(spec, false, async (c) => {
      const bytes = spec.method === 'get' ? new Uint8Array(0) : await readBytes(c, LIMITS.json)
      return settle(c, spec, bytes, null, handler)
    })
  }

  #register(spec: RouteSpec, signedIn: boolean, run: (c: Context) => Promise<Outcome | Response>): void {
    documentRoute(this.app, spec, signedIn)
    this.app.on(spec.method.toUpperCase(), spec.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      if (spec.method === 'get') return sent(c, await run(c))
      checkSameOrigin(c)
      try {
        return sent(c, await run(c))
      } finally {
        this.#sessions.forget()
      }
    })
  }

  async #whoCalls(c: Context): Promise<SignedIn> {
    const cookie = readSessionCookie(c, this.services.secureCookies)
    const who = cookie ? await this.#sessions.find(cookie) : null
    if (who === null) throw new AppError('not_signed_in')
    return who
  }
}

async function settle<P extends Shape, Q extends Shape, B extends z.ZodType, W extends SignedIn | null>(
  c: Context,
  spec: RouteSpec<P, Q, B>,
  bytes: Uint8Array<ArrayBuffer>,
  who: W,
  handler: Handler<P, Q, B, W>,
): Promise<Outcome | Response> {
  const headers: Record<string, string> = {}
  const result = await handler({
    c,
    who,
    // W decides between the two; the conditional type cannot follow the value.
    actor: (who?.actor ?? null) as Call<P, Q, B, W>['actor'],
    params: paramsOf(c, spec),
    query: queryOf(c, spec),
    ...(await bodyOf(c, spec, bytes)),
    version: spec.versioned ? versionFrom(c) : 0,
    header: (name, value) => (headers[name] = value),
  })
  return result instanceof Response ? result : { status: spec.status ?? 200, body: result ?? null, headers }
}

/** An id that cannot be one is an address that does not exist. */
function paramsOf<P extends Shape, Q extends Shape, B extends z.ZodType>(c: Context, spec: RouteSpec<P, Q, B>): Out<P> {
  const parsed = z.object(spec.params ?? {}).safeParse(c.req.param())
  if (!parsed.success) throw new AppError('not_found')
  // safeParse of the same shape gives Out<P>; zod's own type of it is not provably the same.
  return parsed.data as Out<P>
}

function queryOf<P extends Shape, Q extends Shape, B extends z.ZodType>(c: Context, spec: RouteSpec<P, Q, B>): Out<Q> {
  const shape: Shape = spec.query ?? {}
  const parsed = z.object(shape).safeParse(rawQuery(shape, new URL(c.req.url).searchParams, spec.extraQuery))
  if (!parsed.success) throw badRequest(parsed.error)
  // See paramsOf.
  return parsed.data as Out<Q>
}

async function bodyOf<P extends Shape, Q extends Shape, B extends z.ZodType>(
  c: Context,
  spec: RouteSpec<P, Q, B>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<{ body: z.output<B>; form: FormData | null }> {
  const type = c.req.header('content-type') ?? ''
  const none = undefined as z.output<B>
  if (spec.form && type.startsWith('multipart/form-data')) return { body: none, form: await parseForm(bytes, type) }
  if (!spec.body) {
    if (spec.form) throw wrongType('multipart/form-data')
    return { body: none, form: null }
  }
  const isEmpty = bytes.length === 0
  if (!isEmpty && !/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw wrongType('application/json')
  const parsed = spec.body.safeParse(isEmpty ? {} : parseJson(bytes))
  if (!parsed.success) throw badRequest(parsed.error)
  return { body: parsed.data, form: null }
}

function wrongType(wanted: string): AppError {
  return new AppError('wrong_type', { detail: t(`请求正文要用 ${wanted}`, `Send the body as ${wanted}`) })
}

function asOutcome(result: Outcome | Response): Outcome {
  if (result instanceof Response) throw new Error('a write with an idempotency key must answer with data')
  return result
}

function sent(c: Context, outcome: Outcome | Response): Response {
  if (outcome instanceof Response) return outcome
  const { status, body, headers } = outcome
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  return status === 204 ? c.body(null, 204) : c.json(body, status as 200)
}
