import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useSession } from '../../session.ts'
import type { DayCell, MonthCells } from './year-days.ts'

/** A Monday, to name the days of the week by. */
const WEEK = ['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-06', '2024-01-07']

/** One month: weeks from Monday, days off hatched and marked 休, weekend days worked marked 班. */
export function MonthGrid({ cells: { month, lead, days, working } }: { cells: MonthCells }) {
  const say = useT()
  const format = useFormat()
  return (
    <section className="mo" aria-label={format.month(month)}>
      <h3>
        {format.month(month)}
        <span className="meta">{say(t('{n} 个工作日', '{n} working days'), { n: working })}</span>
      </h3>
      <ol>
        {WEEK.map((day) => (
          <li key={day} className="wd" aria-hidden="true">
            {format.weekday(day, true).slice(0, 2)}
          </li>
        ))}
        {days.map((cell, at) => (
          <Cell key={cell.day} cell={cell} column={at === 0 ? lead + 1 : undefined} />
        ))}
      </ol>
    </section>
  )
}

const classes = { off: 'of', work: 'wk', weekend: 'we' } as const

function Cell({ cell: { day, mark, name }, column }: { cell: DayCell; column: number | undefined }) {
  const say = useT()
  const format = useFormat()
  const { today } = useSession()
  const word = mark === 'off' ? t('休', 'off') : mark === 'work' ? t('班', 'on') : null
  const full = [format.day(day, true), name && say(name), !name && word && say(word)].filter(Boolean).join(' ')
  return (
    <li
      className={[mark ? classes[mark] : '', day === today ? 'td' : ''].filter(Boolean).join(' ')}
      style={column ? { gridColumnStart: column } : undefined}
      title={full}
    >
      <time dateTime={day} aria-label={full}>
        {Number(day.slice(8))}
      </time>
      {word && <u aria-hidden="true">{say(word)}</u>}
    </li>
  )
}
