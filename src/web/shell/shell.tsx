import { lazy, Suspense, useCallback, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { useLive, useOnline } from '../live.ts'
import { Icon } from '../parts/icon.tsx'
import { useKeys } from '../parts/keys.tsx'
import { useToast } from '../parts/toast.tsx'
import { yearStyle } from '../parts/year-line.tsx'
import { useSession } from '../session.ts'
import { Bar } from './bar.tsx'
import { Nav } from './nav.tsx'
import { usePageState } from './page.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import { useArrival } from './use-arrival.ts'

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }))
const KeyHelp = lazy(async () => ({ default: (await import('./key-help.tsx')).KeyHelp }))

const everywhere = t('各页都能用', 'On every page')

/** The frame of every page: navigation, bar, the page itself, and what opens over it. */
export function Shell({ children }: { children: ReactNode }) {
  const say = useT()
  const { year } = useSession()
  const { folded } = usePageState()
  const { announce } = useToast()
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null)
  const close = useCallback(() => setOpen(null), [])
  const search = useCallback(() => setOpen('palette'), [])
  const keys = useMemo(
    () => [
      { keys: 'Ctrl+K', label: t('搜索和命令', 'Search and commands'), run: () => setOpen('palette') },
      { keys: '?', label: t('看按键', 'List keys'), run: () => setOpen('keys') },
    ],
    [],
  )
  useKeys(everywhere, keys)
  useArrival()
  useLive(useCallback(() => announce(say(t('页面有更新', 'The page was updated'))), [announce, say]))
  return (
    <div className={`app${folded ? ' mini' : ''}`} style={yearStyle(year.share)}>
      <a className="skiplink" href="#main">
        {say(t('跳到正文', 'Skip to content'))}
      </a>
      <Nav />
      <Bar onSearch={search} onKeys={() => setOpen('keys')} />
      <main className="main" id="main" tabIndex={-1}>
        <OfflineNote />
        {children}
        <PrintFoot />
      </main>
      <PhoneTabs onSearch={search} />
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={close} />}
        {open === 'keys' && <KeyHelp onClose={close} />}
      </Suspense>
    </div>
  )
}

/** Stands above the page while the browser has no connection. */
function OfflineNote() {
  const say = useT()
  if (useOnline()) return null
  return (
    <p className="offline" role="status">
      <Icon name="wifi" size="s" />
      {say(
        t(
          '没连上。已打开的还能看，连上后自动更新。',
          'No connection. What is open can be read; it updates once connected.',
        ),
      )}
    </p>
  )
}

/** On paper only: where this page is found and the moment it shows. */
function PrintFoot() {
  const say = useT()
  const format = useFormat()
  return (
    <p className="printfoot">
      {location.href} · {say(t('截至 {at}', 'As of {at}'), { at: format.moment(format.now, true) })}
    </p>
  )
}
