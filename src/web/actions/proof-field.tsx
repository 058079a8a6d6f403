import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { DateField } from '../parts/date-field.tsx'
import { NumberField, TextField } from '../parts/field.tsx'
import { Light } from '../parts/light.tsx'
import { FileRow, Upload } from '../parts/upload.tsx'
import { type Proof, type ProofDraft, PROOFS_AT_MOST } from './use-proof.ts'

const ACCEPT = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf', '.docx', '.xlsx', '.txt']

type ProofFieldProps = {
  proof: Proof
  error?: string | undefined
  /** Unit of a counted target: each proof then says how much it shows done. */
  counted?: string | null
  /** Message for one fact of one proof, by the field's name: evidence.0.amount. */
  messageOf?: (field: string) => string | undefined
}

/** 佐证: choose, drop or paste up to three files; each shows at once whether it can be used. */
export function ProofField({ proof, error, counted = null, messageOf }: ProofFieldProps) {
  const say = useT()
  const left = PROOFS_AT_MOST - proof.drafts.length
  return (
    <div className="fd">
      <span className="lab">
        {say(t('佐证', 'Proof'))}
        <span className="req">
          {say(t('图片、PDF、docx、xlsx，每件 20 MB 以内', 'pictures, PDF, docx, xlsx, up to 20 MB each'))}
        </span>
      </span>
      <div className="up">
        {proof.drafts.map((draft, at) => (
          <Row
            key={`${draft.file.name}${draft.file.lastModified}`}
            draft={draft}
            proof={proof}
            counted={counted}
            wrong={(fact) => messageOf?.(`evidence.${at}.${fact}`)}
          />
        ))}
        {left > 0 && (
          <Upload onFiles={proof.add} accept={ACCEPT} note={say(t('还可传 {left} 件', '{left} more'), { left })} />
        )}
      </div>
      {error && <p className="help err">{error}</p>}
    </div>
  )
}

type RowProps = {
  draft: ProofDraft
  proof: Proof
  counted: string | null
  wrong: (fact: string) => string | undefined
}

function Row({ draft, proof, counted, wrong }: RowProps) {
  const say = useT()
  const { file, stored, problem } = draft
  const state = problem ? (
    <Light light="late">{say(t('不能用', 'Not usable'))}</Light>
  ) : stored ? (
    <Light light="ok">{say(t('可用', 'Usable'))}</Light>
  ) : undefined
  return (
    <div>
      <FileRow
        name={file.name}
        sub={`${Math.ceil(file.size / 1024)} KB`}
        picture={problem ? undefined : file}
        state={state}
        progress={stored || problem ? undefined : 0.5}
        onRemove={() => proof.remove(file)}
      />
      {problem && (
        <p className="help err" role="alert">
          {say(problem.detail ?? problem.title)}
        </p>
      )}
      {stored && <Facts draft={draft} proof={proof} counted={counted} wrong={wrong} />}
    </div>
  )
}

/** What the proof is, where and when it was taken, and how much it shows. All may be left empty. */
function Facts({ draft, proof, counted, wrong }: RowProps) {
  const say = useT()
  const { file } = draft
  const change = (part: Partial<ProofDraft>) => proof.change(file, part)
  return (
    <div className="pfacts">
      <TextField
        label={say(t('名称', 'What it is'))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        placeholder={say(t('如 竣工验收备案表', 'such as acceptance form'))}
        maxLength={40}
      />
      <TextField
        label={say(t('地点', 'Place'))}
        value={draft.place}
        onChange={(place) => change({ place })}
        placeholder={say(t('可不填', 'optional'))}
        maxLength={200}
      />
      <DateField
        label={say(t('日期', 'Taken on'))}
        value={draft.takenOn}
        onChange={(takenOn) => change({ takenOn })}
        error={wrong('takenOn')}
      />
      {counted !== null && (
        <NumberField
          label={say(t('证明完成', 'Shows done'))}
          value={draft.amount}
          onChange={(amount) => change({ amount })}
          min={0}
          unit={counted}
          error={wrong('amount')}
        />
      )}
    </div>
  )
}
