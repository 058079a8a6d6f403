import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ItemView } from '../../../api/present/item.ts'
import type { DayView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { newKey, post } from '../../client.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useToast } from '../../parts/toast.tsx'
import { problemOf } from '../../problem.ts'

type Done = DayView['doneToday'][number]

/** What the office did today, newest first; for ten minutes each can be taken back. */
export function DoneToday({ done }: { done: readonly Done[] }) {
  const say = useT()
  return (
    <section className="panel dt" id="day-done" aria-label={say(t('今天已办', 'Done today'))}>
      <div className="ph">
        <h2>{say(t('今天已办', 'Done today'))}</h2>
        <span className={done.length === 0 ? 'z' : ''}>{done.length}</span>
      </div>
      {done.length === 0 && <p className="meta none">{say(t('今天还没有办结的', 'Nothing done yet today'))}</p>}
      <ul className="dn">
        {done.map((one) => (
          <DoneRow key={`${one.itemId}${one.at}`} done={one} />
        ))}
      </ul>
    </section>
  )
}

function DoneRow({ done }: { done: Done }) {
  const say = useT()
  const format = useFormat()
  const undo = useUndo(done)
  const title = hanSpaced(done.title)
  return (
    <li>
      <span className="el" title={title}>
        {say(done.label)} <Link href={`/items/${done.itemId}`}>{title}</Link>
      </span>
      <time dateTime={done.at}>{format.time(done.at)}</time>
      {done.canUndo ? (
        <button type="button" className="lk-btn" disabled={undo.isPending} onClick={() => undo.mutate()}>
          {say(t('撤回', 'Undo'))}
          <span className="vis-h"> {title}</span>
        </button>
      ) : (
        <i />
      )}
    </li>
  )
}

function useUndo({ itemId, version, label, title }: Done) {
  const client = useQueryClient()
  const { toast } = useToast()
  return useMutation({
    mutationFn: () => post<ItemView>(`/items/${itemId}/actions/undo`, {}, { match: version, key: newKey() }),
    onSuccess: (view) => {
      client.setQueryData(['item', itemId], view)
      toast({ text: t(`已撤回“${label.zh}”：${title}`, `Taken back: ${label.en}, ${title}`) })
    },
    onError: (error) => {
      const problem = problemOf(error)
      toast({ text: problem.errors[0]?.message ?? problem.detail ?? problem.title, tone: 'wrong' })
    },
    onSettled: () => {
      for (const queryKey of [['day'], ['ledger'], ['ledgers'], ['cockpit'], ['session']])
        void client.invalidateQueries({ queryKey })
    },
  })
}
