import type { Values } from '../../engine/condition.ts'
import type { Evidence } from '../../engine/item.ts'
import type { Text } from '../../text.ts'
import type { PostRef, UnitRef } from './common.ts'

export type LightKind = 'ok' | 'warn' | 'late' | 'back' | 'done' | 'wait' | 'pause'

export interface RungView {
  readonly clock: string
  readonly mark: Text
  readonly label: Text
  readonly state: 'met' | 'met_late' | 'next' | 'today' | 'overdue' | 'paused' | 'todo'
  readonly dueAt: string | null
  readonly stoppedAt: string | null
}

/** One of the three statuses. Never averaged with the others. */
export interface StatusView {
  readonly light: LightKind | 'mute'
  readonly value: number | null
  readonly of: number | null
  readonly unit: string | null
  /** '市住建局 9月13日报，比上次 +2' */
  readonly note: Text
}

export interface TripleView {
  readonly reported: StatusView
  readonly evidenced: StatusView
  readonly schedule: StatusView
}

export interface ItemRow {
  readonly id: string
  readonly ledger: string
  readonly number: string
  readonly title: string
  readonly stage: string
  readonly stageLabel: Text
  readonly light: LightKind
  readonly silent: boolean
  readonly leadUnit: UnitRef
  readonly coUnits: readonly UnitRef[]
  readonly leader: PostRef | null
  readonly region: string | null
  readonly section: string | null
  readonly openedAt: string
  readonly closedAt: string | null
  readonly dueAt: string | null
  readonly dueClock: { readonly id: string; readonly label: Text } | null
  readonly rungs: readonly RungView[]
  readonly triple: {
    readonly reported: LightKind | 'mute'
    readonly evidenced: LightKind | 'mute'
    readonly schedule: LightKind | 'mute'
  }
  readonly evidenceCount: number
  readonly lastReportAt: string | null
  readonly lastEntryAt: string
  readonly version: number
  readonly values: Values
}

export interface WhyView {
  /** The rule and its version: '“13710”督办台账 第 1 版 · 朔政办发〔2017〕85号'. */
  readonly rule: Text
  readonly steps: readonly { readonly text: Text; readonly rule: Text }[]
  readonly days: readonly {
    readonly day: string
    readonly role: string
    readonly mark: 'off' | 'work' | null
    readonly n: number | null
  }[]
}

export interface ClockView {
  readonly id: string
  readonly label: Text
  readonly mark: Text | null
  readonly state: RungView['state']
  readonly startedAt: string | null
  readonly dueAt: string | null
  readonly stoppedAt: string | null
  readonly provisional: number | null
  readonly extensions: number
  readonly why: WhyView | null
}

export interface ActionView {
  readonly id: string
  readonly label: Text
  readonly primary: boolean
  readonly open: boolean
  /** All reasons at once, with the way out. */
  readonly refusals: readonly { readonly code: string; readonly field: string | null; readonly message: Text }[]
  /** Field ids of the form, in order; labels and kinds come from the definition. */
  readonly asks: readonly string[]
  readonly requires: readonly string[]
  readonly note: 'required' | 'optional' | 'none'
  readonly undo: boolean
  readonly destructive: boolean
  readonly builtIn: boolean
}

export interface EntryView {
  readonly id: string
  readonly seq: number
  readonly action: string
  readonly label: Text
  readonly at: string
  readonly post: Text
  readonly unit: Text
  readonly from: string | null
  readonly to: string
  readonly changes: readonly {
    readonly key: string
    readonly label: Text
    readonly from: Text | null
    readonly to: Text | null
  }[]
  readonly note: string | null
  readonly evidence: readonly Evidence[]
  readonly reverts: string | null
  readonly reverted: boolean
  readonly hash: string
}

export interface LinkView {
  readonly id: string
  readonly kind: 'item' | 'commitment' | 'indicator' | 'code'
  readonly target: string
  readonly label: string
  readonly href: string | null
}

/** The sentence of the report an item comes from, in its paragraph. */
export interface OriginView {
  readonly reportId: string
  readonly reportTitle: string
  readonly commitmentId: string
  readonly seq: number
  readonly section: string | null
  readonly topic: string | null
  readonly line: number
  /** White space removed; `mark` is the promise inside `paragraph`. */
  readonly paragraph: string
  readonly mark: { readonly start: number; readonly end: number }
}

export interface ItemView extends ItemRow {
  readonly evidence: readonly Evidence[]
  readonly status: TripleView
  readonly clocks: readonly ClockView[]
  readonly actions: readonly ActionView[]
  /** Newest first; the rest through /api/items/{id}/entries. */
  readonly entries: readonly EntryView[]
  readonly entryCount: number
  readonly links: readonly LinkView[]
  readonly origin: OriginView | null
  readonly roles: readonly string[]
}

/** Body of POST /api/items/{id}/actions/{action}. If-Match carries the version. */
export interface ActionBody {
  readonly values?: Values
  readonly common?: {
    readonly lead_unit?: string
    readonly co_units?: readonly string[]
    readonly leader_post?: string | null
  }
  readonly note?: string | null
  readonly evidence?: readonly NewEvidence[]
  /** Evidence id for `judge`. */
  readonly target?: string
  readonly verdict?: 'valid' | 'doubtful' | 'rejected'
}

export interface NewEvidence {
  readonly sha256: string
  readonly name: string
  readonly kind?: string
  readonly place?: string | null
  readonly takenOn?: string | null
  readonly amount?: number | null
}

/** Body of POST /api/ledgers/{ledger}/items. */
export interface NewItemBody {
  readonly title: string
  readonly lead_unit: string
  readonly co_units?: readonly string[]
  readonly leader_post?: string | null
  readonly region?: string | null
  readonly values: Values
}

/** Body of POST /api/items/bulk; the answer has one row per item. */
export interface BulkBody {
  readonly action: string
  readonly items: readonly { readonly id: string; readonly version: number }[]
  readonly note?: string | null
}
export interface BulkResult {
  readonly results: readonly { readonly id: string; readonly ok: boolean; readonly reasons: readonly Text[] }[]
}

export interface FileView {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/**
 * Query of GET /api/items and GET /api/ledgers/{ledger}/items. Repeated values mean "one of".
 * `f.<field>=` filters by a field of the ledger; `metric=<id>&part=of|per` gives the items a metric counts.
 */
export interface ItemQuery {
  readonly ledger?: readonly string[]
  readonly stage?: readonly string[]
  readonly standing?: readonly string[]
  readonly light?: readonly LightKind[]
  readonly silent?: boolean
  readonly unit?: readonly string[]
  readonly role?: 'lead' | 'co'
  readonly section?: readonly string[]
  readonly region?: readonly string[]
  readonly leader?: readonly string[]
  readonly due?: 'past' | 'today' | 'week'
  /** 'YYYY-MM': items one of whose clocks falls due in that month. With `met` as in the cockpit's bars; `met` alone means this year. */
  readonly month?: string
  readonly met?: 'in_time' | 'late' | 'overdue' | 'running'
  readonly openedFrom?: string
  readonly openedTo?: string
  readonly q?: string
  readonly sort?: 'gravity' | 'due' | 'number' | 'title' | 'opened' | 'recent' | 'unit'
  readonly dir?: 'asc' | 'desc'
  readonly after?: string
  readonly limit?: number
}
