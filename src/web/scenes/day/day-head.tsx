import type { DayView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { useSession } from '../../session.ts'

type DayHeadProps = { day: DayView; waiting: number; onPrint: () => void }

/** Which day it is, how much waits and how much is done; both numbers lead to their lists on this page. */
export function DayHead({ day, waiting, onPrint }: DayHeadProps) {
  const say = useT()
  const format = useFormat()
  const { year } = useSession()
  const date = say(t('{day} {weekday}，工作日第 {n} 天', '{weekday} {day}, working day {n}'), {
    day: format.day(day.asOf),
    weekday: format.weekday(day.asOf),
    n: year.workingDay,
  })
  return (
    <PageHead
      title={say(t('督办日程', 'Supervision day'))}
      meta={date}
      actions={
        <>
          <span className="meta">
            {say(t('今天要办', 'To do today:'))} <Jump to="day-queue" count={waiting} /> {say(t('件，已办', '· done:'))}{' '}
            <Jump to="day-done" count={day.doneToday.length} /> {say(t('件', ''))}
          </span>
          <Button small icon="print" onPress={onPrint}>
            {say(t('今日清单', 'Print the list'))}
          </Button>
        </>
      }
    />
  )
}

function Jump({ to, count }: { to: string; count: number }) {
  return count === 0 ? (
    <span className="z">0</span>
  ) : (
    <a className="n" href={`#${to}`}>
      {count}
    </a>
  )
}
