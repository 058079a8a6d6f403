import type { Text } from '../../text.ts'
import type { UnitRef } from './common.ts'
import type { ItemRow, LightKind } from './item.ts'

/** One thing a post owes: an item's clock. */
export interface DutyView {
  readonly item: ItemRow
  readonly clock: { readonly id: string; readonly label: Text } | null
  readonly dueAt: string | null
  readonly light: LightKind
  /** The action that settles it, if the post can take it now. */
  readonly action: { readonly id: string; readonly label: Text } | null
  /** Returned or disputed: what somebody said. */
  readonly remark: string | null
}

/** GET /api/my-work */
export interface MyWorkView {
  readonly asOf: string
  readonly owed: {
    readonly late: readonly DutyView[]
    readonly today: readonly DutyView[]
    readonly week: readonly DutyView[]
    readonly later: readonly DutyView[]
  }
  /** Handed in, waiting for somebody else. */
  readonly waiting: readonly DutyView[]
  readonly done: readonly DutyView[]
  readonly counts: {
    readonly owed: number
    readonly late: number
    readonly today: number
    readonly week: number
    readonly waiting: number
    readonly done: number
  }
  /** What was asked of this unit this month, and the median of all lead units: the load is shown, not scored. */
  readonly load: {
    readonly month: string
    readonly requests: number
    readonly median: number
    readonly parts: readonly { readonly label: Text; readonly count: number }[]
  }
}

export interface NoticeView {
  readonly items: readonly {
    readonly id: string
    readonly version: number
    readonly title: string
    readonly reason: Text
  }[]
  readonly unit: UnitRef
  readonly number: string
  readonly body: readonly Text[]
  readonly signed: Text
  readonly date: string
}

/** GET /api/day: the supervision office's day. */
export interface DayView {
  readonly asOf: string
  readonly review: readonly ItemRow[]
  readonly extensions: readonly ItemRow[]
  readonly disputes: readonly ItemRow[]
  readonly press: readonly (ItemRow & { readonly reason: Text })[]
  readonly dueToday: readonly { readonly at: string; readonly count: number }[]
  readonly dueTodayTotal: number
  readonly receivedToday: number
  readonly notices: readonly NoticeView[]
  readonly doneToday: readonly {
    readonly itemId: string
    readonly title: string
    readonly label: Text
    readonly at: string
    readonly canUndo: boolean
    readonly version: number
  }[]
}
