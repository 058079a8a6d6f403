import { useState } from 'react'
import type { ActionBody, ActionView, ItemView } from '../../api/present/item.ts'
import { findAction } from '../../engine/built-in-actions.ts'
import { type AnyLedger, entryFor } from '../../engine/ledger.ts'
import { t } from '../../text.ts'
import { newKey } from '../client.ts'
import { FieldInput } from '../fields/field-input.tsx'
import { useT } from '../i18n/lang.tsx'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { fieldMessage, problemOf } from '../problem.ts'
import { ActionFoot, WholeProblem } from './action-foot.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ProofField } from './proof-field.tsx'
import { TransferFields, type Transfer } from './transfer-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useProof } from './use-proof.ts'
import { useTakeAction } from './use-take-action.ts'
import './actions.css'

type Written = Readonly<Record<string, unknown>>

type ActionFormProps = {
  ledger: AnyLedger
  item: ItemView
  action: ActionView
  onDone?: () => void
  /** Given where the form can be left without doing anything. */
  onCancel?: () => void
}

/** The form of an action, drawn from the definition: what it asks, a note, proof. Refusals stand under their field. */
export function ActionForm({ ledger, item, action, onDone, onCancel }: ActionFormProps) {
  const say = useT()
  const draft = useDraft(`draft:${item.id}:${item.version}:${action.id}`, () => emptyDraft(ledger, item, action))
  const { values, note, transfer } = draft.value
  const [key, setKey] = useState(newKey)
  const [opened] = useState(item.version)
  const proof = useProof()
  const take = useTakeAction(item)
  const problem = take.error ? problemOf(take.error) : null
  const messageOf = (field: string) => {
    const message = fieldMessage(take.error, field) ?? fieldMessage(take.error, `values.${field}`)
    return message && say(message)
  }
  const submit = () => {
    const body: ActionBody = {
      ...(action.asks.length > 0 ? { values } : {}),
      ...(action.id === 'transfer' ? { common: commonOf(transfer) } : {}),
      note: note.trim() || null,
      evidence: proof.evidence,
    }
    const done = () => {
      draft.forget()
      onDone?.()
    }
    take.mutate({ action, body, key }, { onSuccess: done, onError: () => setKey(newKey()) })
  }
  const nothingYet = action.id === 'attach' && proof.evidence.length === 0
  return (
    <Form onSubmit={submit} problem={problem} className="fields">
      {!take.isPending && !take.isSuccess && <ChangedMeanwhile entries={item.entries} since={opened} />}
      {action.id === 'transfer' && (
        <TransferFields
          value={transfer}
          onChange={(next) => draft.change((before) => ({ ...before, transfer: next }))}
          messageOf={messageOf}
        />
      )}
      <Asked
        ledger={ledger}
        action={action}
        values={values}
        onChange={(id, value) => draft.change((before) => ({ ...before, values: { ...before.values, [id]: value } }))}
        messageOf={messageOf}
      />
      {takesProof(action) && (
        <ProofField
          proof={proof}
          error={messageOf('evidence')}
          counted={countedUnit(ledger, item)}
          messageOf={messageOf}
        />
      )}
      {action.note !== 'none' && (
        <Note
          action={action}
          value={note}
          onChange={(next) => draft.change((before) => ({ ...before, note: next }))}
          error={messageOf('note')}
        />
      )}
      {problem && <WholeProblem problem={problem} fields={fieldsOf(action)} />}
      <div className="fb">
        <Button
          look={action.destructive ? 'destructive' : 'primary'}
          type="submit"
          busy={take.isPending}
          isDisabled={proof.busy || nothingYet}
        >
          {say(action.label)}
        </Button>
        {onCancel && (
          <Button look="text" onPress={onCancel}>
            {say(t('先不办', 'Not now'))}
          </Button>
        )}
        <ActionFoot undo={action.undo} savedAt={draft.savedAt} />
      </div>
    </Form>
  )
}

/** What the form can show a refusal at. */
function fieldsOf(action: ActionView): string[] {
  const who = action.id === 'transfer' ? ['lead_unit', 'co_units', 'leader_post'] : []
  const proof = takesProof(action) ? ['evidence'] : []
  return [...action.asks, ...who, ...proof, ...(action.note === 'none' ? [] : ['note'])]
}

type Draft = { values: Written; note: string; transfer: Transfer }

/** Begins with what stands now; what the action empties is asked anew each time (主要问题 of this month). */
function emptyDraft(ledger: AnyLedger, item: ItemView, action: ActionView): Draft {
  const anew = findAction(ledger, action.id)?.action.clears ?? []
  return {
    values: Object.fromEntries(action.asks.map((id) => [id, anew.includes(id) ? null : (item.values[id] ?? null)])),
    note: '',
    transfer: {
      lead: item.leadUnit.id,
      co: item.coUnits.map(({ id }) => id),
      leader: item.leader?.id ?? null,
    },
  }
}

function commonOf({ lead, co, leader }: Transfer): NonNullable<ActionBody['common']> {
  return { ...(lead !== null && { lead_unit: lead }), co_units: co, leader_post: leader }
}

type AskedProps = {
  ledger: AnyLedger
  action: ActionView
  values: Written
  onChange: (id: string, value: unknown) => void
  messageOf: (field: string) => string | undefined
}

function Asked({ ledger, action, values, onChange, messageOf }: AskedProps) {
  return action.asks.map((id, at) => {
    const field = entryFor(ledger.fields, id)
    return (
      field && (
        <FieldInput
          key={id}
          id={id}
          field={field}
          value={values[id]}
          onChange={(value) => onChange(id, value)}
          required={action.requires.includes(id)}
          error={messageOf(id)}
          autoFocus={at === 0}
        />
      )
    )
  })
}

type NoteProps = { action: ActionView; value: string; onChange: (value: string) => void; error: string | undefined }

function Note({ action, value, onChange, error }: NoteProps) {
  const say = useT()
  const required = action.note === 'required'
  return (
    <TextArea
      label={say(required ? t('理由', 'Reason') : t('说明', 'Note'))}
      note={say(required ? t('必填', 'required') : t('可不填，长短不计分', 'optional; length never scores'))}
      name="note"
      value={value}
      onChange={onChange}
      maxLength={500}
      required={required}
      autoFocus={required && action.asks.length === 0}
      error={error}
    />
  )
}

/** Proof belongs to reporting and handing in, not to signing or judging. */
function takesProof(action: ActionView): boolean {
  return action.id === 'attach' || ['report', 'submit', 'feedback', 'deploy'].includes(action.id)
}

/** The unit of the item's counted target; null where nothing is counted. */
function countedUnit(ledger: AnyLedger, { values }: ItemView): string | null {
  const { progress } = ledger
  if (!progress || typeof values[progress.target] !== 'number') return null
  const unit = progress.unit === undefined ? undefined : values[progress.unit]
  return typeof unit === 'string' ? unit : ''
}
