import type { CSSProperties } from 'react'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { lightWords } from './light.tsx'
import type { LightKind } from './light.tsx'
import type { StatusName } from './triple.tsx'

type ScheduleBarProps = {
  /** Share done, 0 to 1. */
  value: number
  /** Where the plan stands today, 0 to 1: the tick. */
  tick?: number | undefined
  status?: StatusName
  /** What the bar shows, for readers. */
  label: string
}

const fills: Readonly<Record<StatusName, string>> = { reported: 'h', evidenced: 'e', schedule: 'd' }
const percent = (share: number) => `${Math.min(100, Math.max(0, share * 100)).toFixed(1)}%`

/** A bar with the schedule tick: hatched as reported, blue as evidenced, grey as scheduled. */
export function ScheduleBar({ value, tick, status = 'schedule', label }: ScheduleBarProps) {
  const say = useT()
  const planned =
    tick === undefined ? '' : say(t('，按计划到今天 {tick}', ', planned by today {tick}'), { tick: percent(tick) })
  return (
    <div className="pb" role="img" aria-label={`${label} ${percent(value)}${planned}`}>
      <i className={fills[status]} style={{ width: percent(value) }} />
      {tick !== undefined && <b style={{ left: percent(tick) }} />}
    </div>
  )
}

export type StatePart = Readonly<{ light: LightKind; count: number }>

/** Counts by light in one stacked bar, in the order given. Reads as words with numbers. */
export function StateBar({ parts, label }: { parts: readonly StatePart[]; label?: Text }) {
  const say = useT()
  const format = useFormat()
  const shown = parts.filter((part) => part.count > 0)
  const words = shown.map((part) => `${say(lightWords[part.light])} ${format.number(part.count)}`)
  return (
    <div className="st" role="img" aria-label={[...(label ? [say(label)] : []), ...words].join(say(t('，', ', ')))}>
      {shown.map((part) => (
        <i key={part.light} className={part.light} style={{ flex: part.count } satisfies CSSProperties} />
      ))}
    </div>
  )
}
