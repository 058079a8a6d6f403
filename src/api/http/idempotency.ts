import { createHash } from 'node:crypto'
import { AppError } from '../../errors.ts'
import { findAnswer, keepAnswer } from '../../storage/idempotency-store.ts'
import { t } from '../../text.ts'
import { dbOf, type Services } from '../services.ts'

/** An answer that can be given again: its status, its JSON and the headers that belong to it. */
export interface Outcome {
  readonly status: number
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

export interface KeyedRequest {
  readonly account: string
  readonly key: string
  /** Hash of what was asked (fingerprintOf). */
  readonly request: string
}

interface Kept {
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Writes under a key that are being worked on, by account and key. */
type Running = Map<string, { readonly request: string; readonly done: Promise<Outcome> }>

/**
 * Runs a write once for each key of an account: the same key again gives the kept answer, a second request that arrives
 * while the first runs waits for it, and a key used for something else throws key_reused. Refusals are not kept: they
 * changed nothing, and the cure may be elsewhere.
 */
export class OnceOnly {
  readonly #services: Services
  readonly #running: Running = new Map()

  constructor(services: Services) {
    this.#services = services
  }

  async run(keyed: KeyedRequest, work: () => Promise<Outcome>): Promise<Outcome> {
    checkKey(keyed.key)
    const slot = `${keyed.account} ${keyed.key}`
    const running = this.#running.get(slot)
    if (running) {
      if (running.request !== keyed.request) throw new AppError('key_reused')
      return running.done
    }
    const done = this.#settle(keyed, work)
    this.#running.set(slot, { request: keyed.request, done })
    try {
      return await done
    } finally {
      this.#running.delete(slot)
    }
  }

  async #settle(keyed: KeyedRequest, work: () => Promise<Outcome>): Promise<Outcome> {
    const { context } = this.#services
    const kept = await findAnswer(dbOf(this.#services), context.city, keyed.account, keyed.key)
    if (kept) {
      if (kept.request !== keyed.request) throw new AppError('key_reused')
      return { status: kept.status, ...(kept.answer as Kept) }
    }
    const { status, body, headers } = await work()
    const answer: Kept = { body, headers }
    await keepAnswer(dbOf(this.#services), context.city, { ...keyed, status, answer, at: context.now() })
    return { status, body, headers }
  }
}

/** SHA-256 over method, address, version and body. A form's boundary is random, so it is left out. */
export function fingerprintOf(request: Request, bytes: Uint8Array): string {
  const { method, headers, url } = request
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1]
  const body = boundary ? Buffer.from(bytes).toString('latin1').replaceAll(boundary, '') : bytes
  const { pathname, search } = new URL(url)
  const head = [method, pathname + search, headers.get('if-match') ?? ''].join('\n')
  return createHash('sha256').update(`${head}\n`).update(body).digest('hex')
}

function checkKey(key: string): void {
  if (/^[\x21-\x7e]{1,100}$/.test(key)) return
  const message = t('幂等键要用 1—100 个可见的英文字符', 'An idempotency key has 1 to 100 visible ASCII characters')
  throw new AppError('bad_request', {
    detail: message,
    errors: [{ field: 'Idempotency-Key', code: 'bad_key', message }],
  })
}
