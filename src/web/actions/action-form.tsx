import { useState } from 'react'
import type { ActionView, ItemView } from '../../api/present/item.ts'
import type { AnyLedger } from '../../engine/ledger.ts'
import { t } from '../../text.ts'
import { newKey } from '../client.ts'
import { FieldInput } from '../fields/field-input.tsx'
import { useT } from '../i18n/lang.tsx'
import { Button } from '../parts/button.tsx'
import { TextArea } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { fieldMessage, problemOf } from '../problem.ts'
import { ProofField } from './proof-field.tsx'
import { useDraft } from './use-draft.ts'
import { useProof } from './use-proof.ts'
import { useTakeAction } from './use-take-action.ts'

type Written = Readonly<Record<string, unknown>>

type ActionFormProps = {
  ledger: AnyLedger
  item: Pick<ItemView, 'id' | 'version' | 'title' | 'values' | 'evidence'>
  action: ActionView
  onDone?: () => void
  /** Given where the form can be left without doing anything. */
  onCancel?: () => void
}

/** The form of an action, drawn from the definition: what it asks, a note, proof. Refusals stand under their field. */
export function ActionForm({ ledger, item, action, onDone, onCancel }: ActionFormProps) {
  const say = useT()
  const draft = useDraft(`draft:${item.id}:${item.version}:${action.id}`, () => ({
    values: Object.fromEntries(action.asks.map((id) => [id, item.values[id] ?? null])) as Written,
    note: '',
  }))
  const { values, note } = draft.value
  const [key, setKey] = useState(newKey)
  const proof = useProof()
  const take = useTakeAction(item)
  const problem = take.error ? problemOf(take.error) : null
  const messageOf = (field: string) => {
    const message = fieldMessage(take.error, field) ?? fieldMessage(take.error, `values.${field}`)
    return message && say(message)
  }
  const done = () => {
    draft.forget()
    onDone?.()
  }
  const submit = () => {
    const body = { ...(action.asks.length > 0 ? { values } : {}), note: note.trim() || null, evidence: proof.evidence }
    take.mutate({ action, body, key }, { onSuccess: done, onError: () => setKey(newKey()) })
  }
  return (
    <Form onSubmit={submit} problem={problem} className="fields">
      <Asked
        ledger={ledger}
        action={action}
        values={values}
        onChange={(next) => draft.change({ values: next, note })}
        messageOf={messageOf}
      />
      {action.note !== 'none' && (
        <TextArea
          label={say(t('说明', 'Note'))}
          note={say(
            action.note === 'required'
              ? t('必填', 'required')
              : t('可不填，长短不计分', 'optional; length never scores'),
          )}
          value={note}
          onChange={(next) => draft.change({ values, note: next })}
          maxLength={500}
          required={action.note === 'required'}
          error={messageOf('note')}
        />
      )}
      {takesProof(action) && <ProofField proof={proof} error={messageOf('evidence')} />}
      {problem && <WholeProblem problem={problem} />}
      <div className="fb">
        <Button
          look={action.destructive ? 'destructive' : 'primary'}
          type="submit"
          busy={take.isPending}
          isDisabled={proof.busy}
        >
          {say(action.label)}
        </Button>
        {onCancel && (
          <Button look="text" onPress={onCancel}>
            {say(t('先不办', 'Not now'))}
          </Button>
        )}
        <span className="meta">
          {say(
            action.undo
              ? t('10 分钟内可撤回；撤回也留记录', 'Can be taken back for 10 minutes; that too is recorded')
              : t('不能撤回', 'Cannot be taken back'),
          )}
        </span>
        {draft.savedAt !== null && <Saved at={draft.savedAt} />}
      </div>
    </Form>
  )
}

type AskedProps = {
  ledger: AnyLedger
  action: ActionView
  values: Written
  onChange: (values: Written) => void
  messageOf: (field: string) => string | undefined
}

function Asked({ ledger, action, values, onChange, messageOf }: AskedProps) {
  return action.asks.map((id, at) => {
    const field = ledger.fields[id]
    return (
      field && (
        <FieldInput
          key={id}
          id={id}
          field={field}
          value={values[id]}
          onChange={(value) => onChange({ ...values, [id]: value })}
          required={action.requires.includes(id)}
          error={messageOf(id)}
          autoFocus={at === 0}
        />
      )
    )
  })
}

/** By the machine's own clock, not the city's: it says when this browser kept the draft. */
function Saved({ at }: { at: number }) {
  const say = useT()
  const time = new Date(at).toTimeString().slice(0, 5)
  return <span className="meta saved">{say(t('{time} 已自动暂存', 'draft kept {time}'), { time })}</span>
}

/** What concerns the whole: a lost race, a lost connection, a stage that moved on. */
function WholeProblem({ problem }: { problem: ReturnType<typeof problemOf> }) {
  const say = useT()
  const loose = problem.errors.filter(
    (error) => error.field === null || error.field === 'stage' || error.field === 'role',
  )
  return (
    <div className="help err" role="alert">
      <p>{say(problem.detail ?? problem.title)}</p>
      {loose.map((error) => (
        <p key={error.code + error.message.zh}>{say(error.message)}</p>
      ))}
    </div>
  )
}

/** Proof belongs to reporting and handing in, not to signing or judging. */
function takesProof(action: ActionView): boolean {
  return action.id === 'attach' || ['report', 'submit', 'feedback', 'deploy'].includes(action.id)
}
