import { Link } from 'wouter'
import type { ItemView } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Timeline } from '../../parts/timeline.tsx'

const MOST = 5

/** 最近记录: what happened on the item of late; the rest is on its page. */
export function Recent({ item }: { item: ItemView }) {
  const say = useT()
  const entries = item.entries.slice(0, MOST).map((entry) => ({
    id: entry.id,
    at: entry.at,
    title: say(entry.label),
    sub: [say(entry.unit), say(entry.post), entry.note].filter(Boolean).join(' · '),
    major: entry.from !== entry.to,
  }))
  return (
    <div className="pl">
      <div className="ph">
        <h2>{say(t('最近记录', 'Lately'))}</h2>
        <span className="sp" />
        <Link className="meta" href={`/items/${item.id}`}>
          {say(t('全部 {n} 条', 'All {n}'), { n: item.entryCount })}
        </Link>
      </div>
      <Timeline entries={entries} />
    </div>
  )
}
