import { Link } from 'wouter'
import type { MyWorkView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useSession } from '../../session.ts'
import type { WorkTab } from './duty-list.tsx'

/** The head of a phone's list: the day, the post, and four counts that lead to their part of the list. */
export function Tiles({ work: { asOf, counts }, tab }: { work: MyWorkView; tab: WorkTab }) {
  const say = useT()
  const format = useFormat()
  const { post } = useSession()
  const tiles = [
    { id: 'today', label: t('今天', 'Today'), count: counts.today, tone: '' },
    { id: 'late', label: t('逾期', 'Overdue'), count: counts.late, tone: 't-late' },
    { id: 'week', label: t('本周', 'This week'), count: counts.week, tone: '' },
    { id: 'waiting', label: t('等别人', 'Waiting'), count: counts.waiting, tone: '' },
  ]
  return (
    <div className="tiles">
      <p className="pd">
        {format.day(asOf)} {format.weekday(asOf)}
        <span className="meta">
          {say(post.unit.short)} · {say(post.title)}
        </span>
      </p>
      <nav className="ps" aria-label={say(t('件数', 'Counts'))}>
        {tiles.map(({ id, label, count, tone }) => {
          const inner = (
            <>
              <b className={count > 0 ? tone : 'z'}>{count}</b>
              <span>{say(label)}</span>
            </>
          )
          if (count === 0) return <div key={id}>{inner}</div>
          // A part of the list on this very page is an anchor; the browser scrolls to it.
          if (tab === 'owed' && id !== 'waiting')
            return (
              <a key={id} href={`#${id}`}>
                {inner}
              </a>
            )
          return (
            <Link key={id} href={id === 'waiting' ? '/my-work?tab=waiting' : '/my-work'}>
              {inner}
            </Link>
          )
        })}
      </nav>
    </div>
  )
}
