import { useState } from 'react'
import { useLocation } from 'wouter'
import type { CommitmentView, IssueResult } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { post, queryClient } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Checkbox } from '../../parts/choice.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useToast } from '../../parts/toast.tsx'
import { problemOf } from '../../problem.ts'
import { useUnits } from './desk-units.tsx'
import { noFilters } from './desk-filters.ts'
import { lineWords } from './review-words.ts'
import type { Desk } from './use-desk.ts'

type IssueDialogProps = { desk: Desk; onClose: () => void }

/** Says how many items come to be, which lack a lead unit, and issues them once nothing is missing. */
export function IssueDialog({ desk, onClose }: IssueDialogProps) {
  const say = useT()
  const { canLead } = useUnits()
  const { pending: left, later } = desk.counts
  const { issue, busy, error } = useIssue(desk, left, onClose)
  const [leave, setLeave] = useState(false)
  const ready = desk.commitments.filter(({ state }) => state === 'accepted' || state === 'edited')
  const bare = ready.filter(({ decision }) => !canLead(decision.leadUnit))
  const refused = bare.length > 0 || (left > 0 && !leave)
  return (
    <Dialog open onClose={onClose} title={say(t('下达分解 {n} 条？', 'Issue {n} items?'), { n: ready.length })}>
      <p className="i2">
        {say(
          t(
            '每条成为 1 个台账事项，交给牵头单位，从现在起计时。下达后报告只读。',
            'Each becomes one ledger item with its lead unit, and its clocks start now. The report is read-only afterwards.',
          ),
        )}
      </p>
      {left > 0 && (
        <Checkbox checked={leave} onChange={setLeave}>
          {say(t('{n} 条没审完的留下，不下达', 'Leave the {n} not reviewed; they are not issued'), { n: left })}
        </Checkbox>
      )}
      {later > 0 && (
        <p className="meta">
          {say(t('{n} 条留待的也不下达。', '{n} left for later are not issued either.'), { n: later })}
        </p>
      )}
      <WithoutLead desk={desk} bare={bare} onClose={onClose} />
      {error !== null && (
        <p className="help err" role="alert">
          {error}
        </p>
      )}
      <div className="dlgb">
        <Button onPress={onClose}>{say(t('不下达', 'Not yet'))}</Button>
        <Button look="primary" isDisabled={refused} busy={busy} onPress={() => void issue()}>
          {say(t('下达 {n} 条', 'Issue {n}'), { n: ready.length })}
        </Button>
      </div>
    </Dialog>
  )
}

/** What stands in the way, each with the way to it. */
function WithoutLead({ desk, bare, onClose }: { desk: Desk; bare: readonly CommitmentView[]; onClose: () => void }) {
  const say = useT()
  if (bare.length === 0) return null
  const jump = (id: string) => {
    desk.setFilters({ ...noFilters, state: 'all' })
    desk.select(id)
    onClose()
  }
  return (
    <div className="bare">
      <p>
        {say(t('{n} 条没有能承办的牵头单位，先补上：', '{n} lack a lead unit that can own them. Fill these first:'), {
          n: bare.length,
        })}
      </p>
      <ul>
        {bare.slice(0, 8).map((one) => (
          <li key={one.id}>
            <button type="button" className="lk-btn" onClick={() => jump(one.id)}>
              {one.seq} {lineWords(one)}
            </button>
          </li>
        ))}
      </ul>
      {bare.length > 8 && <p className="meta">{say(t('另有 {n} 条', 'and {n} more'), { n: bare.length - 8 })}</p>}
    </div>
  )
}

function useIssue(desk: Desk, left: number, onClose: () => void) {
  const say = useT()
  const { toast } = useToast()
  const [, navigate] = useLocation()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const { id } = desk.report
  const issue = async () => {
    setBusy(true)
    try {
      const { ledger, items } = await post<IssueResult>(`/reports/${id}/issue`, { leavePending: left > 0 })
      for (const queryKey of [['report', id], ['reports'], ['ledgers'], ['ledger', ledger], ['cockpit'], ['session']])
        void queryClient.invalidateQueries({ queryKey })
      toast({ text: t('已下达 {n} 条', '{n} issued'), params: { n: items } })
      onClose()
      navigate(`/ledgers/${ledger}`)
    } catch (failure) {
      const problem = problemOf(failure)
      setError(say(problem.detail ?? problem.title))
      setBusy(false)
    }
  }
  return { issue, busy, error }
}
