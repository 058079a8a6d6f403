import { Link } from 'wouter'
import type { DutyView, MyWorkView } from '../../../api/present/work.ts'
import { t, type Text } from '../../../text.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../parts/icon.tsx'
import { LightShape } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { useSession } from '../../session.ts'

export type WorkTab = 'owed' | 'waiting' | 'done'

type DutyListProps = { work: MyWorkView; tab: WorkTab; duties: readonly DutyView[]; current: string | null }

export function DutyList({ work, tab, duties, current }: DutyListProps) {
  const say = useT()
  const tabs = [
    { id: 'owed', label: say(t('要我办', 'To do')), href: '/my-work', count: work.counts.owed },
    { id: 'waiting', label: say(t('等别人', 'Waiting')), href: '/my-work?tab=waiting', count: work.counts.waiting },
    { id: 'done', label: say(t('已交', 'Done')), href: '/my-work?tab=done', count: work.counts.done },
  ]
  const groups: readonly (readonly [string, Text, readonly DutyView[]])[] =
    tab === 'owed'
      ? [
          ['late', t('逾期', 'Overdue'), work.owed.late],
          ['today', t('今天', 'Today'), work.owed.today],
          ['week', t('本周', 'This week'), work.owed.week],
          ['later', t('以后', 'Later'), work.owed.later],
        ]
      : [
          [
            tab,
            tab === 'waiting' ? t('等审核或答复', 'Awaiting review or an answer') : t('最近交的', 'Lately handed in'),
            duties,
          ],
        ]
  return (
    <section className="panel ml" aria-label={say(t('清单', 'List'))}>
      <Tabs tabs={tabs} current={tab} label={say(t('我的事', 'My work'))} className="pad-x" />
      {duties.length === 0 && <p className="none meta">{say(t('这里是空的', 'Nothing here'))}</p>}
      {groups
        .filter(([, , group]) => group.length > 0)
        .map(([id, title, group]) => (
          <div key={id}>
            <h3 className="gh" id={id}>
              {say(title)} <span className="meta">{group.length}</span>
            </h3>
            <ul>
              {group.map((duty) => (
                <Row key={`${duty.item.id}${duty.clock?.id}`} duty={duty} tab={tab} on={duty.item.id === current} />
              ))}
            </ul>
          </div>
        ))}
      <Load work={work} />
    </section>
  )
}

function Row({ duty, tab, on }: { duty: DutyView; tab: WorkTab; on: boolean }) {
  const say = useT()
  const format = useFormat()
  const { item, clock, dueAt, light } = duty
  const tone = light === 'late' ? 't-late' : light === 'warn' ? 't-warn' : ''
  const right = tab === 'done' ? format.ago(item.lastEntryAt) : dueAt ? format.due(dueAt) : ''
  return (
    <li className={on ? 'on' : ''}>
      <Link href={`/my-work?tab=${tab}&item=${item.id}`} aria-current={on ? 'true' : undefined}>
        <LightShape light={light} />
        <span className="el" title={hanSpaced(item.title)}>
          {hanSpaced(item.title)}
        </span>
        <b className={tone}>{right}</b>
        <span className="go">
          <Icon name="right" size="s" />
        </span>
        <small className="el">
          {item.number} · {duty.remark ?? (clock ? say(clock.label) : say(item.stageLabel))}
        </small>
      </Link>
    </li>
  )
}

/** What was asked of this unit this month, beside the median of all lead units. Shown, never scored. */
function Load({ work }: { work: MyWorkView }) {
  const say = useT()
  const { post } = useSession()
  const { requests, median, parts, month } = work.load
  const listed = parts.map((part) => `${say(part.label)} ${part.count}`).join(say(t('、', ', ')))
  return (
    <div className="load pl">
      <div className="row">
        <h3>{say(t('本月给本单位的要求', 'Asked of this unit this month'))}</h3>
        <span className="sp" />
        <Num
          value={requests}
          label={say(t('本月到期的要求', 'requests due this month'))}
          href={`/ledgers/all?unit=${post.unit.id}&month=${month}`}
          zero="digit"
        />
        <span className="meta">{say(t('件', ''))}</span>
      </div>
      <p className="meta">
        {listed}
        {listed && say(t('。', '. '))}
        {say(t('全市承办单位中位数 {median} 件。', 'Median of all lead units: {median}.'), { median })}
      </p>
    </div>
  )
}
