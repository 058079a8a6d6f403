import { memo } from 'react'
import { kindClass } from '../../parts/kind.tsx'
import type { CommitmentLabel, CommitmentView } from '../../../api/present/report.ts'
import type { MarkedParagraph, Piece } from './marked-text.ts'

/** How a mark is drawn: its number, kind and state. */
export type Look = Readonly<{ seq: number; label: CommitmentLabel; state: CommitmentView['state'] }>

type SourceParagraphProps = {
  paragraph: MarkedParagraph
  /** The looks of this paragraph's marks, by commitment. Compared by `look`, not by identity. */
  looks: ReadonlyMap<string, Look>
  look: string
  /** The line under review, where it stands in this paragraph. */
  current: string | null
  lineWords: (first: number, last: number) => string
}

const stateClass: Readonly<Record<CommitmentView['state'], string>> = {
  pending: '',
  accepted: ' okd',
  edited: ' okd',
  rejected: ' nop',
  later: ' skip',
  merged: ' nop',
  split: ' nop',
}

/** One paragraph of the report. Only the paragraphs that a change touches are drawn again. */
export const SourceParagraph = memo(
  function SourceParagraph({ paragraph, looks, current, lineWords }: SourceParagraphProps) {
    const { heading, lines, pieces } = paragraph
    const inner = pieces.map((piece, at) => <SourcePiece key={at} piece={piece} looks={looks} current={current} />)
    if (heading) {
      return (
        <p className="h1">
          <span>{inner}</span>
        </p>
      )
    }
    return (
      <p>
        <i className="ln">{lineWords(lines[0], lines[1])}</i>
        {inner}
      </p>
    )
  },
  (before, now) =>
    before.paragraph === now.paragraph &&
    before.look === now.look &&
    before.current === now.current &&
    before.lineWords === now.lineWords,
)

type SourcePieceProps = { piece: Piece; looks: ReadonlyMap<string, Look>; current: string | null }

function SourcePiece({ piece, looks, current }: SourcePieceProps) {
  if (piece.kind !== 'mark') {
    if (piece.kind === 'plain') return piece.text
    return piece.kind === 'head' ? <strong>{piece.text}</strong> : <span className="gx">{piece.text}</span>
  }
  const look = looks.get(piece.commitment)
  if (!look) return piece.parts.map((part) => part.text).join('')
  const cur = piece.commitment === current
  return (
    <>
      <span
        className={`hl ${kindClass[look.label]}${cur ? ' cur' : stateClass[look.state]}`}
        data-c={piece.commitment}
        aria-current={cur || undefined}
      >
        {piece.parts.map((part) =>
          part.strong ? (
            <b key={part.start} data-at={part.start}>
              {part.text}
            </b>
          ) : (
            <span key={part.start} data-at={part.start}>
              {part.text}
            </span>
          ),
        )}
      </span>
      {piece.last && <sup>{look.seq}</sup>}
    </>
  )
}
