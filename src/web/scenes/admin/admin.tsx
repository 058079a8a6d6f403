import { useSearch } from 'wouter'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { usePage } from '../../shell/page.tsx'
import { AccountsTab } from './accounts-tab.tsx'
import { CalendarTab } from './calendar-tab.tsx'
import { SystemTab } from './system-tab.tsx'
import { UnitsTab } from './units-tab.tsx'
import './admin.css'

const tabs = {
  units: { label: t('单位和岗位', 'Units and posts'), Page: UnitsTab },
  calendar: { label: t('日历', 'Calendar'), Page: CalendarTab },
  accounts: { label: t('账号', 'Accounts'), Page: AccountsTab },
  system: { label: t('系统', 'System'), Page: SystemTab },
} as const satisfies Readonly<Record<string, { label: Text; Page: () => React.ReactNode }>>

type TabId = keyof typeof tabs
const ids = Object.keys(tabs) as TabId[]

/** What the administrator runs: who there is, which days are worked, who may sign in, and the system itself. */
export function Admin() {
  const say = useT()
  const asked = new URLSearchParams(useSearch()).get('tab')
  const current = ids.find((id) => id === asked) ?? 'units'
  const { label, Page } = tabs[current]
  usePage([{ label: t('管理', 'Administration'), href: '/admin' }, { label }])
  return (
    <div className="s-admin">
      <PageHead title={say(t('管理', 'Administration'))} />
      <Tabs
        tabs={ids.map((id) => ({ id, label: say(tabs[id].label), href: `/admin?tab=${id}` }))}
        current={current}
        label={say(t('管理', 'Administration'))}
      />
      <Page />
    </div>
  )
}
