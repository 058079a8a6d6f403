import type { Moment } from '../../calendar/moment.ts'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'

export type RungState = 'met' | 'met_late' | 'next' | 'today' | 'overdue' | 'paused' | 'todo'

/** One step of a clock's ladder: its mark (1, 3, 7, 月, 0), how it stands, its name, and when it is due. A RungView is one. */
export type Rung = Readonly<{ mark: Text | string; state: RungState; label: Text; dueAt?: Moment | null }>

const stateWords: Readonly<Record<RungState, Text>> = {
  met: t('按期', 'on time'),
  met_late: t('迟办', 'done late'),
  next: t('下一时限', 'next limit'),
  today: t('今天到期', 'due today'),
  overdue: t('逾期', 'overdue'),
  paused: t('暂停', 'paused'),
  todo: t('未到', 'to come'),
}

const classes: Readonly<Record<RungState, string>> = {
  met: 'y',
  met_late: 'l',
  next: 'n',
  today: 't',
  overdue: 'x',
  paused: 'p',
  todo: 'f',
}

/** One rung alone, as in the ladder of an item. */
export function RungMark({ rung }: { rung: Rung }) {
  const say = useT()
  const words = useRungWords()(rung)
  return (
    <span className={`ru ${classes[rung.state]}`} role="img" aria-label={words} title={words}>
      {typeof rung.mark === 'string' ? rung.mark : say(rung.mark)}
    </span>
  )
}

/** The ladder 1·3·7·0 in a row. Each rung reads as its name and how it stands: 首次反馈，今天 18:00 到期. */
export function Rungs({ rungs }: { rungs: readonly Rung[] }) {
  const say = useT()
  return (
    <span className="rungs" role="group" aria-label={say(t('时限', 'Clocks'))}>
      {rungs.map((rung, at) => (
        <RungMark key={at} rung={rung} />
      ))}
    </span>
  )
}

function useRungWords(): (rung: Rung) => string {
  const say = useT()
  const format = useFormat()
  return ({ label, state, dueAt: due }) => {
    const name = say(label)
    if (!due || state === 'met' || state === 'met_late')
      return say(t('{name}，{state}', '{name}, {state}'), { name, state: say(stateWords[state]) })
    const when = state === 'today' ? format.left(due) : format.moment(due)
    if (state === 'today' || state === 'next' || state === 'todo') {
      return say(t('{name}，{when} 到期', '{name}, due {when}'), { name, when })
    }
    return say(t('{name}，{when} 到期，{state}', '{name}, due {when}, {state}'), {
      name,
      when,
      state: say(stateWords[state]),
    })
  }
}
