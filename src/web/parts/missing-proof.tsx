import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

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
