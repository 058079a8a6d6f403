import { useState } from 'react'
import type { NoticeView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button, IconButton } from '../../parts/button.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { problemOf } from '../../problem.ts'
import { NoticeSheet } from './notice-sheet.tsx'
import { type PressRow, usePressNotices } from './use-press-notices.ts'

type NoticesProps = { notices: readonly NoticeView[]; item: string | null; onPrint: () => void }

/** 催办通知单: one sheet a unit, leafed through, sent all at once or one by one. Opens at the notice of the item at hand. */
export function Notices({ notices, item, onPrint }: NoticesProps) {
  const say = useT()
  const [leafed, setLeafed] = useState({ item, at: -1 })
  const press = usePressNotices()
  const own = notices.findIndex(({ items }) => items.some(({ id }) => id === item))
  const at = leafed.item === item && leafed.at >= 0 ? leafed.at : Math.max(0, own)
  const shown = Math.min(at, notices.length - 1)
  const leaf = (next: number) => setLeafed({ item, at: next })
  const notice = notices[shown]
  return (
    <section className="panel nt" aria-label={say(t('催办通知单', 'Notices'))}>
      <div className="ph">
        <h2>{say(t('催办通知单', 'Notices'))}</h2>
        {notice && (
          <>
            <span className="meta">{say(t('{n} 份待发', '{n} to send'), { n: notices.length })}</span>
            <span className="sp" />
            <IconButton
              icon="left"
              small
              label={say(t('上一份', 'Previous notice'))}
              isDisabled={shown === 0}
              onPress={() => leaf(shown - 1)}
            />
            <span className="meta">
              {shown + 1} / {notices.length}
            </span>
            <IconButton
              icon="right"
              small
              label={say(t('下一份', 'Next notice'))}
              isDisabled={shown === notices.length - 1}
              onPress={() => leaf(shown + 1)}
            />
          </>
        )}
      </div>
      {notice ? (
        <>
          <NoticeSheet notice={notice} />
          <div className="row pad pl ntb">
            <Button look="primary" small busy={press.isPending} onPress={() => press.mutate(notices)}>
              {say(t('发出 {n} 份', 'Send {n}'), { n: notices.length })}
            </Button>
            {notices.length > 1 && (
              <Button small isDisabled={press.isPending} onPress={() => press.mutate([notice])}>
                {say(t('只发这份', 'Send this one'))}
              </Button>
            )}
            <Button small icon="print" onPress={onPrint}>
              {say(t('打印', 'Print'))}
            </Button>
          </div>
        </>
      ) : (
        <EmptyState title={say(t('没有该发的催办单', 'No notices to send'))}>
          {say(
            t(
              '逾期或静默的事项，按牵头单位各出一份。',
              'Overdue and silent matters give one notice for each lead unit.',
            ),
          )}
        </EmptyState>
      )}
      {press.error && (
        <p className="help err pad" role="alert">
          {say(problemOf(press.error).detail ?? problemOf(press.error).title)}
        </p>
      )}
      {press.data && <NotPressed rows={press.data.filter(({ ok }) => !ok)} />}
    </section>
  )
}

/** What was not pressed, each with its reason; the rest stays sent. */
function NotPressed({ rows }: { rows: readonly PressRow[] }) {
  const say = useT()
  if (rows.length === 0) return null
  return (
    <div className="pad pl" role="alert">
      <p className="meta">{say(t('{n} 项没有催成：', '{n} were not pressed:'), { n: rows.length })}</p>
      <ul className="npr">
        {rows.map(({ id, title, reasons }) => (
          <li key={id}>
            {title}
            <small className="muted">{reasons.map((reason) => say(reason)).join(say(t('；', '; ')))}</small>
          </li>
        ))}
      </ul>
    </div>
  )
}
