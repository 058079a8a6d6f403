import type { Text } from '../../text.ts'

/** GET /api/ledgers */
export interface LedgerSummary {
  readonly id: string
  readonly label: Text
  readonly code: Text
  readonly about: Text
  readonly total: number
  readonly open: number
  readonly late: number
  readonly dueToday: number
  readonly silent: number
}

export interface MetricView {
  readonly id: string
  readonly label: Text
  /** 口径 */
  readonly formula: Text
  readonly value: number | null
  readonly unit: Text | null
  readonly of: number
  readonly per: number | null
  readonly target: { readonly atLeast?: number; readonly atMost?: number } | null
  /** Address of the items behind it. */
  readonly href: string
}

/** GET /api/ledgers/{ledger}/figures: the line below the title, the counts in the tabs, the ledger's metrics. */
export interface LedgerFigures {
  readonly asOf: string
  readonly total: number
  readonly open: number
  readonly done: number
  readonly late: number
  readonly dueToday: number
  readonly dueWeek: number
  readonly silent: number
  readonly review: number
  readonly paused: number
  readonly byStage: Readonly<Record<string, number>>
  readonly metrics: readonly MetricView[]
}

export interface SavedView {
  readonly id: string
  readonly ledger: string
  readonly name: string
  /** Address parameters without the question mark. */
  readonly query: string
}
