import { useId, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'

type FormCellProps = {
  label: string
  /** The key that comes here. */
  keyHint?: string
  /** Finds the field from the keyboard. */
  field: string
  value: string
  /** Stores what was typed; a sentence refuses it. */
  onChange: (typed: string) => string | null
  /** Told when the field begins or ceases to hold something unreadable. */
  onFault?: (wrong: boolean) => void
  before?: ReactNode
  unit?: ReactNode
  wide?: boolean
  readOnly?: boolean
}

/** A small field of the proposal's form: label above, sign before and unit behind, its error below. Esc and Enter leave it. */
export function FormCell(props: FormCellProps) {
  const { label, keyHint, field, value, onChange, onFault, before, unit, wide = false, readOnly = false } = props
  const note = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const change = (next: string) => {
    const refused = onChange(next)
    setTyped(next)
    if (refused === null) setError(null)
    onFault?.(refused !== null)
  }
  const leave = () => {
    const refused = typed === null ? null : onChange(typed)
    setError(refused)
    if (refused === null) setTyped(null)
  }
  return (
    <label className={wide ? 'w2' : ''}>
      <span>
        {label}
        {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
      </span>
      <div className={`in sm2${error === null ? '' : ' err'}${readOnly ? ' ro' : ''}`}>
        {before && <span className="muted">{before}</span>}
        <input
          data-field={field}
          value={typed ?? value}
          title={typed ?? value}
          readOnly={readOnly}
          autoComplete="off"
          aria-invalid={error !== null || undefined}
          aria-describedby={error === null ? undefined : note}
          onChange={(event) => change(event.target.value)}
          onBlur={leave}
          onKeyDown={leaveOnKeys}
        />
        {unit && <span className="u">{unit}</span>}
      </div>
      {error !== null && (
        <p className="help err" id={note} role="alert">
          {error}
        </p>
      )}
    </label>
  )
}

/** Enter and Esc give the keyboard back to the desk. */
export function leaveOnKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
  event.preventDefault()
  event.stopPropagation()
  event.currentTarget.closest<HTMLElement>('.pr')?.focus()
}
