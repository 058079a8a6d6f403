import type { ReactNode } from 'react'
import type { When } from '../i18n/format.ts'
import { useFormat } from '../i18n/use-format.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'
import { LightShape } from './light.tsx'
import type { LightMark } from './light.tsx'

export type ProofVerdict = Readonly<{ light: LightMark; word: string }>

type ProofTileProps = {
  kind: string
  place?: string | undefined
  takenAt?: When | null | undefined
  verdict?: ProofVerdict | undefined
  /** A picture's address; files without one show the sign of their type. */
  picture?: string | undefined
  /** Opens the file. */
  href: string
  sign?: IconName
}

/** One proof: its picture, kind, place, when it was taken, and the verdict on it. */
export function ProofTile({ kind, place, takenAt, verdict, picture, href, sign = 'read' }: ProofTileProps) {
  const format = useFormat()
  return (
    <figure className="proof">
      <a
        className="pic"
        href={href}
        target="_blank"
        rel="noreferrer"
        aria-label={[kind, place].filter(Boolean).join(' ')}
      >
        {picture ? <img src={picture} alt="" loading="lazy" /> : <Icon name={sign} size="l" />}
      </a>
      <figcaption>
        <b className="el" title={kind}>
          {kind}
        </b>
        {place && (
          <small className="el" title={place}>
            {place}
          </small>
        )}
        <small className="row">
          {takenAt && <time dateTime={takenAt}>{format.day(takenAt)}</time>}
          <span className="sp" />
          {verdict && (
            <>
              <LightShape light={verdict.light} small word={false} />
              {verdict.word}
            </>
          )}
        </small>
      </figcaption>
    </figure>
  )
}

/** Proof that is missing: how many, why, and whose. */
export function MissingProof({
  title,
  why,
  whose,
  onPress,
}: {
  title: ReactNode
  why?: ReactNode
  whose?: ReactNode
  onPress?: () => void
}) {
  const inner = (
    <>
      <Icon name="alert" />
      <b>{title}</b>
      {why && <small>{why}</small>}
      {whose && <small>{whose}</small>}
    </>
  )
  if (!onPress) return <div className="miss">{inner}</div>
  return (
    <button type="button" className="miss" onClick={onPress}>
      {inner}
    </button>
  )
}
