import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/**
 * Where a request comes from, as the server itself sees it. X-Forwarded-For is not believed: anybody can send it, and
 * it would let a guesser have a new address for every attempt.
 */
export function addressOf(c: Context): string {
  const bindings = c.env as Partial<HttpBindings> | undefined
  return bindings?.incoming?.socket.remoteAddress ?? 'local'
}
