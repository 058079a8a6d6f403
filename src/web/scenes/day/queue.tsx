import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { DayView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useJustChanged } from '../../live.ts'
import { LightShape } from '../../parts/light.tsx'
import { DueToday } from './due-today.tsx'
import {
  GROUP_IDS,
  type GroupId,
  groups,
  hrefOf,
  type Place,
  type QueueRow,
  rowsOf,
  shownRows,
  silentDays,
  waitingSince,
} from './queue-list.ts'

type QueueProps = { day: DayView; place: Place | null }

/** What waits for the office, in the order of the day. Each group has its key. */
export function Queue({ day, place }: QueueProps) {
  const say = useT()
  return (
    <section className="panel q6" id="day-queue" aria-label={say(t('今天要办', 'To do today'))}>
      {GROUP_IDS.map((group) => (
        <QueueGroup
          key={group}
          id={group}
          rows={rowsOf(day, group)}
          chosen={place?.group === group ? place.row.id : null}
        />
      ))}
      <DueToday day={day} />
    </section>
  )
}

function QueueGroup({ id, rows, chosen }: { id: GroupId; rows: readonly QueueRow[]; chosen: string | null }) {
  const say = useT()
  const [opened, setOpened] = useState(false)
  const { key, title, none, most } = groups[id]
  const shown = shownRows(rows, most, opened, chosen)
  const hidden = rows.length - shown.length
  return (
    <>
      <h3 className="gh">
        {say(title)}{' '}
        {rows.length > most ? (
          <button
            type="button"
            className="n"
            aria-expanded={hidden === 0}
            aria-label={say(t('{title} {n} 件', '{title}: {n}'), { title: say(title), n: rows.length })}
            onClick={() => setOpened((was) => !was)}
          >
            {rows.length}
          </button>
        ) : (
          <span className={rows.length === 0 ? 'z' : ''}>{rows.length}</span>
        )}
        <span className="sp" />
        <kbd aria-hidden="true">{key}</kbd>
      </h3>
      <ul>
        {rows.length === 0 && <li className="none meta">{say(none)}</li>}
        {shown.map((row) => (
          <Row key={row.id} group={id} row={row} on={row.id === chosen} />
        ))}
        {hidden > 0 && (
          <li className="more">
            <button type="button" className="lk-btn meta" onClick={() => setOpened(true)}>
              {say(t('还有 {n} 件', '{n} more'), { n: hidden })}
            </button>
          </li>
        )}
      </ul>
    </>
  )
}

function Row({ group, row, on }: { group: GroupId; row: QueueRow; on: boolean }) {
  const fresh = useJustChanged(row.id)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (on) line.current?.scrollIntoView({ block: 'nearest' })
  }, [on])
  const { right, tone, sub } = useRowWords(group, row)
  const title = hanSpaced(row.title)
  return (
    <li ref={line} className={[on ? 'on' : '', fresh ? 'fresh' : ''].filter(Boolean).join(' ')}>
      <Link href={hrefOf({ group, row })} aria-current={on ? 'true' : undefined}>
        <LightShape light={row.silent && row.light !== 'late' ? 'mute' : row.light} />
        <span className="el" title={title}>
          {title}
        </span>
        <b className={tone}>{right}</b>
        <small className="el">{sub.join(' · ')}</small>
      </Link>
    </li>
  )
}

type RowWords = { right: string; tone: string; sub: readonly string[] }

/** At the right how long it waits or how its limit stands; below whose it is and what it is about. */
function useRowWords(group: GroupId, row: QueueRow): RowWords {
  const say = useT()
  const format = useFormat()
  const unit = say(row.leadUnit.short)
  const byLight = row.light === 'late' ? 't-late' : row.light === 'warn' ? 't-warn' : ''
  switch (group) {
    case 'review': {
      const proofs = say(t('佐证 {n}', 'proofs: {n}'), { n: row.evidenceCount })
      return { right: format.waited(waitingSince(row)), tone: '', sub: [unit, hanSpaced(row.number), proofs] }
    }
    case 'extensions': {
      const asked = row.values['plan_due']
      const until =
        typeof asked === 'string'
          ? say(t('申请到 {day}', 'asks until {day}'), { day: format.day(asked) })
          : hanSpaced(row.number)
      const again = row.values['extended'] === true ? [say(t('延期过', 'extended before'))] : []
      return { right: row.dueAt ? format.left(row.dueAt) : '', tone: byLight, sub: [unit, until, ...again] }
    }
    case 'disputes':
      return {
        right: format.waited(row.lastEntryAt),
        tone: '',
        sub: [unit, hanSpaced(row.number), say(row.stageLabel)],
      }
    case 'press': {
      const days = say(t('{n} 天', '{n} d'), { n: silentDays(row, format.now) })
      const late = row.light === 'late' && row.dueAt !== null
      const reason = row.reason ? say(row.reason) : hanSpaced(row.number)
      return {
        right: late && row.dueAt ? format.left(row.dueAt) : days,
        tone: late ? 't-late' : '',
        sub: [unit, reason],
      }
    }
  }
}
