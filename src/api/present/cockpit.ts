import type { Text } from '../../text.ts'
import type { PostRef, UnitRef } from './common.ts'
import type { ItemRow, LightKind } from './item.ts'

/** GET /api/cockpit?scope=city|mine|counties. All counts come from the rollups; every count has an address. */
export interface CockpitView {
  readonly asOf: string
  readonly report: {
    readonly id: string
    readonly title: string
    readonly year: number
    readonly promises: number
    readonly units: number
  } | null
  readonly scope: 'city' | 'mine' | 'counties'
  readonly leader: PostRef | null
  readonly year: {
    readonly share: number
    readonly workingDay: number
    readonly workingDays: number
    readonly inTime: number
    readonly metLate: number
    readonly overdue: number
    readonly notYetDue: number
    readonly months: readonly {
      readonly month: string
      readonly inTime: number
      readonly metLate: number
      readonly overdue: number
      readonly running: number
    }[]
    readonly milestones: readonly { readonly on: string; readonly name: Text; readonly passed: boolean }[]
  }
  readonly indicators: readonly IndicatorView[]
  readonly sections: readonly SectionRow[]
  readonly total: LightCounts
  readonly units: {
    readonly sections: readonly string[]
    readonly rows: readonly UnitRow[]
    readonly others: UnitRow | null
    readonly count: number
  }
  readonly today: { readonly total: number; readonly rows: readonly ItemRow[] }
  readonly late: { readonly total: number; readonly rows: readonly ItemRow[] }
  readonly silent: { readonly total: number; readonly afterDays: number; readonly rows: readonly ItemRow[] }
}

export interface LightCounts extends Readonly<Record<LightKind, number>> {
  readonly all: number
  readonly silent: number
}

export interface SectionRow {
  /** '目', '一' … '八'. */
  readonly id: string
  readonly title: Text
  readonly counts: LightCounts
}

export interface UnitRow {
  readonly unit: UnitRef | null
  readonly bySection: Readonly<Record<string, { readonly items: number; readonly late: number }>>
  readonly items: number
  readonly late: number
  readonly silent: number
  /** Clocks met in time ÷ clocks fallen due, in percent; null where none fell due. */
  readonly onTime: number | null
}

export interface IndicatorView {
  readonly id: string
  readonly name: Text
  readonly unit: string
  readonly value: number | null
  readonly target: Text
  readonly targetValue: number | null
  readonly light: LightKind
  /** '低 0.8 个百分点' */
  readonly gap: Text
  /** '上半年 · 统计' */
  readonly basis: Text
  readonly points: readonly { readonly endsOn: string; readonly value: number }[]
}
