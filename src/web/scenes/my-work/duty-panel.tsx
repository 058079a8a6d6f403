import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActionView, ItemView } from '../../../api/present/item.ts'
import type { DutyView } from '../../../api/present/work.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { ActionForm } from '../../actions/action-form.tsx'
import { get } from '../../client.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { LinkButton } from '../../parts/button.tsx'
import { RadioGroup } from '../../parts/choice.tsx'
import { Light } from '../../parts/light.tsx'
import { RefusedList } from '../../parts/refused.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { FilledIn } from './filled-in.tsx'

/** Built-in actions stand on the item's page; here is only what settles the duty. */
const isDuty = (action: ActionView) => action.open && !action.builtIn

/** The duty at hand: what it is, until when, and the form that settles it. */
export function DutyPanel({ duty }: { duty: DutyView }) {
  const { id } = duty.item
  const query = useQuery({ queryKey: ['item', id], queryFn: ({ signal }) => get<ItemView>(`/items/${id}`, signal) })
  if (query.isPending) return <Skeleton />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Panel duty={duty} item={query.data} />
}

function Panel({ duty, item }: { duty: DutyView; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const { clock, dueAt, light } = duty
  return (
    <section className="panel fm5" aria-label={hanSpaced(item.title)}>
      <div className="fh">
        <div>
          <div className="row">
            <Light light={light}>{dueAt ? format.due(dueAt) : say(item.stageLabel)}</Light>
            <span className="meta">
              {item.number}
              {clock ? ` · ${say(clock.label)}` : ''} · {say(item.stageLabel)}
            </span>
          </div>
          <h1>{hanSpaced(item.title)}</h1>
          {duty.remark && <p className="t-warn">{duty.remark}</p>}
        </div>
        <span className="sp" />
        <LinkButton small href={`/items/${item.id}`}>
          {say(t('看事项', 'See item'))}
        </LinkButton>
      </div>
      <div className="fg">
        <Work duty={duty} item={item} />
        <FilledIn item={item} />
      </div>
    </section>
  )
}

function Work({ duty, item }: { duty: DutyView; item: ItemView }) {
  const say = useT()
  const ledger = findLedger(item.ledger)
  const open = item.actions.filter(isDuty)
  const preferred =
    open.find((action) => action.id === duty.action?.id) ?? open.find((action) => action.primary) ?? open[0]
  const [picked, setPicked] = useState<string | null>(null)
  const action = open.find((one) => one.id === picked) ?? preferred
  const refused = item.actions.filter((one) => !one.open && !one.builtIn)
  if (!ledger || !action) {
    return (
      <EmptyState title={say(t('现在不用办', 'Nothing to do now'))}>
        {say(
          t('已交出，等对方办理；有退回会回到“要我办”。', 'Handed in. If it is returned, it comes back to your list.'),
        )}
      </EmptyState>
    )
  }
  return (
    <div>
      {open.length > 1 && (
        <RadioGroup
          chips
          label={say(t('这次办什么', 'What is done'))}
          options={open.map((one) => ({ id: one.id, label: say(one.label) }))}
          value={action.id}
          onChange={setPicked}
        />
      )}
      <ActionForm key={action.id} ledger={ledger} item={item} action={action} />
      <RefusedList
        actions={refused.map((one) => ({
          id: one.id,
          verb: say(one.label),
          reason: one.refusals.map((refusal) => say(refusal.message)).join(say(t('；', '; '))),
        }))}
      />
    </div>
  )
}
