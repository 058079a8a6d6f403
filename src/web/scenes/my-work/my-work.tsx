import { useQuery } from '@tanstack/react-query'
import { useLocation, useSearch } from 'wouter'
import type { DutyView, MyWorkView } from '../../../api/present/work.ts'
import { t, type Text } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useKeys } from '../../parts/keys.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { usePage } from '../../shell/page.tsx'
import { DutyList, type WorkTab } from './duty-list.tsx'
import { DutyPanel } from './duty-panel.tsx'
import { Tiles } from './tiles.tsx'
import './my-work.css'
import './my-work-sizes.css'

const HERE = t('我的事', 'My work')

/** What this post owes, by due date, and beside it the one form that settles it. */
export function MyWork() {
  const say = useT()
  const query = useQuery({ queryKey: ['my-work'], queryFn: ({ signal }) => get<MyWorkView>('/my-work', signal) })
  if (query.isPending) return <Skeleton label={say(HERE)} />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Work work={query.data} />
}

function Work({ work }: { work: MyWorkView }) {
  const say = useT()
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const tab = tabOf(search.get('tab'))
  const duties = dutiesOf(work, tab)
  const asked = search.get('item')
  const chosen = duties.find((duty) => duty.item.id === asked) ?? null
  // Wide screens always show a form; on a phone the list stands alone until one is chosen.
  const shown = chosen ?? duties[0] ?? null
  const step = (by: 1 | -1) => {
    const at = shown ? duties.indexOf(shown) : -1
    const next = duties[Math.min(duties.length - 1, Math.max(0, at + by))]
    if (next) navigate(`/my-work?tab=${tab}&item=${next.item.id}`)
  }
  // A chosen duty is a step further: on phones the bar then leads back to the list.
  usePage(chosen ? [{ label: HERE, href: `/my-work?tab=${tab}` }, { label: dutyWords(chosen) }] : [{ label: HERE }])
  useKeys(HERE, [
    { keys: 'j', label: t('下一条', 'Next'), run: () => step(1) },
    { keys: 'k', label: t('上一条', 'Previous'), run: () => step(-1) },
  ])
  return (
    <div className={`s-my-work${chosen ? ' chosen' : ''}`}>
      <Tiles work={work} tab={tab} />
      <div className="w5">
        <DutyList work={work} tab={tab} duties={duties} current={shown?.item.id ?? null} />
        {shown ? (
          <DutyPanel key={shown.item.id} duty={shown} />
        ) : (
          <section className="panel fm5">
            <EmptyState title={say(t('没有要办的', 'Nothing to do'))}>
              {say(
                t(
                  '有新交办或临近到期时，会出现在左边。',
                  'New matters and approaching limits will appear on the left.',
                ),
              )}
            </EmptyState>
          </section>
        )}
      </div>
    </div>
  )
}

const dutyWords = ({ clock, item }: DutyView): Text => clock?.label ?? item.stageLabel

function tabOf(text: string | null): WorkTab {
  return text === 'waiting' || text === 'done' ? text : 'owed'
}

function dutiesOf(work: MyWorkView, tab: WorkTab): readonly DutyView[] {
  if (tab === 'waiting') return work.waiting
  if (tab === 'done') return work.done
  return [...work.owed.late, ...work.owed.today, ...work.owed.week, ...work.owed.later]
}
