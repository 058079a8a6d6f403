import type { Text } from '../../text.ts'

/** A unit as shown: never an id alone. */
export interface UnitRef {
  readonly id: string
  readonly name: Text
  readonly short: Text
}

export interface PostRef {
  readonly id: string
  readonly title: Text
  readonly unit: UnitRef
}

export interface Page<T> {
  readonly items: readonly T[]
  /** Pass back as `after` for the next page; null on the last. */
  readonly next: string | null
  readonly total: number
}

/** RFC 9457 body of every refusal. `errors` name the field and the cure; `current` is what somebody else saved meanwhile. */
export interface ProblemBody {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly title: Text
  readonly detail: Text
  readonly errors?: readonly { readonly field: string | null; readonly code: string; readonly message: Text }[]
  readonly current?: unknown
}

/** One server-sent event on /api/events: what changed, so that the views on it are fetched anew. */
export interface LiveEvent {
  readonly topic: 'item' | 'report' | 'notification'
  readonly id: string
  readonly ledger?: string
  /** The post that caused it: its own browser already knows. */
  readonly post: string
}
