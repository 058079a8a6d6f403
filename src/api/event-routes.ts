import { streamSSE } from 'hono/streaming'
import * as z from 'zod'
import { may } from '../access/policies.ts'
import type { SignedIn } from '../access/sessions.ts'
import { canSee } from '../engine/actor.ts'
import { findItem } from '../storage/item-store.ts'
import { findSession } from '../storage/session-store.ts'
import type { LiveEvent } from './present/common.ts'
import type { Api } from './route.ts'
import { dbOf, type Services } from './services.ts'

/** Below the shortest time-out of the usual proxies (60 s, nginx). */
const HEARTBEAT_MS = 25_000
/** A browser that does not keep up is cut off and reads everything anew when it comes back. */
const MOST_WAITING = 1000

/** GET /api/events: what changed, to those who may see it. */
export function eventRoutes(api: Api): void {
  const { services } = api
  api.route(
    {
      method: 'get',
      path: '/api/events',
      tag: '实时 / Live',
      summary: '有什么变了（SSE） / What changed, as server-sent events',
      about:
        '事件名是 topic，data 是 {topic,id,ledger,post}；只发本岗位看得到的。 / The event is named by its topic; only what the post may see is sent.',
      answer: z.string(),
      type: 'text/event-stream',
    },
    ({ c, who }) => {
      c.header('x-accel-buffering', 'no')
      return streamSSE(c, async (stream) => {
        const queue = new EventQueue()
        const stop = services.bus.subscribe((event) => queue.add(event))
        stream.onAbort(() => queue.close())
        try {
          await stream.writeSSE({ event: 'hello', data: '{}', retry: 3000 })
          while (!queue.closed) {
            const event = await queue.next(HEARTBEAT_MS)
            if (event === null) {
              if (!(await isStillSignedIn(services, who))) return
              await stream.write(': heartbeat\n\n')
            } else if (await mayHear(services, who, event)) {
              await stream.writeSSE({ event: event.topic, data: JSON.stringify(event) })
            }
          }
        } finally {
          stop()
        }
      })
    },
  )
}

/** Events on their way to one browser. */
class EventQueue {
  readonly #waiting: LiveEvent[] = []
  #wake: (() => void) | null = null
  closed = false

  add(event: LiveEvent): void {
    if (this.#waiting.length >= MOST_WAITING) this.closed = true
    this.#waiting.push(event)
    this.#wake?.()
  }

  close(): void {
    this.closed = true
    this.#wake?.()
  }

  /** The next event, or null after so long without one. */
  async next(ms: number): Promise<LiveEvent | null> {
    if (this.#waiting.length === 0 && !this.closed) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = null
    }
    return this.#waiting.shift() ?? null
  }
}

async function mayHear(services: Services, { actor }: SignedIn, event: LiveEvent): Promise<boolean> {
  switch (event.topic) {
    case 'notification':
      return event.id === actor.post
    case 'report':
      return may(actor, 'read_reports')
    case 'item': {
      if (!may(actor, 'read_items')) return false
      if (actor.roles.includes('supervisor') || actor.roles.includes('viewer')) return true
      const item = await findItem(dbOf(services), services.context.city, event.id)
      return item !== null && canSee({ leadUnit: item.lead_unit, coUnits: item.co_units }, actor)
    }
  }
}

/** Listening is not using: it must not keep a session alive. */
async function isStillSignedIn(services: Services, { session, actor }: SignedIn): Promise<boolean> {
  const found = await findSession(dbOf(services), services.context.city, session.id)
  return found !== null && found.expiresAt > services.context.now() && found.post === actor.post
}
