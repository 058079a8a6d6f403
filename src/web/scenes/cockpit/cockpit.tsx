import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import type { CockpitView } from '../../../api/present/cockpit.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button, LinkButton } from '../../parts/button.tsx'
import { Num } from '../../parts/num.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { Segments } from '../../parts/tabs.tsx'
import { useSession } from '../../session.ts'
import { usePage } from '../../shell/page.tsx'
import { Indicators } from './indicators.tsx'
import { Rail } from './rail.tsx'
import { SectionTable } from './section-table.tsx'
import { UnitMatrix } from './unit-matrix.tsx'
import { YearPanel } from './year-panel.tsx'
import './cockpit.css'
import './cockpit-sizes.css'

const SCOPES = ['city', 'mine', 'counties'] as const

/** The year on one page. Every count is a link to the items it counts. */
export function Cockpit() {
  const say = useT()
  usePage([{ label: t('驾驶舱', 'Cockpit') }])
  const asked = new URLSearchParams(useSearch()).get('scope')
  const scope = SCOPES.find((known) => known === asked) ?? 'city'
  const query = useQuery({
    queryKey: ['cockpit', scope],
    queryFn: ({ signal }) => get<CockpitView>(`/cockpit?scope=${scope}`, signal),
  })
  if (query.isPending) return <Skeleton label={say(t('驾驶舱', 'Cockpit'))} />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Board cockpit={query.data} />
}

function Board({ cockpit }: { cockpit: CockpitView }) {
  const empty = cockpit.total.all === 0 && cockpit.today.total === 0 && cockpit.late.total === 0
  return (
    <div className="s-cockpit">
      <Head cockpit={cockpit} />
      {empty && cockpit.report === null ? (
        <NoReport />
      ) : (
        <div className="cock">
          <div>
            <YearPanel cockpit={cockpit} />
            <Indicators indicators={cockpit.indicators} />
            <SectionTable cockpit={cockpit} />
            <UnitMatrix cockpit={cockpit} />
          </div>
          <Rail cockpit={cockpit} />
        </div>
      )}
    </div>
  )
}

function Head({ cockpit }: { cockpit: CockpitView }) {
  const say = useT()
  const format = useFormat()
  const { report } = cockpit
  const ledger = '/ledgers/work_report_task'
  return (
    <PageHead
      title={
        report
          ? say(t('{year} 年政府工作报告', 'Work report {year}'), { year: report.year })
          : say(t('驾驶舱', 'Cockpit'))
      }
      meta={
        report && (
          <>
            <Num value={report.promises} label={say(t('项承诺', 'promises'))} href={ledger} />{' '}
            {say(t('项承诺', 'promises'))} ·{' '}
            <Num value={report.units} label={say(t('个牵头单位', 'lead units'))} href={`${ledger}?sort=unit`} />{' '}
            {say(
              t('个牵头单位 · 每个数字都能点开到事项和佐证', 'lead units · every number opens to its items and proof'),
            )}
          </>
        )
      }
      actions={
        <>
          <Scopes scope={cockpit.scope} />
          <Button small icon="print" onPress={() => print()} aria-label={say(t('打印一页', 'Print one page'))}>
            {say(t('打印一页', 'Print'))}
          </Button>
          <span className="vis-h">{say(t('截至 ', 'As of ')) + format.moment(cockpit.asOf)}</span>
        </>
      }
    />
  )
}

function Scopes({ scope }: { scope: CockpitView['scope'] }) {
  const say = useT()
  const { roles } = useSession()
  const tabs = [
    { id: 'city', label: say(t('全市', 'City')), href: '/' },
    { id: 'mine', label: say(t('我分管', 'My line')), href: '/?scope=mine' },
    { id: 'counties', label: say(t('县区', 'Counties')), href: '/?scope=counties' },
  ]
  const shown = roles.includes('leader') ? tabs : tabs.filter((tab) => tab.id !== 'mine')
  return <Segments tabs={shown} current={scope} label={say(t('范围', 'Scope'))} />
}

function NoReport() {
  const say = useT()
  const { nav } = useSession()
  return (
    <EmptyState
      title={say(t('还没有事项', 'No items yet'))}
      action={
        nav.includes('reports') ? (
          <LinkButton look="primary" href="/reports">
            {say(t('交进报告', 'Hand in a report'))}
          </LinkButton>
        ) : undefined
      }
    >
      {say(t('报告审定下达后，这里显示全年进展。', 'Once a report has been reviewed and issued, the year shows here.'))}
    </EmptyState>
  )
}
