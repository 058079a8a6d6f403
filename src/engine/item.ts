import type { Day } from '../calendar/day.ts'
import type { Duration } from '../calendar/duration.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Text } from '../text.ts'
import type { PostRole } from './actor.ts'
import type { Values } from './condition.ts'

/** What every item has, whatever its ledger. Field ids must not use these names. */
export interface Common {
  readonly title: string
  readonly lead_unit: string
  readonly co_units: readonly string[]
  readonly leader_post: string | null
  readonly region: string | null
  /** Section of the report the item comes from: '目', '一' … '八', or null. */
  readonly section: string | null
}

export const COMMON_KEYS = ['title', 'lead_unit', 'co_units', 'leader_post', 'region', 'section'] as const
export type CommonKey = (typeof COMMON_KEYS)[number]

export interface Pause {
  readonly from: Moment
  readonly to: Moment | null
  readonly reason: string
}

export interface ClockState {
  readonly name: string
  /** Counts up each time a repeating clock starts anew. */
  readonly run: number
  readonly startedAt: Moment
  readonly limit: Duration | { readonly until: Day }
  readonly pauses: readonly Pause[]
  /** Set when the limit was moved by an approved extension. */
  readonly extendedTo: Day | null
  readonly extensions: number
  /** Null while paused. */
  readonly dueAt: Moment | null
  /** A year whose holiday notice is missing: the date may still move. */
  readonly provisional: number | null
  readonly stoppedAt: Moment | null
}

export type Verdict = 'pending' | 'valid' | 'doubtful' | 'rejected'

/** One proof on an item. The bytes are in `file`, found by hash. */
export interface Evidence {
  readonly id: string
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly kind: string
  readonly place: string | null
  readonly takenOn: Day | null
  /** How much of the target this proof shows done (1 小区, 50 处). */
  readonly amount: number | null
  readonly verdict: Verdict
  readonly unit: string
  /** Account that added it: it may not judge it. */
  readonly by: string
  readonly addedAt: Moment
}

/** A proof as handed in: the engine adds who, when and the pending verdict. */
export type NewEvidence = Omit<Evidence, 'verdict' | 'unit' | 'by' | 'addedAt'>

export interface EntryActor {
  readonly account: string
  readonly post: string
  readonly unit: string
  readonly roles: readonly PostRole[]
}

export interface Change {
  readonly from: unknown
  readonly to: unknown
}

/** One row of an item's history. Append-only; the item is the projection of its entries. */
export interface Entry {
  readonly id: string
  readonly seq: number
  readonly action: string
  readonly at: Moment
  readonly actor: EntryActor
  readonly from: string | null
  readonly to: string
  /** Keys are common keys or field ids. */
  readonly changes: Readonly<Record<string, Change>>
  readonly note: string | null
  /** Proofs as they stand after this entry: those it added and those it judged. */
  readonly evidence: readonly Evidence[]
  /** The entry this one takes back (撤回). */
  readonly reverts: string | null
  /** Version of the definition the action was taken under. */
  readonly ruleVersion: number
}

export interface ItemState extends Common {
  readonly id: string
  readonly ledger: string
  readonly number: string
  readonly stage: string
  readonly values: Values
  readonly openedAt: Moment
  readonly closedAt: Moment | null
  /** The newest run of each clock that has started. */
  readonly clocks: Readonly<Record<string, ClockState>>
  /** Clocks that were stopped late, once: the light can no longer be plain green. */
  readonly caughtUp: boolean
  readonly evidence: readonly Evidence[]
  /** Account that last took each action. */
  readonly takenBy: Readonly<Record<string, string>>
  readonly lastReportAt: Moment | null
  readonly lastEntryAt: Moment
  /** seq of the newest entry: the ETag. */
  readonly version: number
}

/** Why an action is not open. Data, not an exception: the API sends it, the UI words it. */
export interface Refusal {
  readonly code:
    | 'wrong_stage'
    | 'wrong_role'
    | 'condition'
    | 'needs_field'
    | 'bad_field'
    | 'unknown_field'
    | 'needs_note'
    | 'needs_proof'
    | 'same_person'
    | 'undo_late'
    | 'undo_not_yours'
    | 'undo_impossible'
    | 'unknown_action'
    | 'past_date'
  readonly field: string | null
  readonly message: Text
}
