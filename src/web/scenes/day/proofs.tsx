import { useState } from 'react'
import type { ActionView, ItemView } from '../../../api/present/item.ts'
import type { Evidence } from '../../../engine/item.ts'
import { t } from '../../../text.ts'
import { useTakeAction } from '../../actions/use-take-action.ts'
import { newKey } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Light } from '../../parts/light.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { problemOf } from '../../problem.ts'
import { verdicts } from '../item-page/verdicts.ts'

const GIVEN = ['valid', 'doubtful', 'rejected'] as const

/** 佐证: every proof with its verdict; the chosen one is shown and judged. */
export function Proofs({ item }: { item: ItemView }) {
  const say = useT()
  const { evidence } = item
  const first = evidence.find(({ verdict }) => verdict === 'pending') ?? evidence[0]
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = evidence.find(({ id }) => id === picked) ?? first
  const pending = evidence.filter(({ verdict }) => verdict === 'pending').length
  return (
    <div className="pl">
      <div className="ph">
        <h2>{say(t('佐证', 'Proof'))}</h2>
        <span className="meta">
          {say(t('{n} 件，待核 {pending}', '{n}, {pending} to check'), { n: evidence.length, pending })}
        </span>
      </div>
      {chosen ? (
        <>
          <ProofTable evidence={evidence} chosen={chosen.id} onPick={setPicked} />
          <Judging key={chosen.id} item={item} proof={chosen} />
        </>
      ) : (
        <EmptyState icon="clip" title={say(t('还没有佐证', 'No proof yet'))} />
      )}
    </div>
  )
}

type ProofTableProps = { evidence: readonly Evidence[]; chosen: string; onPick: (id: string) => void }

function ProofTable({ evidence, chosen, onPick }: ProofTableProps) {
  const say = useT()
  const format = useFormat()
  return (
    <div className="sg scrollx">
      <table className="tb s6">
        <thead>
          <tr>
            <th>{say(t('名称', 'Name'))}</th>
            <th>{say(t('地点', 'Place'))}</th>
            <th>{say(t('拍摄', 'Taken'))}</th>
            <th>{say(t('结论', 'Verdict'))}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ id, name, place, takenOn, verdict }) => (
            <tr key={id} className={id === chosen ? 'sel' : ''} onClick={() => onPick(id)}>
              <td className="el nm">
                <button type="button" aria-pressed={id === chosen} title={name}>
                  {name}
                </button>
              </td>
              <td className="el pc" title={place ?? undefined}>
                {place ?? <span className="z">—</span>}
              </td>
              <td className="muted">{takenOn ? format.day(takenOn) : '—'}</td>
              <td>
                <Light light={verdicts[verdict].light}>{say(verdicts[verdict].word)}</Light>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The chosen proof, large, and the verdict on it: given at once, taken back for ten minutes. */
function Judging({ item, proof }: { item: ItemView; proof: Evidence }) {
  const say = useT()
  const format = useFormat()
  const action = item.actions.find(({ id }) => id === 'judge')
  const facts = [
    proof.place,
    proof.takenOn && say(t('{day} 拍摄', 'taken {day}'), { day: format.day(proof.takenOn) }),
    proof.amount !== null && say(t('显示完成 {n}', 'shows {n} done'), { n: proof.amount }),
    say(t('{at} 交来', 'handed in {at}'), { at: format.moment(proof.addedAt) }),
  ].filter((fact): fact is string => typeof fact === 'string')
  return (
    <div className="cmp">
      <Preview proof={proof} />
      <div className="jd">
        <b className="el" title={proof.name}>
          {proof.name}
        </b>
        {facts.map((fact) => (
          <small key={fact}>{fact}</small>
        ))}
        {action?.open ? (
          <VerdictForm item={item} proof={proof} action={action} />
        ) : (
          <small>{say(action?.refusals[0]?.message ?? t('现在不能核验', 'Cannot be judged now'))}</small>
        )}
      </div>
    </div>
  )
}

function Preview({ proof: { sha256, name, type } }: { proof: Evidence }) {
  const say = useT()
  const address = `/api/files/${sha256}`
  return (
    <figure>
      <a href={address} target="_blank" rel="noreferrer" aria-label={say(t('打开 {name}', 'Open {name}'), { name })}>
        {type.startsWith('image/') ? (
          <img src={address} alt={name} loading="lazy" />
        ) : (
          <span className="file">
            <Icon name="read" size="l" />
            {say(t('打开看', 'Open'))}
          </span>
        )}
      </a>
    </figure>
  )
}

function VerdictForm({ item, proof, action }: { item: ItemView; proof: Evidence; action: ActionView }) {
  const say = useT()
  const [note, setNote] = useState('')
  const take = useTakeAction(item)
  const problem = take.error ? problemOf(take.error) : null
  const judge = (verdict: (typeof GIVEN)[number]) =>
    take.mutate({
      action,
      body: { target: proof.id, verdict, note: note.trim() || null },
      key: newKey(),
    })
  return (
    <>
      <TextField
        label={say(t('意见', 'Remark'))}
        hideLabel
        placeholder={say(t('意见，可不填', 'Remark, optional'))}
        value={note}
        onChange={setNote}
        maxLength={500}
        className="sm2"
      />
      <div className="row vd">
        {GIVEN.map((verdict) => (
          <Button
            key={verdict}
            small
            aria-pressed={proof.verdict === verdict}
            className={proof.verdict === verdict ? 'on' : ''}
            isDisabled={take.isPending || proof.verdict === verdict}
            onPress={() => judge(verdict)}
          >
            <Light light={verdicts[verdict].light}>{say(verdicts[verdict].word)}</Light>
          </Button>
        ))}
      </div>
      {problem && (
        <p className="help err" role="alert">
          {say(problem.errors[0]?.message ?? problem.detail ?? problem.title)}
        </p>
      )}
    </>
  )
}
