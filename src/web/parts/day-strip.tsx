import type { CSSProperties } from 'react'
import { isWeekend } from '../../calendar/day.ts'
import type { Day } from '../../calendar/day.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import type { Say } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'

/** One cell of a count: the calendar's StripDay, or the days of a WhyView. Roles: start, count, off, pause, roll, due, gap. */
export type StripDay = Readonly<{ day: Day; role: string; mark: 'off' | 'work' | null; n?: number | null }>

/** The days a clock counted, as the calendar gives them: one cell each, rest days hatched, longer counts wrapped by the week. */
export function DayStrip({ days }: { days: readonly StripDay[] }) {
  const say = useT()
  const format = useFormat()
  return (
    <ol className="cal" style={{ '--days': days.length <= 10 ? days.length : 7 } as CSSProperties}>
      {days.map((cell) => (
        <li key={`${cell.day}${cell.role}`} className={`dy ${classOf(cell)}`}>
          <small>{cell.role === 'gap' ? '' : format.weekday(cell.day, true)}</small>
          <b>
            <time dateTime={cell.day} aria-label={format.day(cell.day)}>
              {cell.role === 'gap' ? '…' : Number(cell.day.slice(8))}
            </time>
          </b>
          {cell.mark && <u>{cell.mark === 'off' ? say(t('休', 'off')) : say(t('班', 'on'))}</u>}
          <em>{roleWords(cell, say)}</em>
        </li>
      ))}
    </ol>
  )
}

function classOf({ day, role, mark }: StripDay): string {
  if (role === 'due') return 'e'
  if (role === 'start') return 's'
  if (role === 'gap') return 'gap'
  if (mark === 'off' || (mark === null && isWeekend(day))) return 'o'
  return mark === 'work' ? 'w' : ''
}

function roleWords({ role, n }: StripDay, say: Say): string {
  switch (role) {
    case 'start':
      return say(t('起', 'start'))
    case 'count':
      return String(n ?? '')
    case 'pause':
      return say(t('停', 'pause'))
    case 'roll':
      return say(t('顺延', 'roll'))
    case 'due':
      return say(t('到期', 'due'))
    case 'gap':
      return say(t('略 {n} 天', '{n} days'), { n: n ?? 0 })
    default:
      return ''
  }
}
