import type { AccessContext } from '../access/access-context.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { inTransaction } from '../storage/retry.ts'
import type { Tx } from '../storage/schema.ts'

/** What changed, told to the open pages after the commit. `post` is the one that caused it. */
export interface LiveEvent {
  readonly topic: 'item' | 'report' | 'notification'
  readonly id: string
  readonly ledger?: string
  readonly post: string
}

/** What every command is given. Time and ids come from here, never from the machine. */
export interface Context extends AccessContext {
  readonly calendar: WorkCalendar
  readonly publish: (event: LiveEvent) => void
}

export type { Tx } from '../storage/schema.ts'

/** What a transaction wants told once it has committed. */
export type Tell = (event: LiveEvent) => void

/**
 * Runs a use case in one transaction; what it tells is published only after the commit, and never when it rolls back
 * or is run again after a conflict between transactions.
 */
export async function committed<T>(context: Context, work: (tx: Tx, tell: Tell) => Promise<T>): Promise<T> {
  let told: LiveEvent[] = []
  const result = await inTransaction(context.database, (tx) => {
    told = []
    return work(tx, (event) => told.push(event))
  })
  for (const event of told) context.publish(event)
  return result
}
