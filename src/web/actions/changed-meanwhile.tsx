import type { EntryView } from '../../api/present/item.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'

/** Entries written since the form was opened, by anybody: who changed what. What is written in the form stays. */
export function ChangedMeanwhile({ entries, since }: { entries: readonly EntryView[]; since: number }) {
  const say = useT()
  const format = useFormat()
  const fresh = entries.filter(({ seq }) => seq > since)
  if (fresh.length === 0) return null
  return (
    <div className="changed" role="status">
      <b>
        {say(
          t(
            '填表时这一项有变化，已取回最新内容，填的还在',
            'This item changed meanwhile. The newest state is loaded and what you wrote is still here',
          ),
        )}
      </b>
      <ul>
        {fresh.map((entry) => (
          <li key={entry.id}>
            {format.moment(entry.at)} {say(entry.unit)} {say(entry.label)}
            {entry.changes
              .map(({ label, from, to }) => `${say(label)} ${from ? say(from) : '—'} → ${to ? say(to) : '—'}`)
              .map((change) => (
                <small key={change}>{change}</small>
              ))}
            {entry.note && <small>{entry.note}</small>}
          </li>
        ))}
      </ul>
      <p className="meta">{say(t('看过没有问题，再交一次', 'Check, then submit again'))}</p>
    </div>
  )
}
