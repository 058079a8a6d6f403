import { findSessionByCookie, idOf, type SignedIn } from '../../access/sessions.ts'
import type { Services } from '../services.ts'

/** Another process that ends a session is believed after so long; this process forgets at once. */
const KEEP_MS = 2000
const MOST = 5000

/**
 * Who is behind a cookie, asked of the database once for a burst of requests: a page makes a handful at a time. Every
 * write of this process forgets all of it, so that signing out, a new post or a disabled account count at once.
 */
export class SessionCache {
  readonly #services: Services
  readonly #clock: () => number
  readonly #kept = new Map<string, { readonly at: number; readonly who: Promise<SignedIn | null> }>()

  constructor(services: Services, clock: () => number = () => performance.now()) {
    this.#services = services
    this.#clock = clock
  }

  async find(cookie: string): Promise<SignedIn | null> {
    const key = idOf(cookie)
    const kept = this.#kept.get(key)
    if (kept && this.#clock() - kept.at < KEEP_MS) {
      const who = await kept.who
      if (who !== null && who.session.expiresAt > this.#services.context.now()) return who
    }
    const who = findSessionByCookie(this.#services.context, cookie)
    this.#keep(key, who)
    return who
  }

  forget(): void {
    this.#kept.clear()
  }

  #keep(key: string, who: Promise<SignedIn | null>): void {
    if (this.#kept.size >= MOST) this.#kept.clear()
    this.#kept.set(key, { at: this.#clock(), who })
    // A failed reading is not an answer.
    who.catch(() => this.#kept.delete(key))
  }
}
