import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLocation, useSearch } from 'wouter'
import type { DayView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { type KeyBinding, useKeys } from '../../parts/keys.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { usePage } from '../../shell/page.tsx'
import { DayHead } from './day-head.tsx'
import { DoneToday } from './done-today.tsx'
import { Notices } from './notices.tsx'
import { PrintedNotices } from './printed-notices.tsx'
import { Queue } from './queue.tsx'
import { afterPlace, findPlace, GROUP_IDS, groups, hrefOf, type Place, queueOf, rowsOf } from './queue-list.ts'
import { Review } from './review.tsx'
import './day.css'
import './day-sizes.css'

/** The supervision office's day: what waits for it, one matter at a time, and the notices it sends. */
export function SupervisionDay() {
  const say = useT()
  usePage([{ label: t('督办日程', 'Supervision day') }])
  const query = useQuery({ queryKey: ['day'], queryFn: ({ signal }) => get<DayView>('/day', signal) })
  if (query.isPending) return <Skeleton label={say(t('督办日程', 'Supervision day'))} />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Day day={query.data} />
}

/** What is on paper: the list of the day, or the notices. */
type Printing = 'list' | 'notices' | null

function Day({ day }: { day: DayView }) {
  const [, navigate] = useLocation()
  const search = new URLSearchParams(useSearch())
  const queue = useMemo(() => queueOf(day), [day])
  const chosen = findPlace(queue, search.get('item'), search.get('group'))
  // Wide screens always show a matter; on a phone the list stands alone until one is chosen.
  const place = chosen ?? queue[0] ?? null
  const [printing, print] = usePrinting()
  useDayKeys(day, queue, place)
  const leave = () => {
    const next = place && afterPlace(queue, place)
    navigate(next ? hrefOf(next) : '/day')
  }
  return (
    <div className={`s-day${chosen ? ' chosen' : ''}`} data-printing={printing ?? undefined}>
      <DayHead day={day} waiting={queue.length + day.dueTodayTotal} onPrint={() => print('list')} />
      <div className="d6">
        <Queue day={day} place={place} />
        {place ? <Review key={`${place.group}${place.row.id}`} place={place} onDone={leave} /> : <NothingWaits />}
        <div className="r6">
          <Notices notices={day.notices} item={place?.row.id ?? null} onPrint={() => print('notices')} />
          <DoneToday done={day.doneToday} />
        </div>
      </div>
      {printing === 'notices' && <PrintedNotices notices={day.notices} />}
    </div>
  )
}

/** Puts what is asked for on the page, prints it, and takes it off again. */
function usePrinting() {
  const [printing, setPrinting] = useState<Printing>(null)
  const print = (what: Printing) => {
    flushSync(() => setPrinting(what))
    window.print()
    setPrinting(null)
  }
  return [printing, print] as const
}

/** 1–4 go to a group, 5 to what is due today, J and K along the queue. */
function useDayKeys(day: DayView, queue: readonly Place[], place: Place | null): void {
  const [, navigate] = useLocation()
  const bindings = useMemo(() => {
    const step = (by: 1 | -1) => {
      const at = queue.findIndex((one) => one === place)
      const next = queue[Math.min(queue.length - 1, Math.max(0, at + by))]
      if (next) navigate(hrefOf(next))
    }
    const jumps: KeyBinding[] = GROUP_IDS.map((group) => ({
      keys: groups[group].key,
      label: groups[group].title,
      run: () => {
        const [row] = rowsOf(day, group)
        if (row) navigate(hrefOf({ group, row }))
      },
    }))
    return [
      ...jumps,
      { keys: '5', label: t('今天到期', 'Due today'), run: () => navigate('/ledgers/all?due=today') },
      { keys: 'j', label: t('下一件', 'Next'), run: () => step(1) },
      { keys: 'k', label: t('上一件', 'Previous'), run: () => step(-1) },
    ]
  }, [day, queue, place, navigate])
  useKeys(t('督办日程', 'Supervision day'), bindings)
}

function NothingWaits() {
  const say = useT()
  return (
    <section className="panel m6">
      <EmptyState title={say(t('没有等督查室办的', 'Nothing waits for the office'))}>
        {say(
          t(
            '单位申请销号、延期或提出异议，时限逾期或静默，都会出现在左边。',
            'Requests to close or extend, disputes, and overdue or silent matters appear on the left.',
          ),
        )}
      </EmptyState>
    </section>
  )
}
