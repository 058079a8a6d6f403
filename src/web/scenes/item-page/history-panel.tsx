import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Page } from '../../../api/present/common.ts'
import type { EntryView, ItemView } from '../../../api/present/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { entryFor } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { Panel } from '../../parts/panel.tsx'
import { PageError } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Timeline } from '../../parts/timeline.tsx'
import { joinEntries } from './join-entries.ts'
import { verdicts } from './verdicts.ts'

type HistoryPanelProps = { item: ItemView; ledger: AnyLedger; at: string | null }

/** 经过: every entry, newest first. Entries are only ever added; what was taken back stays and says so. */
export function HistoryPanel({ item, ledger, at }: HistoryPanelProps) {
  const say = useT()
  const [asked, setAsked] = useState(false)
  const older = useOlder(item, asked, at)
  const entries = joinEntries(item.entries, older.data?.pages.flatMap((page) => page.items) ?? [])
  const left = item.entryCount - entries.length
  const more = () => {
    if (asked) void older.fetchNextPage()
    else setAsked(true)
  }
  return (
    <div id="history">
      <Panel
        title={say(t('经过', 'History'))}
        meta={say(t('{n} 条 · 只增不改', '{n} entries · only ever added to'), { n: item.entryCount })}
      >
        <Timeline
          entries={entries.map((entry) => ({
            id: entry.id,
            at: entry.at,
            major: entry.from !== entry.to,
            title: <Title entry={entry} />,
            sub: <Details entry={entry} ledger={ledger} all={entries} />,
          }))}
        />
        {older.isError && <PageError error={older.error} onRetry={() => void older.refetch()} />}
        {left > 0 && (
          <div className="pad pl meta">
            <Button small look="text" busy={older.isFetching} onPress={more}>
              {say(t('更早的 {n} 条', '{n} earlier'), { n: left })}
            </Button>
          </div>
        )}
      </Panel>
    </div>
  )
}

/** What the page did not bring: entries before its oldest. */
function useOlder(item: ItemView, asked: boolean, at: string | null) {
  const oldest = item.entries.at(-1)?.seq ?? 0
  return useInfiniteQuery({
    queryKey: ['item', item.id, 'entries', at ?? '', String(oldest)],
    queryFn: ({ pageParam, signal }) => get<Page<EntryView>>(`/items/${item.id}/entries?after=${pageParam}`, signal),
    initialPageParam: String(oldest),
    getNextPageParam: (page) => page.next,
    enabled: asked,
  })
}

function Title({ entry }: { entry: EntryView }) {
  const say = useT()
  return (
    <>
      {entry.reverted ? <s>{say(entry.label)}</s> : say(entry.label)}
      {entry.evidence.length > 0 &&
        entry.action === 'attach' &&
        say(t(' {n} 件', ' {n}'), { n: entry.evidence.length })}
      {entry.reverted && (
        <>
          {' '}
          <Tag>{say(t('已撤回', 'taken back'))}</Tag>
        </>
      )}
    </>
  )
}

/** Who; where it moved to; what changed, old → new; the note; the files; what it took back. */
function Details({ entry, ledger, all }: { entry: EntryView; ledger: AnyLedger; all: readonly EntryView[] }) {
  const say = useT()
  const format = useFormat()
  const { unit, post, from, to, changes, note, evidence, reverts, action } = entry
  const stage = (id: string) => say(entryFor(ledger.stages, id)?.label ?? t(id, id))
  const target = reverts && all.find(({ id }) => id === reverts)
  const who = [...new Set([say(unit), say(post)])].join(' ')
  // What opening an item fills in stands on the page already.
  const shown = action === 'create' ? [] : changes
  return (
    <>
      {who}
      {from !== null && from !== to && ` · ${stage(from)} → ${stage(to)}`}
      {target && (
        <span className="ch">
          {say(t('撤回 {moment} 的“{label}”', 'Takes back “{label}” of {moment}'), {
            moment: format.moment(target.at),
            label: say(target.label),
          })}
        </span>
      )}
      {shown.map(({ key, label, from: before, to: after }) => (
        <span className="ch" key={key}>
          {say(label)}{' '}
          {before && before.zh !== after?.zh && (
            <>
              <s>{say(before)}</s> →{' '}
            </>
          )}
          {after ? say(after) : say(t('（清空）', '(emptied)'))}
        </span>
      ))}
      {note && <span className="ch q">{note}</span>}
      {evidence.map(({ id, sha256, name, verdict }) => (
        <span className="ch" key={id}>
          <a href={`/api/files/${sha256}`} target="_blank" rel="noreferrer">
            {name}
          </a>
          {action === 'judge' && ` · ${say(verdicts[verdict].word)}`}
        </span>
      ))}
    </>
  )
}
