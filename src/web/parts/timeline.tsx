import type { ReactNode } from 'react'
import type { Moment } from '../../calendar/moment.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Icon } from './icon.tsx'

export type TimelineEntry = Readonly<{
  id: string
  at: Moment
  title: ReactNode
  /** Who, in which post, and what else. */
  sub?: ReactNode
  /** A move to another stage: a filled dot. */
  major?: boolean | undefined
  /** Held by a seal. */
  sealed?: boolean | undefined
}>

/** What happened, newest first, one entry a row. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const say = useT()
  const format = useFormat()
  return (
    <ol className="tl pad">
      {entries.map((entry) => (
        <li key={entry.id} className={entry.major ? 'm' : undefined}>
          <div className="row">
            <b className="b">{entry.title}</b>
            <span className="sp" />
            {entry.sealed && (
              <span title={say(t('已封存', 'Sealed'))}>
                <Icon name="seal" size="xs" />
                <span className="vis-h">{say(t('已封存', 'Sealed'))}</span>
              </span>
            )}
            <time dateTime={entry.at}>{format.moment(entry.at)}</time>
          </div>
          {entry.sub && <span className="muted">{entry.sub}</span>}
        </li>
      ))}
    </ol>
  )
}
