import type { Day } from '../../calendar/day.ts'
import type { Moment } from '../../calendar/moment.ts'
import type { Lang, Text } from '../../text.ts'

/** How far the year has gone: share of its days (0 to 1), and which working day of how many today is. */
export type YearView = Readonly<{ share: number; workingDay: number; workingDays: number }>

/** An entry of the main navigation the post may open. */
export type NavId = 'cockpit' | 'my_work' | 'day' | 'reports' | 'ledgers' | 'admin'

/** Kept per account: large type, language, single-letter keys. */
export type Preferences = Readonly<{ large: boolean; lang: Lang; keys: boolean }>

/** Who is signed in, in which post, and what the frame of every page shows. GET and POST /api/session. */
export type SessionView = Readonly<{
  account: Readonly<{ id: string; login: string; name: Text }>
  post: Readonly<{ id: string; title: Text; unit: Readonly<{ id: string; name: Text; short: Text }> }>
  roles: readonly string[]
  city: Readonly<{ id: string; name: Text; sample: boolean }>
  /** Sent back as X-CSRF-Token with every write. */
  csrf: string
  /** The moment the pages are read at. */
  asOf: Moment
  today: Day
  year: YearView
  /** What needs this post: today and late. */
  counts: Readonly<{ myWork: number; day: number; ledgers: number; reminders: number }>
  nav: readonly NavId[]
  preferences: Preferences
}>

/** What anybody may know of the city before signing in. GET /api/city. */
export type CityView = Readonly<{
  id: string
  name: Text
  sample: boolean
  today: Day
  year: YearView
  /** Filled only while sample data is loaded. */
  accounts: readonly SampleAccount[]
}>

export type SampleAccount = Readonly<{ login: string; password: string; title: Text }>

/** GET /api/notifications. */
export type NotificationList = Readonly<{ items: readonly NotificationView[]; unread: number }>

export type NotificationView = Readonly<{ id: string; at: Moment; text: Text; href: string; read: boolean }>

/** One answer of GET /api/search. `light` is given for items. */
export type SearchHit = Readonly<{
  kind: 'item' | 'report' | 'unit' | 'ledger'
  id: string
  title: Text | string
  sub: Text | string
  href: string
  light?: string
}>
