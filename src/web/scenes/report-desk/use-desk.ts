import { useCallback, useMemo, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { CommitmentView, ReportView, ReviewBody, ReviewResult } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useToast } from '../../parts/toast.tsx'
import { countDesk, noFilters, readFilters, writeFilters } from './desk-filters.ts'
import type { Filters } from './desk-filters.ts'
import { groupByTopic, mergePartner, neighbour, nextPending } from './desk-list.ts'
import { changedDecision } from './review-words.ts'
import { useDrafts } from './use-drafts.ts'
import { useReview } from './use-review.ts'

/** What is open on the line under review: nothing, the reason of a rejection, or the place of a split. */
export type Mode = 'view' | 'reject' | 'split'

export type Desk = ReturnType<typeof useDesk>

/** The state of the desk: what is shown, which line is under review, what was typed, and everything that can be done. */
export function useDesk(report: ReportView) {
  const { commitments, conflicts, review, undo } = useReview(report)
  const drafts = useDrafts()
  const shown = useShown(report, commitments)
  const { rows, keep } = shown
  const [place, setPlace] = useState<{ id: string | null; mode: Mode }>(() => ({ id: firstOf(rows), mode: 'view' }))
  const current = rows.find(({ id }) => id === place.id) ?? rows[0] ?? null
  const select = useCallback((id: string | null) => setPlace({ id, mode: 'view' }), [])
  const actions = useActions({ report, commitments, rows, current, drafts, review, undo, select, keep })
  const move = (steps: number) => {
    const next = neighbour(rows, current?.id ?? null, steps)
    if (next) select(next.id)
  }
  const setMode = (mode: Mode) => current && setPlace({ id: current.id, mode })
  const counts = useMemo(() => countDesk(commitments), [commitments])
  const mode: Mode = current?.id === place.id ? place.mode : 'view'
  const locked = report.stage === 'issued'
  return {
    report,
    commitments,
    counts,
    conflicts,
    drafts,
    current,
    mode,
    locked,
    select,
    move,
    setMode,
    ...shown,
    ...actions,
  }
}

function firstOf(rows: readonly CommitmentView[]): string | null {
  const asked = new URLSearchParams(window.location.search).get('c')
  const named = rows.find(({ id, seq }) => id === asked || String(seq) === asked)
  return (named ?? rows.find(({ state }) => state === 'pending') ?? rows[0])?.id ?? null
}

/** Filters live in the address. What is decided while one is set stays in its place until the filter changes. */
function useShown(report: ReportView, commitments: readonly CommitmentView[]) {
  const search = useSearch()
  const [location, navigate] = useLocation()
  const [kept, setKept] = useState<{ for: string; ids: ReadonlySet<string> }>({ for: '', ids: new Set() })
  const usual = useMemo(
    (): Filters => ({ ...noFilters, state: report.stage === 'issued' ? 'all' : 'pending' }),
    [report.stage],
  )
  const filters = useMemo(() => readFilters(search, usual), [search, usual])
  const key = writeFilters(filters, usual)
  const ids = useMemo(() => (kept.for === key ? kept.ids : new Set<string>()), [kept, key])
  const groups = useMemo(() => groupByTopic(commitments, filters, ids), [commitments, filters, ids])
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups])
  const setFilters = (change: Partial<Filters>) =>
    navigate(location + writeFilters({ ...filters, ...change }, usual, search), { replace: true })
  const keep = useCallback(
    (added: readonly string[]) =>
      setKept((all) => ({ for: key, ids: new Set([...(all.for === key ? all.ids : []), ...added]) })),
    [key],
  )
  return { filters, usual, groups, rows, setFilters, keep }
}

type Reach = Pick<ReturnType<typeof useReview>, 'review' | 'undo'> & {
  report: ReportView
  commitments: readonly CommitmentView[]
  rows: readonly CommitmentView[]
  current: CommitmentView | null
  drafts: ReturnType<typeof useDrafts>
  select: (id: string | null) => void
  keep: (ids: readonly string[]) => void
}

function useActions(reach: Reach) {
  const { report, commitments, rows, current, drafts, review, undo, select, keep } = reach
  const { toast } = useToast()
  const open = current !== null && report.stage !== 'issued'
  const decide = (action: ReviewBody['action'], shown: CommitmentView['state'], extra: Partial<ReviewBody> = {}) => {
    if (!current || !open) return
    const decision = extra.decision ? { decision: { ...current.decision, ...extra.decision } } : {}
    keep([current.id])
    select(nextPending(rows, current.id)?.id ?? current.id)
    void review({ action, ids: [current.id], ...extra, shown: { state: shown, ...decision } }).then(
      (result) => result && drafts.drop(current.id),
    )
  }
  const accept = () => {
    if (!current || !open) return
    const draft = drafts.draftOf(current.id)
    if (draft.faulty.length > 0) return focusField(draft.faulty[0])
    const decision = changedDecision(current.decision, draft.values)
    if (decision) decide('edit', 'edited', { decision })
    else if (current.state === 'accepted' || current.state === 'edited')
      select(neighbour(rows, current.id, 1)?.id ?? null)
    else decide('accept', 'accepted')
  }
  const reshape = async (action: 'merge' | 'split', ids: readonly string[], at?: number) => {
    if (!open) return
    const result = await review({ action, ids, ...(at !== undefined && { at }) })
    if (!result) return
    keep(result.commitments.map(({ id }) => id))
    select(result.commitments.find(({ state }) => state !== 'merged' && state !== 'split')?.id ?? null)
  }
  const merge = () => {
    const partner = current && mergePartner(commitments, current)
    if (current && partner) void reshape('merge', [current.id, partner.id])
    else if (open) toast({ text: t('后面没有可并的了', 'Nothing follows to merge with'), tone: 'wrong' })
  }
  const takeBack = async () => {
    const result = await undo()
    if (result) showAgain(result, keep, select)
  }
  return {
    accept,
    later: () => decide('later', 'later'),
    reject: (reason: string) => decide('reject', 'rejected', { reason }),
    reopen: () => decide('reopen', 'pending'),
    merge,
    split: (at: number) => current && void reshape('split', [current.id], at),
    takeBack: () => void takeBack(),
    acceptMany: async (ids: readonly string[]) => {
      keep(ids)
      await review({ action: 'accept', ids, shown: { state: 'accepted' } })
    },
  }
}

function showAgain(result: ReviewResult, keep: Reach['keep'], select: Reach['select']): void {
  const standing = result.commitments.filter(({ state }) => state !== 'merged' && state !== 'split')
  keep(standing.map(({ id }) => id))
  if (standing[0]) select(standing[0].id)
}

/** Puts the cursor into a field of the line under review. */
export function focusField(name: string | undefined): void {
  const field = document.querySelector<HTMLElement>(
    `.pr.cur [data-field="${name}"] :is(input, button), .pr.cur input[data-field="${name}"]`,
  )
  field?.focus()
  if (field instanceof HTMLInputElement) field.select()
}
