import { memo } from 'react'
import { Link } from 'wouter'
import type { CommitmentView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Kind } from '../../parts/kind.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useUnits } from './desk-units.tsx'
import { dueShort, lineWords, shortWords, stateWords, strengthWords } from './review-words.ts'
import { targetWords } from './target-words.ts'

type ProposalRowProps = { commitment: CommitmentView; year: number; drafted: boolean; here: boolean }

/** A proposal in two lines. Pressing it anywhere brings it under review. */
export const ProposalRow = memo(function ProposalRow({ commitment, year, drafted, here }: ProposalRowProps) {
  const say = useT()
  const { id, seq, state, decision } = commitment
  const name = [seq, lineWords(commitment), say(stateWords[state])].join(' ')
  return (
    <li className={`pr ${rowClass(state)}${here ? ' cur' : ''}`} data-c={id} aria-current={here || undefined}>
      <div className="pi">
        <b>{seq}</b>
        <Kind kind={decision.label} />
      </div>
      <div className="pm">
        <ProposalLine commitment={commitment}>
          {drafted && <Tag tone="brand">{say(t('改了没存', 'Unsaved'))}</Tag>}
          <StateMark commitment={commitment} />
        </ProposalLine>
        <ProposalFacts commitment={commitment} year={year} />
      </div>
      <button type="button" className="prs" data-select={id} aria-label={name} tabIndex={here ? 0 : -1} />
    </li>
  )
})

export function rowClass(state: CommitmentView['state']): string {
  if (state === 'later') return 's'
  return state === 'pending' ? 'p' : 'y'
}

/** Verb, object and targets; what stands at the right end is given. */
export function ProposalLine({ commitment, children }: { commitment: CommitmentView; children?: React.ReactNode }) {
  const say = useT()
  const { before, verb, object } = shortWords(commitment)
  const { label, targets } = commitment.decision
  const [first, ...more] = targets
  const tone = commitment.state === 'pending' && label === 'number' ? 'brand' : 'plain'
  return (
    <div className="l1">
      {before === '' && verb !== '' && <b>{verb}</b>}
      <span className="el" title={lineWords(commitment)}>
        {before !== '' && (
          <>
            {before} <b>{verb}</b>{' '}
          </>
        )}
        {hanSpaced(object)}
      </span>
      {first && <Tag tone={tone}>{targetWords(first)}</Tag>}
      {more.length > 0 && <Tag>+{more.length}</Tag>}
      {!first && commitment.relativeTarget !== null && <Tag>{commitment.relativeTarget}</Tag>}
      {label === 'state' && commitment.relativeTarget === null && <Tag>{say(t('状态', 'State'))}</Tag>}
      <span className="sp" />
      {children}
    </div>
  )
}

function ProposalFacts({ commitment, year }: { commitment: CommitmentView; year: number }) {
  const say = useT()
  const { nameOf } = useUnits()
  const { decision, strength, suggestion } = commitment
  const lead =
    decision.leadUnit !== null
      ? nameOf(decision.leadUnit)
      : suggestion
        ? say(t('待定：{unit}', 'Open: {unit}'), { unit: say(suggestion.unit.short) })
        : say(t('缺牵头', 'No lead unit'))
  const due = dueShort(decision, year)
  const facts = [
    lead,
    decision.dueDefault ? say(t('{due} 默认', '{due} by default'), { due }) : due,
    say(strengthWords(strength)),
  ]
  return <div className={`meta el${decision.leadUnit === null ? ' nolead' : ''}`}>{facts.join(' · ')}</div>
}

function StateMark({ commitment: { state, itemId } }: { commitment: CommitmentView }) {
  const say = useT()
  if (itemId !== null) {
    return (
      <Link href={`/items/${itemId}`} className="itl">
        {say(t('看事项', 'Open item'))}
      </Link>
    )
  }
  const words = say(stateWords[state])
  if (state === 'later') return <Tag tone="warn">{words}</Tag>
  if (state !== 'accepted' && state !== 'edited') return <span className="meta">{words}</span>
  return (
    <span className="meta t-ok">
      <Icon name="check" size="s" /> {words}
    </span>
  )
}
