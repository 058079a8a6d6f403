import { useQuery } from '@tanstack/react-query'
import { useSearch } from 'wouter'
import type { CalendarView } from '../../../api/present/admin.ts'
import { daysBetween } from '../../../calendar/day.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { Segments } from '../../parts/tabs.tsx'
import { useSession } from '../../session.ts'
import { MonthGrid } from './month-grid.tsx'
import { type CalendarYear, monthsOf } from './year-days.ts'

/** 日历: the working days every limit is counted in, year by year, with the notice each year rests on. */
export function CalendarTab() {
  const query = useQuery({ queryKey: ['calendar'], queryFn: ({ signal }) => get<CalendarView>('/calendar', signal) })
  if (query.isPending) return <Skeleton />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Years calendar={query.data} />
}

function Years({ calendar: { years, alarm } }: { calendar: CalendarView }) {
  const say = useT()
  const { today } = useSession()
  const asked = new URLSearchParams(useSearch()).get('year') ?? today.slice(0, 4)
  const chosen = years.find(({ year }) => String(year) === asked) ?? years.at(-1)
  return (
    <>
      {alarm && (
        <p className="offline" role="status">
          <Icon name="alert" size="s" />
          {say(alarm)}
        </p>
      )}
      {chosen ? (
        <>
          <div className="row abar">
            <Segments
              tabs={years.map(({ year }) => ({
                id: String(year),
                label: year,
                href: `/admin?tab=calendar&year=${year}`,
              }))}
              current={String(chosen.year)}
              label={say(t('年份', 'Year'))}
            />
            <span className="meta">{chosen.notice}</span>
          </div>
          <Year year={chosen} />
        </>
      ) : (
        <section className="panel">
          <EmptyState icon="day" title={say(t('还没有载入放假通知', 'No holiday notice is loaded'))}>
            {say(
              t(
                '没有通知时只认周末，时限都是暂定的。',
                'Without a notice only weekends are known, and every limit is provisional.',
              ),
            )}
          </EmptyState>
        </section>
      )}
    </>
  )
}

function Year({ year }: { year: CalendarYear }) {
  const say = useT()
  return (
    <div className="yr">
      <section className="panel mos" aria-label={String(year.year)}>
        {monthsOf(year).map((month) => (
          <MonthGrid key={month.month} cells={month} />
        ))}
      </section>
      <div className="yrs">
        <Panel
          title={say(t('{year} 年', '{year}'), { year: year.year })}
          meta={say(t('工作日 {n} 天', '{n} working days'), { n: year.workingDays })}
        >
          <p className="meta pad key">
            <u className="of">{say(t('休', 'off'))}</u>
            {say(t('放假', 'holiday'))}
            <u className="wk">{say(t('班', 'on'))}</u>
            {say(t('周末上班', 'weekend worked'))}
          </p>
        </Panel>
        <Holidays year={year} />
      </div>
    </div>
  )
}

function Holidays({ year: { off, work } }: { year: CalendarYear }) {
  const say = useT()
  const format = useFormat()
  return (
    <Panel title={say(t('放假和调休', 'Holidays and make-up days'))}>
      <ul className="hol">
        {off.map(({ from, to, name }) => (
          <li key={from}>
            <span>{say(name)}</span>
            <span className="muted">
              {format.day(from)}
              {from !== to && `—${format.day(to)}`}
            </span>
            <b>{say(t('{n} 天', '{n} d'), { n: daysBetween(from, to) + 1 })}</b>
          </li>
        ))}
        {work.map((day) => (
          <li key={day}>
            <span>{say(t('调休上班', 'Make-up day'))}</span>
            <span className="muted">
              {format.day(day)} {format.weekday(day)}
            </span>
            <b />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
