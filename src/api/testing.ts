import type { OpenAPIHono } from '@hono/zod-openapi'
import { TEST_PASSWORD } from '../access/testing.ts'
import { openTestDesk, type TestDesk } from '../commands/testing.ts'
import { findCity } from '../storage/city-store.ts'
import { createApp } from './app.ts'
import { DirectoryCache } from './directory.ts'
import { LiveBus } from './http/live-bus.ts'
import type { ProblemBody } from './present/common.ts'
import type { ItemView } from './present/item.ts'
import type { SessionView } from './present/session.ts'

export interface TestApp {
  readonly desk: TestDesk
  readonly app: OpenAPIHono
  /** What was logged: faults of ours. */
  readonly logged: string[]
  readonly bus: LiveBus
  /** A browser in which the holder of this post is signed in. */
  readonly signIn: (login: string) => Promise<Browser>
  readonly close: () => Promise<void>
}

/** The test city behind HTTP, in this process. */
export async function openTestApp(options: { readonly webRoot?: string } = {}): Promise<TestApp> {
  const desk = await openTestDesk()
  const bus = new LiveBus()
  const logged: string[] = []
  const city = await findCity(desk.database.db, desk.city)
  if (city === null) throw new Error('the test city is missing')
  const app = createApp({
    context: { ...desk, publish: (event) => bus.publish(event) },
    city,
    directory: new DirectoryCache(desk.database.db, desk.city),
    bus,
    startedAt: desk.now(),
    version: '0.0.0-test',
    webRoot: options.webRoot ?? null,
    sampleAccounts: [],
    secureCookies: false,
    log: (line) => logged.push(line),
  })
  const signIn = async (login: string) => {
    const browser = new Browser(app)
    await browser.signIn(login)
    return browser
  }
  return { desk, app, logged, bus, signIn, close: desk.close }
}

export interface Heard<T> {
  readonly status: number
  readonly headers: Headers
  readonly body: T
}

/** Calls as the staff app does: cookie, token, a new idempotency key for each write. */
export class Browser {
  readonly app: OpenAPIHono
  cookie = ''
  csrf = ''
  session: SessionView | null = null

  constructor(app: OpenAPIHono) {
    this.app = app
  }

  async signIn(login: string, password = TEST_PASSWORD): Promise<Heard<SessionView>> {
    const heard = await this.send<SessionView>('POST', '/api/session', { login, password })
    this.cookie = heard.headers.get('set-cookie')?.split(';')[0] ?? ''
    this.csrf = heard.body.csrf
    this.session = heard.body
    return heard
  }

  get<T>(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard<T>> {
    return this.send<T>('GET', path, undefined, headers)
  }

  post<T>(path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Heard<T>> {
    return this.send<T>('POST', path, body, headers)
  }

  /** Takes an action on an item as it was read. */
  act(item: ItemView, action: string, body: unknown = {}): Promise<Heard<ItemView & ProblemBody>> {
    return this.post(`/api/items/${item.id}/actions/${action}`, body, { 'if-match': `"${item.version}"` })
  }

  async send<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Heard<T>> {
    const response = await this.raw(method, path, body, headers)
    const type = response.headers.get('content-type') ?? ''
    const heard = type.includes('json') ? await response.json() : await response.text()
    // The caller knows what the route answers; a test that is wrong about it fails.
    return { status: response.status, headers: response.headers, body: heard as T }
  }

  async raw(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const isRaw = body instanceof FormData || typeof body === 'string' || body instanceof ReadableStream
    const all: Record<string, string> = {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.csrf && method !== 'GET' ? { 'x-csrf-token': this.csrf } : {}),
      ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const sent = body === undefined ? undefined : isRaw ? body : JSON.stringify(body)
    const init: RequestInit & { duplex?: 'half' } = { method, headers: all, duplex: 'half' }
    if (sent !== undefined) init.body = sent
    return this.app.request(path, init)
  }
}

/** A 13710 matter of 市住建局, as the supervision office opens it. */
export async function openMatter(browser: Browser, title = '供热管网抢修'): Promise<ItemView> {
  const heard = await browser.post<ItemView>('/api/ledgers/supervision_13710/items', {
    title,
    lead_unit: 'org_zjj',
    co_units: ['org_jtj'],
    leader_post: 'post_vice',
    values: { item_class: 'routine', gravity: 'general', content: '三日内反馈，七日内办结' },
  })
  if (heard.status !== 201) throw new Error(`the matter was refused: ${JSON.stringify(heard.body)}`)
  return heard.body
}
