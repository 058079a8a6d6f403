import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CockpitView } from '../../../api/present/cockpit.ts'
import type { ItemRow } from '../../../api/present/item.ts'
import { dayOf } from '../../../calendar/moment.ts'
import { daysBetween } from '../../../calendar/day.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { LightShape } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { useSession } from '../../session.ts'

/** What needs a look now: due today, late, silent. */
export function Rail({ cockpit }: { cockpit: CockpitView }) {
  const say = useT()
  const { nav } = useSession()
  const today = dayOf(cockpit.asOf)
  return (
    <aside className="panel rail">
      <Group
        title={t('今日到期', 'Due today')}
        total={cockpit.today.total}
        href="/ledgers/all?due=today"
        link={nav.includes('day') ? { href: '/day', label: t('督办日程', 'Supervision day') } : null}
        none={t('今天没有到期的', 'Nothing falls due today')}
      >
        {cockpit.today.rows.map((row) => (
          <Row key={row.id} row={row} kind="today" today={today} />
        ))}
      </Group>
      <Group
        title={t('逾期', 'Overdue')}
        total={cockpit.late.total}
        href="/ledgers/all?light=late"
        link={{ href: '/ledgers/all?light=late', label: t('全部', 'All') }}
        none={t('没有逾期', 'Nothing is overdue')}
      >
        {cockpit.late.rows.map((row) => (
          <Row key={row.id} row={row} kind="late" today={today} />
        ))}
      </Group>
      <Group
        title={t('静默', 'Silent')}
        total={cockpit.silent.total}
        href="/ledgers/all?silent=1"
        link={null}
        meta={say(t('超过 {days} 天无记录', 'no word for over {days} days'), { days: cockpit.silent.afterDays })}
        none={t('没有静默', 'Nothing is silent')}
      >
        {cockpit.silent.rows.map((row) => (
          <Row key={row.id} row={row} kind="silent" today={today} />
        ))}
      </Group>
    </aside>
  )
}

type GroupProps = {
  title: Text
  total: number
  href: string
  link: { href: string; label: Text } | null
  meta?: string
  none: Text
  children: readonly ReactNode[]
}

function Group({ title, total, href, link, meta, none, children }: GroupProps) {
  const say = useT()
  return (
    <section>
      <div className="ph">
        <h2>{say(title)}</h2>
        <Num value={total} label={say(title)} href={href} zero="digit" />
        {meta && <span className="meta">{meta}</span>}
        <span className="sp" />
        {link && (
          <Link className="meta" href={link.href}>
            {say(link.label)}
          </Link>
        )}
      </div>
      {children.length > 0 ? <ul>{children}</ul> : <p className="none meta">{say(none)}</p>}
    </section>
  )
}

function Row({ row, kind, today }: { row: ItemRow; kind: 'today' | 'late' | 'silent'; today: string }) {
  const say = useT()
  const format = useFormat()
  const days = (from: string) => say(t('{days} 天', '{days} d'), { days: daysBetween(dayOf(from), today) })
  const clock = row.dueClock ? say(row.dueClock.label) : ''
  const heard = row.lastReportAt ?? row.openedAt
  const right = {
    today: () => (row.dueAt ? format.time(row.dueAt) : ''),
    late: () => days(row.dueAt ?? heard),
    silent: () => days(heard),
  }
  const sub = {
    today: () => clock,
    late: () => (row.dueAt ? `${clock} ${format.day(row.dueAt)}` : clock),
    silent: () => say(t('上次 {day}', 'last {day}'), { day: format.day(heard) }),
  }
  const tone = { today: 't-warn', late: 't-late', silent: '' }[kind]
  return (
    <li>
      <Link href={`/items/${row.id}`}>
        <LightShape light={kind === 'silent' ? 'mute' : row.light} />
        <span className="el" title={row.title}>
          {row.title}
        </span>
        <b className={tone}>{right[kind]()}</b>
        <small className="el">
          {say(row.leadUnit.short)} · {sub[kind]()}
        </small>
      </Link>
    </li>
  )
}
