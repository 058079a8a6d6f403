import type { DayView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Num } from '../../parts/num.tsx'
import { clockTime } from './queue-list.ts'

const LATER_TODAY = '/ledgers/all?due=today'

/** How many limits end at which hour of today, beside the present time. */
export function DueToday({ day }: { day: DayView }) {
  const say = useT()
  const format = useFormat()
  const title = say(t('今天到期', 'Due today'))
  return (
    <div className="due">
      <h3 className="gh">
        {title} <Num value={day.dueTodayTotal} label={title} href={LATER_TODAY} zero="digit" />
        <span className="sp" />
        <kbd aria-hidden="true">5</kbd>
      </h3>
      <div className="hrs">
        <span>
          <b>{format.time(day.asOf)}</b>
          {say(t('现在', 'now'))}
        </span>
        {day.dueToday.map(({ at, count }) => (
          <span key={at}>
            <b>
              <Num value={count} label={`${title} ${clockTime(at)}`} href={LATER_TODAY} />
            </b>
            {clockTime(at)}
          </span>
        ))}
        <em>
          {say(t('已收到', 'received'))}{' '}
          <Num
            value={day.receivedToday}
            label={say(t('今天收到的报告', 'Reports received today'))}
            href="/ledgers/all?sort=recent"
            zero="digit"
          />
        </em>
      </div>
    </div>
  )
}
