import { Fragment } from 'react'
import { Link, useLocation } from 'wouter'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession } from '../session.ts'
import { adminPlace, openGroups, placeOf } from './places.ts'
import type { Place } from './places.ts'

/** The main navigation: 208 px, or 56 px of signs. Shows what the post may open, and counts of what needs it. */
export function Nav() {
  const say = useT()
  const { city, nav } = useSession()
  const groups = openGroups(nav)
  return (
    <nav className="nav" aria-label={say(t('主导航', 'Main'))}>
      <div className="brand">
        <div className="seal" lang="zh-CN" aria-hidden="true">
          落
        </div>
        <span>{say(t('落实', 'Luoshi'))}</span>
        <small>{say(city.name)}</small>
      </div>
      {groups.map((group, at) => (
        <Fragment key={group.label.en}>
          {at > 0 && <div className="brk" />}
          <h6>{say(group.label)}</h6>
          {group.places.map((place) => (
            <PlaceLink key={place.id} place={place} />
          ))}
        </Fragment>
      ))}
      <div className="sp" />
      {nav.includes('admin') && <PlaceLink place={adminPlace} />}
    </nav>
  )
}

function PlaceLink({ place }: { place: Place }) {
  const say = useT()
  const { counts } = useSession()
  const [path] = useLocation()
  const current = placeOf(path) === place.id
  const count = place.count?.(counts) ?? 0
  const label = say(place.label)
  return (
    <Link
      href={place.href}
      className={`i${current ? ' on' : ''}`}
      aria-current={current ? 'page' : undefined}
      title={count > 0 ? `${label} ${count}` : label}
    >
      <Icon name={place.icon} />
      <span>{label}</span>
      {count > 0 && (
        <em>
          {count}
          <span className="vis-h">{say(t(' 件要办', ' need you'))}</span>
        </em>
      )}
    </Link>
  )
}
