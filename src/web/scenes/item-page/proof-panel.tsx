import { useState } from 'react'
import type { ItemView } from '../../../api/present/item.ts'
import type { Evidence } from '../../../engine/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { ActionForm } from '../../actions/action-form.tsx'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import { LightShape } from '../../parts/light.tsx'
import { Panel } from '../../parts/panel.tsx'
import { MissingProof } from '../../parts/missing-proof.tsx'
import { missingProof } from './missing-proof.ts'
import { ProofViewer } from './proof-viewer.tsx'
import { kindWords } from './proof-words.ts'
import { verdicts } from './verdicts.ts'

/** Tiles up to here; the rest on demand. */
const FIRST = 11

/** 佐证: each proof with its verdict; a press opens it, and the supervision office judges it there. */
export function ProofPanel({ item, ledger }: { item: ItemView; ledger: AnyLedger }) {
  const say = useT()
  const [viewed, setViewed] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const [all, setAll] = useState(false)
  const attach = item.actions.find((action) => action.id === 'attach' && action.open)
  const missing = missingProof(item)
  const rule = item.values['proof_rule']
  const proofs = [...item.evidence].reverse()
  const shown = all ? proofs : proofs.slice(0, FIRST)
  const valid = proofs.filter(({ verdict }) => verdict === 'valid').length
  return (
    <div id="proof">
      <Panel
        title={say(t('佐证 {n}', 'Proof {n}'), { n: proofs.length })}
        meta={
          typeof rule === 'string'
            ? say(t('销号要求：{rule}', 'To close: {rule}'), { rule })
            : say(t('有效 {valid} 件', '{valid} valid'), { valid })
        }
        actions={
          attach && (
            <Button small icon="upload" onPress={() => setAdding(true)}>
              {say(t('上传', 'Upload'))}
            </Button>
          )
        }
      >
        {proofs.length === 0 && !missing && (
          <p className="pad meta">
            {say(
              t(
                '还没有佐证。没有核验有效的佐证，不能销号。',
                'No proof yet. Without proof found valid, it cannot be closed.',
              ),
            )}
          </p>
        )}
        <div className="gal">
          {shown.map((proof) => (
            <Tile key={proof.id} proof={proof} onOpen={() => setViewed(proof.id)} />
          ))}
          {missing && (
            <MissingProof
              title={say(missing.title)}
              why={say(missing.why)}
              whose={say(item.leadUnit.short)}
              {...(attach && { onPress: () => setAdding(true) })}
            />
          )}
        </div>
        {shown.length < proofs.length && (
          <div className="pad pl">
            <Button small look="text" onPress={() => setAll(true)}>
              {say(t('再看 {n} 件', '{n} more'), { n: proofs.length - shown.length })}
            </Button>
          </div>
        )}
        <Dialog
          open={adding}
          onClose={() => setAdding(false)}
          title={say(t('上传佐证', 'Attach proof'))}
          shape="drawer"
        >
          {attach && (
            <ActionForm
              ledger={ledger}
              item={item}
              action={attach}
              onDone={() => setAdding(false)}
              onCancel={() => setAdding(false)}
            />
          )}
        </Dialog>
        <ProofViewer item={item} proofs={proofs} shown={viewed} onShow={setViewed} />
      </Panel>
    </div>
  )
}

/** A press opens the viewer; with Ctrl or the middle button the file itself. */
function Tile({ proof, onOpen }: { proof: Evidence; onOpen: () => void }) {
  const say = useT()
  const format = useFormat()
  const { sha256, type, name, place, takenOn, addedAt, verdict } = proof
  const { light, word } = verdicts[verdict]
  const title = say(kindWords(proof))
  const address = `/api/files/${sha256}`
  return (
    <figure className="proof">
      <a
        className="pic"
        href={address}
        aria-label={[title, place, say(word)].filter(Boolean).join(' ')}
        aria-haspopup="dialog"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          onOpen()
        }}
      >
        {type.startsWith('image/') ? <img src={address} alt="" loading="lazy" /> : <FileSign type={type} />}
      </a>
      <figcaption>
        <b className="el" title={name}>
          {title}
        </b>
        <small className="el">{place ?? ' '}</small>
        <small className="row">
          <time dateTime={takenOn ?? addedAt}>{format.day(takenOn ?? addedAt)}</time>
          <span className="sp" />
          <LightShape light={light} small word={false} />
          {say(word)}
        </small>
      </figcaption>
    </figure>
  )
}

function FileSign({ type }: { type: string }) {
  const ending = type.includes('pdf') ? 'PDF' : type.includes('word') ? 'DOCX' : type.includes('sheet') ? 'XLSX' : 'TXT'
  return (
    <span className="fsign">
      <Icon name="read" size="l" />
      {ending}
    </span>
  )
}
