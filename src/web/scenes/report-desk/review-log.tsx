import type { ReviewEntryView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { newestFirst } from './apply-review.ts'
import { isActive } from './desk-filters.ts'
import { lineWords } from './review-words.ts'
import type { Desk } from './use-desk.ts'

const shownEntries = 40

/** What was decided on this report, newest first. The newest that stands can be taken back, again and again. */
export function ReviewLog({ desk }: { desk: Desk }) {
  const say = useT()
  const { report, locked } = desk
  const entries = newestFirst(report.entries).slice(0, shownEntries)
  const next = entries.find(({ undone, mine, action }) => !undone && mine && action !== 'undo')
  return (
    <div className="pad pl log">
      <h3>{say(t('审阅记录', 'Review log'))}</h3>
      {entries.length === 0 && <p className="meta">{say(t('还没有', 'Nothing yet'))}</p>}
      <ul className="tl">
        {entries.map((entry) => (
          <Entry key={entry.id} desk={desk} entry={entry}>
            {entry.id === next?.id && !locked && (
              <button type="button" className="lk-btn" onClick={desk.takeBack}>
                {say(t('撤销', 'Undo'))}
              </button>
            )}
          </Entry>
        ))}
      </ul>
    </div>
  )
}

type EntryProps = { desk: Desk; entry: ReviewEntryView; children: React.ReactNode }

function Entry({ desk, entry, children }: EntryProps) {
  const say = useT()
  const format = useFormat()
  const today = entry.at.slice(0, 10) === format.now.slice(0, 10)
  const words = subject(desk, entry)
  return (
    <li className={`${entry.mine ? 'm' : ''}${entry.undone ? ' gone' : ''}`} title={say(entry.post)}>
      <time dateTime={entry.at}>{today ? format.time(entry.at) : format.moment(entry.at)}</time>
      <span>
        {say(entry.label)} {words}
      </span>
      {!entry.mine && <small> {say(entry.post)}</small>}
      {entry.undone && <span className="vis-h">{say(t('已撤销', 'undone'))}</span>} {children}
    </li>
  )
}

/** 213 启动城市体检, or 213、214、215 where there are several. */
function subject({ commitments, select }: Desk, entry: ReviewEntryView): React.ReactNode {
  const seqs = [...new Set(entry.commitments)]
  const touched = commitments.filter(({ seq }) => seqs.includes(seq))
  const first = touched.find(isActive) ?? touched[0]
  if (!first) return null
  const words = seqs.length === 1 ? `${first.seq} ${lineWords(first)}` : seqs.slice(0, 4).join('、')
  return (
    <button type="button" className="lk" title={words} onClick={() => select(first.id)}>
      {words}
      {seqs.length > 4 && `…(${seqs.length})`}
    </button>
  )
}
