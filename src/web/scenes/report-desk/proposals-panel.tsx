import { useRef, useState } from 'react'
import type { MouseEvent } from 'react'
import type { CommitmentView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { ConfirmDialog } from '../../parts/dialog.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { CurrentProposal } from './current-proposal.tsx'
import { lacksLead } from './desk-filters.ts'
import type { TopicGroup } from './desk-list.ts'
import { ProposalRow } from './proposal-row.tsx'
import { changedDecision } from './review-words.ts'
import type { Desk } from './use-desk.ts'
import { useMiddleThird } from './use-middle-third.ts'

/** The proposals in the report's order, by topic; the one under review stands open. */
export function ProposalsPanel({ desk }: { desk: Desk }) {
  const say = useT()
  const { groups, current, select } = desk
  const [bulk, setBulk] = useState<readonly CommitmentView[] | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useMiddleThird(list, current?.id ?? null, groups.length)
  const press = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-select]') : null
    if (row) select(row.getAttribute('data-select'))
  }
  return (
    <Panel
      className="props"
      title={say(t('提议', 'Proposals'))}
      meta={say(t('读出后逐条审定，才成为承诺', 'Each becomes a promise once reviewed'))}
      actions={<SectionAccept desk={desk} onAsk={setBulk} />}
    >
      <div ref={list} className="plist" onClick={press}>
        {groups.length === 0 && <NothingShown desk={desk} />}
        {groups.map((group) => (
          <section key={group.key} aria-label={group.title ?? undefined}>
            <GroupHead group={group} locked={desk.locked} onAsk={setBulk} />
            <ul>
              {group.rows.map((row) =>
                row.id === current?.id && !desk.locked ? (
                  <CurrentProposal key={row.id} desk={desk} commitment={row} />
                ) : (
                  <Row key={row.id} desk={desk} row={row} />
                ),
              )}
            </ul>
          </section>
        ))}
      </div>
      <BulkConfirm rows={bulk} onClose={() => setBulk(null)} onAccept={desk.acceptMany} />
    </Panel>
  )
}

function Row({ desk, row }: { desk: Desk; row: CommitmentView }) {
  const draft = desk.drafts.drafts.get(row.id)
  const drafted = draft !== undefined && changedDecision(row.decision, draft.values) !== null
  const here = desk.current?.id === row.id
  return <ProposalRow commitment={row} year={desk.report.year} drafted={drafted} here={here} />
}

const stillPending = (rows: readonly CommitmentView[]) => rows.filter(({ state }) => state === 'pending')

type Ask = (rows: readonly CommitmentView[]) => void

function GroupHead({ group, locked, onAsk }: { group: TopicGroup; locked: boolean; onAsk: Ask }) {
  const say = useT()
  const open = stillPending(group.rows)
  const { total, reviewed, later } = group
  const words = [
    say(t('{n} 条，已审 {m}', '{n}, {m} reviewed'), { n: total, m: reviewed }),
    ...(later > 0 ? [say(t('留待 {n}', '{n} for later'), { n: later })] : []),
  ]
  return (
    <h3 className="gh">
      <span className="el">{group.title ?? say(t('总目标', 'Overall targets'))}</span>
      <span className="meta">{words.join(say(t('，', ', ')))}</span>
      <span className="sp" />
      {!locked && open.length > 1 && (
        <button type="button" className="lk-btn" onClick={() => onAsk(open)}>
          {say(t('接受 {n} 条', 'Accept {n}'), { n: open.length })}
        </button>
      )}
    </h3>
  )
}

/** With a section chosen, all of it can be accepted; else the order is named. */
function SectionAccept({ desk, onAsk }: { desk: Desk; onAsk: Ask }) {
  const say = useT()
  const open = stillPending(desk.rows)
  if (desk.locked || desk.filters.section === null || open.length === 0)
    return <span className="meta">{say(t('按原文顺序', 'In the report’s order'))}</span>
  return (
    <button type="button" className="lk-btn" onClick={() => onAsk(open)}>
      {say(t('接受本章余下 {n} 条', 'Accept the section’s {n}'), { n: open.length })}
    </button>
  )
}

type BulkConfirmProps = {
  rows: readonly CommitmentView[] | null
  onClose: () => void
  onAccept: (ids: readonly string[]) => Promise<void>
}

function BulkConfirm({ rows, onClose, onAccept }: BulkConfirmProps) {
  const say = useT()
  const all = rows ?? []
  const bare = all.filter(lacksLead).length
  return (
    <ConfirmDialog
      open={rows !== null}
      onClose={onClose}
      title={say(t('接受这 {n} 条？', 'Accept these {n}?'), { n: all.length })}
      effect={
        <>
          {say(t('按现在的提议接受，按 Z 可一次撤销。', 'As they are now proposed. Z takes it all back at once.'))}
          {bare > 0 &&
            ` ${say(t('其中 {n} 条缺牵头，下达前要补。', '{n} lack a lead unit, needed before issuing.'), { n: bare })}`}
        </>
      }
      verb={say(t('接受 {n} 条', 'Accept {n}'), { n: all.length })}
      keep={say(t('逐条审', 'One by one'))}
      onConfirm={() => onAccept(all.map(({ id }) => id))}
    />
  )
}

/** Nothing passes the filters: what is true, then the next step. */
function NothingShown({ desk }: { desk: Desk }) {
  const say = useT()
  const { counts, filters, setFilters, usual } = desk
  const done = filters.state === 'pending' && counts.pending === 0
  return (
    <EmptyState
      title={done ? say(t('没有待审', 'Nothing left to review')) : say(t('没有这样的', 'None like this'))}
      action={
        <button
          type="button"
          className="btn sm"
          onClick={() =>
            setFilters({
              ...usual,
              state: 'all',
              label: null,
              low: false,
              noLead: false,
              stated: false,
              section: null,
              unit: null,
            })
          }
        >
          {say(t('看全部 {n} 条', 'Show all {n}'), { n: counts.total })}
        </button>
      }
    >
      {done && counts.later > 0 && say(t('还有 {n} 条留待', '{n} left for later'), { n: counts.later })}
      {done && counts.later === 0 && say(t('可以下达分解', 'Ready to be issued'))}
    </EmptyState>
  )
}
