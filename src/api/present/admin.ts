import type { Text } from '../../text.ts'
import type { PostRef } from './common.ts'

/** GET /api/units */
export interface UnitView {
  readonly id: string
  readonly parent: string | null
  readonly name: Text
  readonly short: Text
  readonly kind: string
  readonly region: string | null
  readonly pinyin: string
  readonly duties: readonly string[]
  readonly posts: readonly { readonly id: string; readonly title: Text; readonly roles: readonly string[] }[]
}

/** GET /api/calendar */
export interface CalendarView {
  readonly years: readonly {
    readonly year: number
    readonly notice: string
    readonly off: readonly { readonly from: string; readonly to: string; readonly name: Text }[]
    readonly work: readonly string[]
    readonly workingDays: number
  }[]
  readonly alarm: Text | null
}

/** GET /api/admin/accounts */
export interface AccountView {
  readonly id: string
  readonly login: string
  readonly post: PostRef | null
  readonly since: string | null
  readonly locked: boolean
  readonly disabled: boolean
  readonly lastSeen: string | null
}

/** GET /api/admin/system */
export interface SystemView {
  readonly version: string
  readonly engine: string
  readonly engineAdvice: Text | null
  readonly items: number
  readonly entries: number
  readonly files: number
  readonly startedAt: string
  readonly sample: boolean
}
