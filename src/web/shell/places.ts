import type { NavId, SessionView } from '../../api/present/session.ts'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import type { IconName } from '../parts/icon.tsx'

/** An entry of the navigation. `count` is what needs this post there, today and late; the others have none. */
export type Place = Readonly<{
  id: NavId
  label: Text
  href: string
  icon: IconName
  count?: (counts: SessionView['counts']) => number
}>

export type PlaceGroup = Readonly<{ label: Text; places: readonly Place[] }>

export const placeGroups: readonly PlaceGroup[] = [
  {
    label: t('今日', 'Today'),
    places: [
      { id: 'cockpit', label: t('驾驶舱', 'Cockpit'), href: '/', icon: 'gauge' },
      {
        id: 'my_work',
        label: t('我的事', 'My work'),
        href: '/my-work',
        icon: 'inbox',
        count: (counts) => counts.myWork,
      },
      { id: 'day', label: t('督办日程', 'Supervision day'), href: '/day', icon: 'day', count: (counts) => counts.day },
    ],
  },
  {
    label: t('报告', 'Report'),
    places: [{ id: 'reports', label: t('报告台', 'Report desk'), href: '/reports', icon: 'read' }],
  },
  {
    label: t('落实', 'Delivery'),
    places: [
      {
        id: 'ledgers',
        label: t('台账', 'Ledgers'),
        href: '/ledgers',
        icon: 'table',
        count: (counts) => counts.ledgers,
      },
    ],
  },
]

/** Stands alone at the foot of the navigation. */
export const adminPlace: Place = { id: 'admin', label: t('管理', 'Administration'), href: '/admin', icon: 'gear' }

/** The groups with what the post may open; empty groups fall away. */
export function openGroups(nav: readonly NavId[]): PlaceGroup[] {
  return placeGroups
    .map((group) => ({ ...group, places: group.places.filter((place) => nav.includes(place.id)) }))
    .filter((group) => group.places.length > 0)
}

/** Every place the post may open, administration last. */
export function openPlaces(nav: readonly NavId[]): Place[] {
  const places = openGroups(nav).flatMap((group) => group.places)
  return nav.includes('admin') ? [...places, adminPlace] : places
}

/** The place an address belongs to; an item belongs to the ledgers. */
export function placeOf(path: string): NavId | null {
  if (path === '/') return 'cockpit'
  if (path.startsWith('/items/')) return 'ledgers'
  return (
    [...placeGroups.flatMap((group) => group.places), adminPlace].find(
      (place) => place.href !== '/' && path.startsWith(place.href),
    )?.id ?? null
  )
}
