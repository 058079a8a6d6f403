import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** An action that cannot be done now: verb, reason, the way to it. */
export type RefusedAction = Readonly<{ id: string; verb: ReactNode; reason: ReactNode; way?: ReactNode }>

/** Refused actions stay listed, each with what is missing and how to get there. */
export function RefusedList({ actions }: { actions: readonly RefusedAction[] }) {
  if (actions.length === 0) return null
  return (
    <ul className="no">
      {actions.map(({ id, verb, reason, way }) => (
        <li key={id}>
          <b>{verb}</b>
          <span>
            {reason}
            {way}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A button that cannot be pressed, with its reason beside it. */
export function RefusedButton({
  verb,
  reason,
  small = false,
}: {
  verb: ReactNode
  reason?: ReactNode
  small?: boolean
}) {
  return (
    <>
      <span className={`btn off${small ? ' sm' : ''}`} role="button" aria-disabled="true">
        <Icon name="lock" size="s" />
        {verb}
      </span>
      {reason && <span className="meta">{reason}</span>}
    </>
  )
}
