import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { LightShape, lightWords } from './light.tsx'
import type { LightMark } from './light.tsx'

export type StatusName = 'reported' | 'evidenced' | 'schedule'

/** The three statuses in their fixed order, with the sign each is known by. */
export const statusSigns: Readonly<Record<StatusName, { sign: Text; name: Text }>> = {
  reported: { sign: t('报', 'R'), name: t('单位报告', 'Reported') },
  evidenced: { sign: t('证', 'E'), name: t('佐证显示', 'Evidenced') },
  schedule: { sign: t('时', 'S'), name: t('序时', 'Schedule') },
}

type TripleProps = Readonly<Record<StatusName, LightMark>>

/** The three statuses side by side, never averaged. */
export function Triple({ reported, evidenced, schedule }: TripleProps) {
  const say = useT()
  const marks = { reported, evidenced, schedule }
  const names = ['reported', 'evidenced', 'schedule'] as const
  const words = names.map((name) => `${say(statusSigns[name].sign)} ${say(lightWords[marks[name]])}`)
  return (
    <span className="tri" role="img" aria-label={words.join(say(t('，', ', ')))} title={words.join(' · ')}>
      {names.map((name) => (
        <LightShape key={name} light={marks[name]} word={false} />
      ))}
    </span>
  )
}

/** The round sign of one status, with its name for readers. */
export function StatusSign({ status }: { status: StatusName }) {
  const say = useT()
  return (
    <span className="bd" aria-hidden="true">
      {say(statusSigns[status].sign)}
    </span>
  )
}
