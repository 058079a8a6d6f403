import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { TextField } from '../parts/field.tsx'
import { Light } from '../parts/light.tsx'
import { FileRow, Upload } from '../parts/upload.tsx'
import { type Proof, type ProofDraft, PROOFS_AT_MOST } from './use-proof.ts'

const ACCEPT = ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf', '.docx', '.xlsx', '.txt']

/** 佐证: choose, drop or paste up to three files; each shows at once whether it can be used. */
export function ProofField({ proof, error }: { proof: Proof; error?: string | undefined }) {
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
        {proof.drafts.map((draft) => (
          <Row key={`${draft.file.name}${draft.file.lastModified}`} draft={draft} proof={proof} />
        ))}
        {left > 0 && (
          <Upload onFiles={proof.add} accept={ACCEPT} note={say(t('还可传 {left} 件', '{left} more'), { left })} />
        )}
      </div>
      {error && <p className="help err">{error}</p>}
    </div>
  )
}

function Row({ draft, proof }: { draft: ProofDraft; proof: Proof }) {
  const say = useT()
  const { file, stored, problem } = draft
  const state = problem ? (
    <Light light="late">{say(problem.detail ?? problem.title)}</Light>
  ) : stored ? (
    <Light light="ok">{say(t('可用', 'Usable'))}</Light>
  ) : undefined
  return (
    <div>
      <FileRow
        name={file.name}
        sub={`${(file.size / 1024).toFixed(0)} KB`}
        picture={file}
        state={state}
        progress={stored || problem ? undefined : 0.5}
        onRemove={() => proof.remove(file)}
      />
      {stored && (
        <TextField
          label={say(t('{name} 的地点', 'Place of {name}'), { name: file.name })}
          hideLabel
          value={draft.place}
          onChange={(place) => proof.change(file, { place })}
          placeholder={say(t('地点，可不填', 'Place, optional'))}
          maxLength={200}
        />
      )}
    </div>
  )
}
