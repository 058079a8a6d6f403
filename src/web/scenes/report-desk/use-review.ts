import { useCallback, useMemo, useRef, useState } from 'react'
import type { CommitmentView, ReportView, ReviewBody, ReviewResult } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { post, queryClient } from '../../client.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { settledHere } from '../../live.ts'
import { useToast } from '../../parts/toast.tsx'
import { problemOf } from '../../problem.ts'
import { lastEntryOn, withPending, withResult } from './apply-review.ts'
import type { Pending } from './apply-review.ts'

type Wanted = Omit<ReviewBody, 'commitments'> & { ids: readonly string[]; shown?: Pending['change'] }

/** What another officer did to a commitment while it was being reviewed here. */
export type Conflict = Readonly<{ seq: number; who: Text; what: Text; at: string }>

/**
 * Sends decisions one after another and shows them at once. Versions are read when a decision goes out, so that a second
 * key on the same line does not collide with the first. A refusal takes back what was shown and says so.
 */
export function useReview(report: ReportView) {
  const { id } = report
  const { pending, track, settle } = usePendings()
  const { conflicts, noteConflicts } = useConflicts()
  const refuse = useRefusal(id, noteConflicts)
  const tail = useRef<Promise<unknown>>(Promise.resolve())
  const inTurn = useCallback(async (job: () => Promise<ReviewResult>): Promise<ReviewResult> => {
    const mine = tail.current.then(job)
    tail.current = mine.catch(() => undefined)
    return mine
  }, [])
  const review = useCallback(
    async ({ ids, shown, ...body }: Wanted): Promise<ReviewResult | null> => {
      const mark = shown && track({ ids, change: shown })
      try {
        const result = await inTurn(() => send(id, ids, body))
        settle(mark)
        if (isRestructuring(body.action)) void queryClient.invalidateQueries({ queryKey: ['report', id] })
        return result
      } catch (error) {
        settle(mark)
        await refuse(error, ids)
        return null
      }
    },
    [id, inTurn, track, settle, refuse],
  )
  const undo = useCallback(async (): Promise<ReviewResult | null> => {
    try {
      const result = await inTurn(() => take(id, post<ReviewResult>(`/reports/${id}/undo`, {})))
      void queryClient.invalidateQueries({ queryKey: ['report', id] })
      return result
    } catch (error) {
      await refuse(error, [])
      return null
    }
  }, [id, inTurn, refuse])
  const commitments = useMemo(() => withPending(report.commitments, pending), [report.commitments, pending])
  return { commitments, conflicts, review, undo }
}

const isRestructuring = (action: ReviewBody['action']) => action === 'merge' || action === 'split'

function send(id: string, ids: readonly string[], body: Omit<ReviewBody, 'commitments'>): Promise<ReviewResult> {
  const now = queryClient.getQueryData<ReportView>(['report', id])?.commitments ?? []
  const commitments = now.filter((one) => ids.includes(one.id)).map(({ id, version }) => ({ id, version }))
  return take(id, post<ReviewResult>(`/reports/${id}/review`, { ...body, commitments }))
}

/** Puts an answer into the cache; a reading that set out before it would show the past, so it is dropped. */
async function take(id: string, answer: Promise<ReviewResult>): Promise<ReviewResult> {
  const result = await answer
  await queryClient.cancelQueries({ queryKey: ['report', id] })
  queryClient.setQueryData<ReportView>(['report', id], (report) => report && withResult(report, result))
  settledHere({ topic: 'report', id })
  return result
}

function usePendings() {
  const [pending, setPending] = useState<readonly Pending[]>([])
  const track = useCallback((one: Pending) => {
    setPending((all) => [...all, one])
    return one
  }, [])
  const settle = useCallback((one: Pending | undefined) => {
    if (one) setPending((all) => all.filter((other) => other !== one))
  }, [])
  return { pending, track, settle }
}

function useConflicts() {
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map())
  const noteConflicts = useCallback((found: readonly (readonly [string, Conflict])[]) => {
    setConflicts((all) => new Map([...all, ...found]))
  }, [])
  return { conflicts, noteConflicts }
}

type Note = (found: readonly (readonly [string, Conflict])[]) => void

/** A collision reloads the rows and names who changed them; any other refusal is said in its own words. */
function useRefusal(id: string, noteConflicts: Note) {
  const { toast } = useToast()
  const format = useFormat()
  return useCallback(
    async (error: unknown, ids: readonly string[]) => {
      const problem = problemOf(error)
      if (problem.status !== 409 && problem.status !== 412) {
        toast({ text: problem.detail ?? problem.title, tone: 'wrong' })
        return
      }
      await queryClient.refetchQueries({ queryKey: ['report', id] })
      const report = queryClient.getQueryData<ReportView>(['report', id])
      const found = report ? conflictsOf(report, ids) : []
      noteConflicts(found)
      const [first] = found
      if (!first) {
        toast({ text: problem.detail ?? problem.title, tone: 'wrong' })
        return
      }
      const { seq, who, what, at } = first[1]
      const params = { n: seq, who: who[format.lang], what: what[format.lang], at: format.time(at) }
      const text = t(
        '第 {n} 条没有存：{who} {at} 已“{what}”。已换成最新的，你填的还在。',
        'No. {n} was not saved: {who} did “{what}” at {at}. The line is up to date; what you typed is still here.',
      )
      toast({ text, params, tone: 'wrong' })
    },
    [id, toast, format, noteConflicts],
  )
}

function conflictsOf(report: ReportView, ids: readonly string[]): (readonly [string, Conflict])[] {
  return ids.flatMap((id) => {
    const commitment = report.commitments.find((one: CommitmentView) => one.id === id)
    const entry = commitment && lastEntryOn(report, commitment.seq)
    if (!commitment || !entry) return []
    return [[id, { seq: commitment.seq, who: entry.post, what: entry.label, at: entry.at }] as const]
  })
}
