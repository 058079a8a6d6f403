import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ItemView, NewItemBody } from '../../../api/present/item.ts'
import { isFilled } from '../../../engine/values.ts'
import { COMMON_LABELS } from '../../../engine/common-faults.ts'
import { type AnyLedger, entryFor, many } from '../../../engine/ledger.ts'
import { needsField } from '../../../engine/refusals.ts'
import { t } from '../../../text.ts'
import { WholeProblem } from '../../actions/action-foot.tsx'
import { useDraft } from '../../actions/use-draft.ts'
import { newKey, post } from '../../client.ts'
import { FieldInput } from '../../fields/field-input.tsx'
import { UnitsPicker } from '../../fields/units-picker.tsx'
import { usePostOptions, useUnitOptions } from '../../fields/units.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Form } from '../../parts/form.tsx'
import { Select, UnitPicker } from '../../parts/select.tsx'
import { useToast } from '../../parts/toast.tsx'
import { fieldMessage, Problem, problemOf } from '../../problem.ts'
import { useSession } from '../../session.ts'

/** 交办: shown to those who may open an item in this ledger. */
export function CreateItem({ ledger }: { ledger: AnyLedger }) {
  const say = useT()
  const { roles } = useSession()
  const [open, setOpen] = useState(false)
  if (!many<string>(ledger.create.by).some((role) => roles.includes(role))) return null
  return (
    <>
      <Button small look="primary" icon="plus" onPress={() => setOpen(true)}>
        {say(t('交办', 'Issue'))}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={say(t('交办 · {ledger}', 'Issue · {ledger}'), { ledger: say(ledger.label) })}
        shape="drawer"
      >
        <CreateForm ledger={ledger} onLeave={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

type Written = {
  title: string
  lead: string | null
  co: readonly string[]
  leader: string | null
  values: Readonly<Record<string, unknown>>
}

const WHO = ['title', 'lead_unit', 'co_units', 'leader_post']
const EMPTY: Written = { title: '', lead: null, co: [], leader: null, values: {} }

function CreateForm({ ledger, onLeave }: { ledger: AnyLedger; onLeave: () => void }) {
  const say = useT()
  const client = useQueryClient()
  const { toast } = useToast()
  const [, navigate] = useLocation()
  const draft = useDraft<Written>(`draft:new:${ledger.id}`, () => EMPTY)
  const [key, setKey] = useState(newKey)
  const written = draft.value
  const change = (part: Partial<Written>) => draft.change((before) => ({ ...before, ...part }))
  const fill = (id: string, value: unknown) =>
    draft.change((before) => ({ ...before, values: { ...before.values, [id]: value } }))
  const issue = useMutation({
    mutationFn: async () => {
      const empty = emptyFields(ledger, written)
      if (empty.length > 0) throw new Problem({ status: 422, code: 'refused', title: UNFILLED, errors: empty })
      return post<ItemView>(`/ledgers/${ledger.id}/items`, bodyOf(ledger, written), { key })
    },
    onSuccess: (item) => {
      draft.forget()
      client.setQueryData(['item', item.id], item)
      for (const queryKey of [['ledger', ledger.id], ['ledgers'], ['day'], ['cockpit']])
        void client.invalidateQueries({ queryKey })
      toast({ text: t(`已交办 ${item.number}`, `Issued ${item.number}`) })
      navigate(`/items/${item.id}`)
    },
    // A refused body is corrected and sent as another.
    onError: () => setKey(newKey()),
  })
  const problem = issue.error ? problemOf(issue.error) : null
  const wrong = (field: string) => {
    const message = fieldMessage(issue.error, field) ?? fieldMessage(issue.error, `values.${field}`)
    return message && say(message)
  }
  return (
    <Form onSubmit={() => issue.mutate()} problem={problem} className="fields">
      <WhoFields written={written} change={change} wrong={wrong} />
      {ledger.create.asks.map((id) => {
        const field = ledger.fields[id]
        return (
          field &&
          field.kind !== 'quantities' &&
          field.kind !== 'quantity' && (
            <FieldInput
              key={id}
              id={id}
              field={field}
              value={written.values[id]}
              onChange={(value) => fill(id, value)}
              required={field.required}
              error={wrong(id)}
            />
          )
        )
      })}
      {problem && <WholeProblem problem={problem} fields={[...WHO, ...ledger.create.asks]} />}
      <div className="fb">
        <Button look="primary" type="submit" busy={issue.isPending}>
          {say(t('交办', 'Issue'))}
        </Button>
        <Button look="text" onPress={onLeave}>
          {say(t('先不办', 'Not now'))}
        </Button>
        <span className="meta">{say(t('填的内容自动存在本机', 'What you write is kept in this browser'))}</span>
      </div>
    </Form>
  )
}

const UNFILLED = t('还有没填的', 'Something is not filled in')

/** What must be filled in and is not, said before anything is sent. */
function emptyFields(ledger: AnyLedger, { title, lead, values }: Written) {
  const asked = ledger.create.asks.flatMap((id) => {
    const field = entryFor(ledger.fields, id)
    return field?.required === true && !isFilled(values[id]) ? [needsField(id, field.label)] : []
  })
  return [
    ...(title.trim() === '' ? [needsField('title', COMMON_LABELS.title)] : []),
    ...(lead === null ? [needsField('lead_unit', COMMON_LABELS.lead_unit)] : []),
    ...asked,
  ]
}

type WhoProps = {
  written: Written
  change: (part: Partial<Written>) => void
  wrong: (field: string) => string | undefined
}

function WhoFields({ written, change, wrong }: WhoProps) {
  const say = useT()
  const units = useUnitOptions()
  const posts = usePostOptions('leader')
  return (
    <>
      <TextField
        label={say(t('事项', 'Item'))}
        name="title"
        value={written.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        required
        autoFocus
        error={wrong('title')}
      />
      <UnitPicker
        label={say(t('牵头单位', 'Lead unit'))}
        name="lead_unit"
        units={units}
        value={written.lead}
        onChange={(lead) => change({ lead })}
        required
        error={wrong('lead_unit')}
      />
      <UnitsPicker
        label={say(t('协办单位', 'Co-units'))}
        note={say(t('可不填', 'optional'))}
        units={units.filter(({ id }) => id !== written.lead)}
        value={written.co}
        onChange={(co) => change({ co })}
        error={wrong('co_units')}
      />
      <Select
        label={say(t('分管领导', 'Leader'))}
        note={say(t('可不填', 'optional'))}
        name="leader_post"
        options={posts}
        value={written.leader}
        onChange={(leader) => change({ leader })}
        error={wrong('leader_post')}
      />
    </>
  )
}

function bodyOf(ledger: AnyLedger, { title, lead, co, leader, values }: Written): NewItemBody {
  const filled = ledger.create.asks.filter((id) => isFilled(values[id]))
  return {
    title: title.trim(),
    lead_unit: lead ?? '',
    co_units: co,
    leader_post: leader,
    values: Object.fromEntries(filled.map((id) => [id, values[id]])),
  }
}
