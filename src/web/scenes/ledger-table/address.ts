import type { ItemQuery } from '../../../api/present/item.ts'

/** A tab is a filter with a name; each sets address parameters of GET /api/items. */
export type TabId = 'open' | 'today' | 'late' | 'week' | 'silent' | 'extended' | 'review' | 'all'
export type View = 'table' | 'board'
export type Sort = NonNullable<ItemQuery['sort']>
export type Dir = 'asc' | 'desc'

const LIVE = ['wait', 'open', 'review', 'paused'].map((standing) => ['standing', standing] as const)

const PRESETS: Readonly<Record<TabId, readonly (readonly [string, string])[]>> = {
  open: LIVE,
  today: [['due', 'today']],
  late: [['light', 'late']],
  week: [['due', 'week']],
  silent: [['silent', '1']],
  extended: [['f.extended', 'true'], ...LIVE],
  review: [['standing', 'review']],
  all: [],
}

/** What the address says to this page alone; the rest goes to the API as it stands. */
const OWN = ['tab', 'view', 'after', 'limit']
const ORDER = ['sort', 'dir']

export function readTab(params: URLSearchParams): TabId {
  const tab = params.get('tab')
  return tab !== null && Object.hasOwn(PRESETS, tab) ? (tab as TabId) : 'all'
}

/** The query of the items shown: the filters of the address with those of its tab. */
export function itemQuery(params: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams([...params].filter(([key, value]) => !OWN.includes(key) && value !== ''))
  const preset = PRESETS[readTab(params)]
  for (const [key] of preset) query.delete(key)
  for (const [key, value] of preset) query.append(key, value)
  query.sort()
  return query
}

/** The address under another tab: filters stay, but for those that the tab sets itself. */
export function withTab(params: URLSearchParams, tab: TabId): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [key] of PRESETS[tab]) next.delete(key)
  if (tab === 'all') next.delete('tab')
  else next.set('tab', tab)
  return next
}

/** The address with a filter set to these values. A tab that sets the same filter is left: both could not hold. */
export function withValues(params: URLSearchParams, key: string, values: readonly string[]): URLSearchParams {
  const next = new URLSearchParams(params)
  if (PRESETS[readTab(params)].some(([preset]) => preset === key)) next.delete('tab')
  next.delete(key)
  for (const value of values) if (value !== '') next.append(key, value)
  return next
}

/** A press on a column's head: first its own direction, then the other, then the usual order again. */
export function withSort(params: URLSearchParams, sort: Sort, first: Dir = 'asc'): URLSearchParams {
  const next = new URLSearchParams(params)
  const dir = params.get('sort') === sort ? readDir(params) : null
  if (dir === null) next.set('sort', sort)
  if (dir === null) next.set('dir', first)
  else if (dir === first) next.set('dir', first === 'asc' ? 'desc' : 'asc')
  else for (const key of ORDER) next.delete(key)
  return next
}

export function readDir(params: URLSearchParams): Dir {
  return params.get('dir') === 'desc' ? 'desc' : 'asc'
}

export function withView(params: URLSearchParams, view: View): URLSearchParams {
  const next = new URLSearchParams(params)
  if (view === 'table') next.delete('view')
  else next.set('view', view)
  return next
}

export function readView(params: URLSearchParams): View {
  return params.get('view') === 'board' ? 'board' : 'table'
}

/** Is anything set beside tab, view and order? */
export function isFiltered(params: URLSearchParams): boolean {
  return [...params.keys()].some((key) => !OWN.includes(key) && !ORDER.includes(key))
}

export function withoutFilters(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([key]) => OWN.includes(key) || ORDER.includes(key)))
}

/** Do two addresses show the same? The order of their parts does not matter. */
export function sameAddress(a: URLSearchParams, b: URLSearchParams): boolean {
  const [left, right] = [new URLSearchParams(a), new URLSearchParams(b)]
  left.sort()
  right.sort()
  return left.toString() === right.toString()
}

/** '/ledgers/x?light=late', without a question mark where nothing is set. */
export function addressOf(ledger: string, params: URLSearchParams): string {
  const query = params.toString()
  return `/ledgers/${ledger}${query === '' ? '' : `?${query}`}`
}
