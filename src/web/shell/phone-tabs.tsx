import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { Button } from '../parts/button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { useSession, useSignOut } from '../session.ts'
import { LangSwitch } from './bar.tsx'
import { openPlaces, placeOf } from './places.ts'
import { postWords } from './post-menu.tsx'

/** In the order of the thumb: what is mine comes first. */
const tabs = ['my_work', 'ledgers', 'cockpit'] as const

/** The bottom tabs of a phone: 我的事 · 台账 · 驾驶舱 · 我. Everything else stands under 我. */
export function PhoneTabs({ onSearch }: { onSearch: () => void }) {
  const say = useT()
  const { nav } = useSession()
  const [path] = useLocation()
  const [open, setOpen] = useState(false)
  const places = openPlaces(nav)
  const shown = tabs.flatMap((id) => places.filter((place) => place.id === id))
  const current = placeOf(path)
  return (
    <>
      <nav className="ptab" aria-label={say(t('主导航', 'Main'))}>
        {shown.map((place) => (
          <Link
            key={place.id}
            href={place.href}
            className={place.id === current ? 'on' : ''}
            aria-current={place.id === current ? 'page' : undefined}
          >
            <Icon name={place.icon} size="l" />
            {say(place.label)}
          </Link>
        ))}
        <button type="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <Icon name="user" size="l" />
          {say(t('我', 'Me'))}
        </button>
      </nav>
      <Dialog open={open} onClose={() => setOpen(false)} title={say(t('我', 'Me'))} shape="sheet">
        <MySheet onGo={() => setOpen(false)} onSearch={onSearch} />
      </Dialog>
    </>
  )
}

function MySheet({ onGo, onSearch }: { onGo: () => void; onSearch: () => void }) {
  const say = useT()
  const session = useSession()
  const signOut = useSignOut()
  const rest = openPlaces(session.nav).filter((place) => !tabs.some((tab) => tab === place.id))
  return (
    <div className="mysheet">
      <p className="muted">{postWords(session, say)}</p>
      <ul className="pl0">
        <li>
          <button
            type="button"
            onClick={() => {
              onGo()
              onSearch()
            }}
          >
            <Icon name="search" />
            <b>{say(t('搜索', 'Search'))}</b>
          </button>
        </li>
        {rest.map((place) => (
          <li key={place.id}>
            <Link href={place.href} onClick={onGo}>
              <Icon name={place.icon} />
              <b>{say(place.label)}</b>
              <Icon name="right" size="s" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="row">
        <LangSwitch />
        <span className="sp" />
        <Button onPress={() => signOut.mutate()}>{say(t('退出', 'Sign out'))}</Button>
      </div>
    </div>
  )
}
