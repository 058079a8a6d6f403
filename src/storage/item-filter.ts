import type { Where } from '../engine/ledger.ts'
import type { Light } from '../engine/lights.ts'

/** Which items a list shows. All given parts must hold; several values in one part mean “one of”. */
export interface ItemFilter {
  readonly ids?: readonly string[]
  readonly ledger?: readonly string[]
  readonly stage?: readonly string[]
  readonly standing?: readonly string[]
  readonly light?: readonly Light[]
  readonly silent?: boolean
  readonly unit?: readonly string[]
  /** How `unit` takes part; either way without it. */
  readonly role?: 'lead' | 'co'
  /** '' for items without a section. */
  readonly section?: readonly string[]
  readonly region?: readonly string[]
  readonly leader?: readonly string[]
  /** By the next due moment of live items: behind us, today, or this week (Monday to Sunday, today and later). */
  readonly due?: 'past' | 'today' | 'week'
  /** 'YYYY-MM': one of the item's clocks falls due in that month. */
  readonly month?: string
  /** How that clock was met; without `month`, a clock that falls due this year. */
  readonly met?: 'in_time' | 'late' | 'overdue' | 'running'
  /** Days, both counted. */
  readonly openedFrom?: string
  readonly openedTo?: string
  /** Words in title or number. */
  readonly q?: string
  /** Fields of the ledger, compared as text. */
  readonly fields?: Readonly<Record<string, readonly string[]>>
  /** What a metric counts; the items of one ledger. */
  readonly where?: { readonly ledger: string; readonly is: Where }
}

export type ItemSort = 'gravity' | 'due' | 'number' | 'title' | 'opened' | 'recent' | 'unit'

export interface ItemPage {
  readonly sort?: ItemSort
  readonly dir?: 'asc' | 'desc'
  /** `next` of the page before. */
  readonly after?: string
  readonly limit?: number
}
