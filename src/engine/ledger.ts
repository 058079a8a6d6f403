import type { Duration } from '../calendar/duration.ts'
import type { Text } from '../text.ts'
import type { Role } from './actor.ts'
import type { Condition } from './condition.ts'
import type { Field } from './field.ts'

export type Fields = Readonly<Record<string, Field>>
export type OneOrMore<T> = T | readonly T[]

export type Archetype = 'task' | 'project' | 'indicator' | 'case' | 'roster' | 'exchange'

/** Where a stage stands in the life of an item; lights and rollups know only these five. */
export type Standing = 'wait' | 'open' | 'review' | 'paused' | 'done'

export interface Stage {
  readonly label: Text
  readonly standing: Standing
}

/** What an action does to clocks beyond starting and stopping them. */
export type ClockEffect<C extends string, K extends string> =
  | { readonly pause: 'all' }
  | { readonly resume: 'all' }
  | { readonly extend: C; readonly to: K }

export interface Action<
  K extends string = string,
  S extends string = string,
  A extends string = string,
  C extends string = string,
> {
  readonly label: Text
  /** What the timeline says: “签收”, “报进展”. Defaults to the label. */
  readonly past?: Text
  readonly from: OneOrMore<NoInfer<S>>
  /** Missing: the stage stays as it is. */
  readonly to?: NoInfer<S>
  readonly by: OneOrMore<Role>
  /** Fields shown in the action's form. */
  readonly asks?: readonly NoInfer<K>[]
  /** Fields that must hold a value when the action is done. */
  readonly requires?: readonly NoInfer<K>[]
  readonly when?: Condition<NoInfer<K>>
  /** Said to the clerk when `when` does not hold. */
  readonly whenNot?: Text
  /** Values set by the action itself. */
  readonly set?: { readonly [field in K]?: string | number | boolean | null }
  /** Fields emptied by the action. */
  readonly clears?: readonly NoInfer<K>[]
  readonly note?: 'required' | 'optional' | 'none'
  /** Proof that must be on the item; with `valid`, proof that a supervisor has found valid. */
  readonly proof?: { readonly atLeast: number; readonly valid?: boolean }
  /** The account that took this earlier action may not take this one (谁申请、谁不得审核). */
  readonly notBySamePersonAs?: NoInfer<A>
  readonly clock?: ClockEffect<NoInfer<C>, NoInfer<K>>
  readonly notifies?: OneOrMore<'owner' | 'co' | 'supervisor' | 'leader'>
  /** Counts as a report of the lead unit: ends silence. */
  readonly reports?: boolean
  /** The main thing to do in its stage: drawn as the one primary button. */
  readonly primary?: boolean
  /** False: cannot be taken back for ten minutes; the form then asks once. */
  readonly undo?: boolean
  /** Turns an overdue matter red text, not red fill. */
  readonly destructive?: boolean
}

export type Limit<K extends string = string> =
  | Duration
  | readonly { readonly when?: Condition<K>; readonly is: Duration }[]
  | { readonly until: K }

/** One step of a clock's ladder. It fires once for each run of the clock. */
export interface Rung {
  readonly id: string
  /** Working days before (negative) or after (positive) the due day; 0 is the due day itself. */
  readonly workingDays: number
  readonly does: 'remind' | 'escalate'
  readonly to: OneOrMore<'owner' | 'supervisor' | 'leader'>
}

export interface Clock<K extends string = string, A extends string = string> {
  readonly label: Text
  /** The digit on the ladder: 1, 3, 7 or 月. */
  readonly mark?: OneOrMore<{ readonly when?: Condition<NoInfer<K>>; readonly is: Text }>
  /** A start while the clock runs changes nothing; after a stop it begins a new run. */
  readonly starts: OneOrMore<'create' | NoInfer<A>>
  readonly stops: OneOrMore<NoInfer<A>>
  /** A stopped clock runs on (退回补正): same run; the time between, in others' hands, counts as a pause. */
  readonly continues?: OneOrMore<NoInfer<A>>
  /** The clock starts anew each time it is stopped (月报). */
  readonly repeats?: boolean
  readonly limit: Limit<NoInfer<K>>
  readonly rungs?: readonly Rung[]
}

/** Which items a metric counts. All given parts must hold. */
export interface Where<K extends string = string, S extends string = string, C extends string = string> {
  readonly stage?: readonly S[]
  readonly standing?: readonly Standing[]
  /** The clock runs and its due moment has passed. */
  readonly late?: C
  /** The clock was stopped, in time or not. */
  readonly met?: { readonly clock: C; readonly inTime?: boolean }
  /** The due moment of the clock lies behind, whether stopped or not (应办). */
  readonly dueSoFar?: C
  readonly values?: Condition<K>
}

export interface Metric<K extends string = string, S extends string = string, C extends string = string> {
  readonly label: Text
  /** 口径: what is counted over what, in words. */
  readonly formula: Text
  readonly of: Where<NoInfer<K>, NoInfer<S>, NoInfer<C>>
  /** With a denominator the metric is a percentage; without one, a count. */
  readonly per?: Where<NoInfer<K>, NoInfer<S>, NoInfer<C>>
  /** Sums a number or money field instead of counting; below the line too, unless `perSum` names another. */
  readonly sum?: NoInfer<K>
  readonly perSum?: NoInfer<K>
  readonly unit?: Text
  readonly target?: { readonly atLeast: number } | { readonly atMost: number }
}

/** Rules for lights; city parameters with their source. */
export interface LightRules {
  /** Amber this many working days before the due day. */
  readonly warnWorkingDays: number
  /** Late and then done stays amber △ and never turns green again. */
  readonly afterCatchUp: 'back' | 'ok'
  /** Natural days without a report of the lead unit. Null: silence is not marked. */
  readonly silentAfterDays: number | null
  readonly source: string
}

/** Which fields hold the three statuses of a counted task: never averaged. */
export interface Progress<K extends string = string> {
  readonly target: K
  readonly reported: K
  /** Planned totals at the end of each quarter. */
  readonly plan: readonly [K, K, K, K]
  /** Field that names the unit; without it the unit of the target field. */
  readonly unit?: K
}

export interface Ledger<
  F extends Fields = Fields,
  S extends string = string,
  A extends string = string,
  C extends string = string,
  Id extends string = string,
> {
  readonly id: Id
  readonly label: Text
  /** Short name for chips and numbers: 督, 重, 专, 项. */
  readonly code: Text
  readonly archetype: Archetype
  /** Two or three sentences for the clerk: what it is for, who does what. */
  readonly about: Text
  readonly version: number
  /** Row of the table of mechanisms, lines of the report, documents the rules come from. Never a quotation. */
  readonly source: {
    readonly rows: readonly number[]
    readonly lines: readonly number[]
    readonly rules: readonly string[]
  }
  readonly fields: F
  readonly stages: { readonly [K in S]: Stage }
  readonly initial: NoInfer<S>
  readonly create: { readonly by: OneOrMore<Role>; readonly asks: readonly (keyof NoInfer<F> & string)[] }
  readonly actions: { readonly [K in A]: Action<keyof F & string, S, A, C> }
  readonly clocks: { readonly [K in C]: Clock<keyof NoInfer<F> & string, NoInfer<A>> }
  readonly lights: LightRules
  readonly metrics: Readonly<Record<string, Metric<keyof NoInfer<F> & string, NoInfer<S>, NoInfer<C>>>>
  readonly progress?: Progress<keyof NoInfer<F> & string>
  readonly publicView: {
    readonly fields: readonly (keyof NoInfer<F> & string)[]
    readonly stages: readonly NoInfer<S>[]
  } | null
}

// A ledger is contravariant in its field keys, so "any ledger" is the widest one with plain string keys.
export type AnyLedger = Ledger

export function many<T>(x: OneOrMore<T> | undefined): readonly T[] {
  if (x === undefined) return []
  return Array.isArray(x) ? (x as readonly T[]) : [x as T]
}

/** The entry of a definition's table under an id that may not exist; never an inherited property. */
export function entryFor<T>(table: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined
}
