import { useEffect, useRef, useState } from 'react'
import type { CommitmentView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { Kind, kindWords } from '../../parts/kind.tsx'
import { MenuButton } from '../../parts/menu.tsx'
import type { CommitmentLabel } from '../../parts/kind.tsx'
import { ProposalForm } from './proposal-form.tsx'
import { ProposalLine, rowClass } from './proposal-row.tsx'
import { changedDecision, rejectReasons, stateWords } from './review-words.ts'
import { SplitLine } from './split-line.tsx'
import type { Desk } from './use-desk.ts'
import { focusField } from './use-desk.ts'

type CurrentProps = { desk: Desk; commitment: CommitmentView }

const labels: readonly CommitmentLabel[] = ['number', 'state', 'trend', 'activity']

/** The proposal under review: its form and what can be done with it. */
export function CurrentProposal({ desk, commitment }: CurrentProps) {
  const say = useT()
  const { drafts, mode } = desk
  const { id, seq, decision, state } = commitment
  const label = drafts.draftOf(id).values.label ?? decision.label
  const row = useRef<HTMLLIElement>(null)
  return (
    <li ref={row} className={`pr cur ${rowClass(state)}`} data-c={id} aria-current="true" tabIndex={-1}>
      <div className="pi">
        <b>{seq}</b>
        <MenuButton
          label={say(t('类别：{kind}', 'Kind: {kind}'), { kind: say(kindWords[label]) })}
          className="kb"
          placement="bottom start"
          actions={labels.map((kind) => ({
            id: kind,
            text: say(kindWords[kind]),
            label: <Kind kind={kind} named />,
            onAction: () => drafts.type(id, { label: kind }),
          }))}
        >
          <Kind kind={label} />
        </MenuButton>
      </div>
      <div className="pm">
        <ProposalLine commitment={commitment}>
          <StateAndTurn desk={desk} commitment={commitment} />
        </ProposalLine>
        <ConflictNote desk={desk} commitment={commitment} />
        <ProposalForm key={id} desk={desk} commitment={commitment} />
        {mode === 'reject' && <RejectLine desk={desk} />}
        {mode === 'split' && <SplitLine key={`split ${id}`} desk={desk} commitment={commitment} />}
        {mode === 'view' && <Actions desk={desk} commitment={commitment} />}
      </div>
    </li>
  )
}

/** The state, and the way back: 留待 while open, 重新审 once decided. */
function StateAndTurn({ desk, commitment: { state } }: CurrentProps) {
  const say = useT()
  const open = state === 'pending' || state === 'later'
  return (
    <>
      <span className="meta">{say(stateWords[state])}</span>
      {state === 'pending' && (
        <Button look="text" small onPress={desk.later} keyHint="L" className="turn">
          {say(t('留待', 'Later'))}
        </Button>
      )}
      {!open && (
        <Button look="text" small onPress={desk.reopen} className="turn">
          {say(t('重新审', 'Review again'))}
        </Button>
      )}
    </>
  )
}

function ConflictNote({ desk, commitment: { id } }: CurrentProps) {
  const say = useT()
  const format = useFormat()
  const conflict = desk.conflicts.get(id)
  if (!conflict) return null
  const params = { who: say(conflict.who), what: say(conflict.what), at: format.time(conflict.at) }
  return (
    <p className="clash" role="status">
      {say(
        t(
          '{at} {who}：{what}。上面是现在的，下面有你填的，按“接受”以你的为准。',
          '{at} {who}: {what}. Above is what stands now, below what you typed; Accept makes yours stand.',
        ),
        params,
      )}
    </p>
  )
}

function Actions({ desk, commitment }: CurrentProps) {
  const say = useT()
  const { drafts, setMode } = desk
  const changed = changedDecision(commitment.decision, drafts.draftOf(commitment.id).values) !== null
  const decided = commitment.state === 'accepted' || commitment.state === 'edited'
  const verb = changed && decided ? t('存下', 'Save') : t('接受', 'Accept')
  return (
    <div className="row act">
      <Button look="primary" small onPress={desk.accept} keyHint="A">
        {say(verb)}
      </Button>
      <Button small onPress={() => focusField('verb')} keyHint="E">
        {say(t('改', 'Edit'))}
      </Button>
      <Button small onPress={desk.merge} keyHint="M">
        {say(t('合并', 'Merge'))}
      </Button>
      <Button small onPress={() => setMode('split')} keyHint="S">
        {say(t('拆分', 'Split'))}
      </Button>
      <span className="sp" />
      <Button look="text" small onPress={() => setMode('reject')} keyHint="R">
        {say(t('不是承诺', 'Not a promise'))}
      </Button>
    </div>
  )
}

/** Why it is no promise: one of the usual reasons, or one's own. Enter sends, Esc leaves. */
function RejectLine({ desk }: { desk: Desk }) {
  const say = useT()
  const [reason, setReason] = useState('')
  const [empty, setEmpty] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const send = () => (reason.trim() === '' ? setEmpty(true) : desk.reject(reason.trim()))
  return (
    <form
      className="rej"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className={`in sm2${empty ? ' err' : ''}`}>
        <input
          ref={input}
          value={reason}
          maxLength={200}
          aria-label={say(t('为什么不是承诺', 'Why it is no promise'))}
          placeholder={say(t('为什么不是承诺', 'Why it is no promise'))}
          onChange={(event) => setReason(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && desk.setMode('view')}
        />
      </div>
      {empty && (
        <p className="help err" role="alert">
          {say(t('原因：没有填。写一句，或点下面一个。', 'Reason: empty. Write one, or take one below.'))}
        </p>
      )}
      <div className="row rsn">
        {rejectReasons.map((one) => (
          <button key={one.en} type="button" className="chip" onClick={() => desk.reject(say(one))}>
            {say(one)}
          </button>
        ))}
      </div>
      <div className="row act">
        <Button type="submit" small>
          {say(t('不是承诺', 'Not a promise'))}
        </Button>
        <Button look="text" small onPress={() => desk.setMode('view')}>
          {say(t('不改', 'Leave'))}
        </Button>
      </div>
    </form>
  )
}
