import { useState } from 'react'
import type { ItemView } from '../../../api/present/item.ts'
import type { Evidence, Verdict } from '../../../engine/item.ts'
import { t } from '../../../text.ts'
import { useTakeAction } from '../../actions/use-take-action.ts'
import { newKey } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button, IconButton, LinkButton } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/field.tsx'
import { Light } from '../../parts/light.tsx'
import { problemOf } from '../../problem.ts'
import { kindWords } from './proof-words.ts'
import { verdicts } from './verdicts.ts'

type ProofViewerProps = {
  item: ItemView
  proofs: readonly Evidence[]
  shown: string | null
  onShow: (id: string | null) => void
}

/** One proof large, with its facts, its verdict, and the proofs before and after it. */
export function ProofViewer({ item, proofs, shown, onShow }: ProofViewerProps) {
  const say = useT()
  const at = proofs.findIndex(({ id }) => id === shown)
  const proof = proofs[at]
  const step = (by: 1 | -1) => onShow(proofs[(at + by + proofs.length) % proofs.length]?.id ?? null)
  return (
    <Dialog open={proof !== undefined} onClose={() => onShow(null)} title={proof ? say(kindWords(proof)) : ''} wide>
      {proof && (
        <div
          className="pview"
          onKeyDown={(event) => {
            if (event.target instanceof HTMLInputElement) return
            if (event.key === 'ArrowLeft') step(-1)
            if (event.key === 'ArrowRight') step(1)
          }}
        >
          <Picture proof={proof} />
          <div className="row">
            {proofs.length > 1 && (
              <>
                <IconButton icon="left" label={say(t('上一件', 'Previous'))} onPress={() => step(-1)} />
                <span className="meta">{`${at + 1} / ${proofs.length}`}</span>
                <IconButton icon="right" label={say(t('下一件', 'Next'))} onPress={() => step(1)} />
              </>
            )}
            <span className="sp" />
            <LinkButton small icon="save" download href={`/api/files/${proof.sha256}`}>
              {say(t('下载', 'Download'))}
            </LinkButton>
          </div>
          <Judge key={proof.id} proof={proof} item={item} />
          <Facts proof={proof} item={item} />
        </div>
      )}
    </Dialog>
  )
}

function Picture({ proof }: { proof: Evidence }) {
  const say = useT()
  const address = `/api/files/${proof.sha256}`
  if (proof.type.startsWith('image/')) return <img className="pbig" src={address} alt={say(kindWords(proof))} />
  // The browser's own viewer; where it has none, it says so itself, and the file can be downloaded beside it.
  // oxlint-disable-next-line react/iframe-missing-sandbox -- the viewer refuses a sandbox; the file brings a policy of its own
  if (proof.type === 'application/pdf') return <iframe className="pbig pdf" src={address} title={proof.name} />
  return (
    <p className="pbig none">
      {proof.name}
      <a href={address} target="_blank" rel="noreferrer">
        {say(t('在新窗口打开', 'Open in a new tab'))}
      </a>
    </p>
  )
}

function Facts({ proof, item }: { proof: Evidence; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const { name, place, takenOn, addedAt, amount, size, sha256, verdict } = proof
  const unit = item.status.reported.unit ?? ''
  const facts = [
    [t('文件', 'File'), `${name} · ${Math.ceil(size / 1024)} KB`],
    [t('地点', 'Place'), place],
    [t('日期', 'Taken on'), takenOn && format.day(takenOn, true)],
    [t('上传', 'Added'), format.moment(addedAt, true)],
    [t('证明完成', 'Shows done'), amount === null ? null : `${format.number(amount)} ${unit}`],
    ['SHA-256', sha256],
  ] as const
  return (
    <dl className="vals one">
      <div>
        <dt>{say(t('核验', 'Verdict'))}</dt>
        <dd>
          <Light light={verdicts[verdict].light}>{say(verdicts[verdict].word)}</Light>
        </dd>
      </div>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={typeof label === 'string' ? label : label.en}>
              <dt>{typeof label === 'string' ? label : say(label)}</dt>
              <dd className={label === 'SHA-256' ? 'mono' : undefined}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

const GIVEN = ['valid', 'doubtful', 'rejected'] as const satisfies readonly Verdict[]

/** 有效, 存疑 or 不符, with a word why; open to the supervision office, never for one's own proof. */
function Judge({ proof, item }: { proof: Evidence; item: ItemView }) {
  const say = useT()
  const judge = item.actions.find(({ id }) => id === 'judge')
  const take = useTakeAction(item)
  const [note, setNote] = useState('')
  if (!judge) return null
  const problem = take.error ? problemOf(take.error) : null
  const reason = problem && say(problem.errors[0]?.message ?? problem.detail ?? problem.title)
  const give = (verdict: (typeof GIVEN)[number]) =>
    take.mutate({
      action: judge,
      body: { target: proof.id, verdict, note: note.trim() || null },
      key: newKey(),
    })
  return (
    <div className="judge">
      <TextField
        label={say(t('核验说明', 'Note on the verdict'))}
        note={say(t('存疑、不符必填', 'required unless valid'))}
        value={note}
        onChange={setNote}
        maxLength={200}
        error={reason}
      />
      <div className="row">
        {GIVEN.map((verdict) => (
          <Button
            key={verdict}
            look={proof.verdict === 'pending' && verdict === 'valid' ? 'primary' : 'secondary'}
            isDisabled={proof.verdict === verdict || !judge.open}
            busy={take.isPending}
            onPress={() => give(verdict)}
          >
            {say(verdicts[verdict].word)}
          </Button>
        ))}
        {!judge.open && <span className="meta">{judge.refusals.map(({ message }) => say(message)).join(' ')}</span>}
      </div>
    </div>
  )
}
