import type { CSSProperties } from 'react'
import type { YearView } from '../../api/present/session.ts'
import type { Day } from '../../calendar/day.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'

/** The share of the year as the CSS value the bar's lower edge is filled to. */
export function yearStyle(share: number): CSSProperties {
  return { '--year': `${(share * 100).toFixed(1)}%` } as CSSProperties
}

/** The year with its months, filled to today. The only ornament. */
export function YearLine({ year, today }: { year: YearView; today: Day }) {
  const say = useT()
  const format = useFormat()
  const words = say(
    t('{year} 年已过 {share}，工作日 {day} / {days}', '{year}: {share} elapsed, working day {day} / {days}'),
    {
      year: today.slice(0, 4),
      share: format.percent(year.share),
      day: year.workingDay,
      days: year.workingDays,
    },
  )
  return (
    <div className="yearline" style={yearStyle(year.share)}>
      <div className="yl12" aria-hidden="true">
        <i />
        <b />
      </div>
      <div className="mm" aria-hidden="true">
        {Array.from({ length: 12 }, (_, at) => (
          <span key={at}>{at + 1}</span>
        ))}
      </div>
      <p className="meta">{words}</p>
    </div>
  )
}
