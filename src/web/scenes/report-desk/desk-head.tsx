import { useState } from 'react'
import { Link } from 'wouter'
import type { CommitmentLabel, ReportView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { kindWords } from '../../parts/kind.tsx'
import { RefusedButton } from '../../parts/refused.tsx'
import { Tag } from '../../parts/tag.tsx'
import { noFilters, writeFilters } from './desk-filters.ts'
import type { DeskCounts, Filters } from './desk-filters.ts'
import { downloadDraft } from './download-draft.ts'
import { IssueDialog } from './issue-dialog.tsx'
import type { Desk } from './use-desk.ts'

const shortKinds: Readonly<Record<CommitmentLabel, Text>> = {
  number: t('数', 'N'),
  state: t('状', 'S'),
  trend: t('势', 'T'),
  activity: t('行', 'A'),
}

/** Title, what was read, and what the report is for: its issue to the ledger. */
export function DeskHead({ desk, nameOf }: { desk: Desk; nameOf: (id: string) => string }) {
  const say = useT()
  const { report, counts, usual } = desk
  const kinds = ['number', 'state', 'trend', 'activity'] as const
  const to = (filters: Partial<Filters>) => hrefOf(report, { ...noFilters, ...filters }, usual)
  return (
    <div className="phead">
      <h1 title={report.title}>{report.title}</h1>
      {report.deliveredOn !== null && (
        <Tag tone="outline">{say(t('{day} 通过', 'passed {day}'), { day: report.deliveredOn })}</Tag>
      )}
      <span className="sp" />
      <span className="meta readout">
        {say(t('读出 ', 'Read '))}
        <CountLink href={to({})} label={say(t('读出', 'Read'))} count={counts.total} />
        {say(t(' 条', ''))}
        {kinds.map((kind) => (
          <span key={kind}>
            {` · ${say(shortKinds[kind])} `}
            <CountLink href={to({ label: kind })} label={say(kindWords[kind])} count={counts.byLabel[kind]} />
          </span>
        ))}
      </span>
      <Button small onPress={() => downloadDraft(report, desk.commitments, nameOf, say)}>
        {say(t('导出草稿', 'Export draft'))}
      </Button>
      <Issue desk={desk} />
    </div>
  )
}

/** 下达分解: refused while lines are open, unless the officer chooses to leave them. */
function Issue({ desk }: { desk: Desk }) {
  const say = useT()
  const { counts, report, locked } = desk
  const [open, setOpen] = useState(false)
  if (locked) {
    return (
      <>
        <Tag tone="ok">{say(t('已下达', 'Issued'))}</Tag>
        {report.issuedAt !== null && <span className="meta">{report.issuedAt.slice(0, 10)}</span>}
        <Link href="/ledgers/work_report_task" className="btn sm">
          {say(t('看台账', 'Open the ledger'))}
        </Link>
      </>
    )
  }
  return (
    <>
      {counts.pending === 0 && counts.accepted + counts.edited > 0 ? (
        <Button small look="primary" onPress={() => setOpen(true)}>
          {say(t('下达分解', 'Issue'))}
        </Button>
      ) : (
        <>
          <RefusedButton small verb={say(t('下达分解', 'Issue'))} />
          <span className="meta">
            {say(t('还有 {n} 条未审', '{n} still to review'), { n: counts.pending })}
            {counts.pending > 0 && counts.accepted + counts.edited > 0 && (
              <button type="button" className="lk-btn" onClick={() => setOpen(true)}>
                {say(t('留下它们，先下达', 'leave them and issue'))}
              </button>
            )}
          </span>
        </>
      )}
      {open && <IssueDialog desk={desk} onClose={() => setOpen(false)} />}
    </>
  )
}

function hrefOf(report: ReportView, filters: Filters, usual: Filters): string {
  return `/reports/${report.id}${writeFilters(filters, usual)}`
}

/** A number that opens: the list filtered to what it counts. */
function CountLink({ href, label, count }: { href: string; label: string; count: number }) {
  if (count === 0) return <span className="z">0</span>
  return (
    <Link href={href} className="n" aria-label={`${label} ${count}`} replace>
      {count}
    </Link>
  )
}

type Part = { id: string; name: Text; state: Filters['state']; of: (counts: DeskCounts) => number }

const parts: readonly Part[] = [
  { id: 'a', name: t('接受', 'Accepted'), state: 'accepted', of: (counts) => counts.accepted },
  { id: 'e', name: t('修改', 'Edited'), state: 'edited', of: (counts) => counts.edited },
  { id: 'm', name: t('合并拆分', 'Merged or split'), state: 'joined', of: (counts) => counts.joined },
  { id: 'x', name: t('不是承诺', 'Not promises'), state: 'rejected', of: (counts) => counts.rejected },
  { id: 'w', name: t('待审', 'To review'), state: 'pending', of: (counts) => counts.pending + counts.later },
]

/** How far the review has come, by what was decided. */
export function Progress({ desk }: { desk: Desk }) {
  const say = useT()
  const { counts, report, usual } = desk
  const to = (state: Filters['state']) => hrefOf(report, { ...noFilters, state }, usual)
  const words = parts.map(({ name, of }) => `${say(name)} ${of(counts)}`).join(say(t('，', ', ')))
  return (
    <div className="prog">
      <b>
        {say(t('已审', 'Reviewed'))} {counts.reviewed} / {counts.total}
      </b>
      <div className="st big" role="img" aria-label={words}>
        {parts.map(({ id, of }) => of(counts) > 0 && <i key={id} className={id} style={{ flex: of(counts) }} />)}
      </div>
      <span className="lgks">
        {parts.map(({ id, name, state, of }) => (
          <span key={id} className="lgk">
            <i className={id} />
            {say(name)} <CountLink href={to(state)} label={say(name)} count={of(counts)} />
          </span>
        ))}
      </span>
    </div>
  )
}
