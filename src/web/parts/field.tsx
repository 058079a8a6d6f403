import type { ReactNode } from 'react'
import { FieldError as AriaFieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Text as AriaText } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { Icon } from './icon.tsx'

/** What every field carries: label above, a note beside it (必填, 按佐证算), help below, an error in its place. */
export type FieldShape = {
  label: ReactNode
  note?: ReactNode
  help?: ReactNode
  /** Field, reason, cure: 已完工：16 多于总数 15。改成 15 以下，或先改总数。 Undefined where nothing is wrong. */
  error?: string | null | undefined
  name?: string
  required?: boolean
  readOnly?: boolean
  autoFocus?: boolean
  onBlur?: () => void
  /** The label is read but not shown. */
  hideLabel?: boolean
}

export function FieldLabel({ label, note, hideLabel = false }: Pick<FieldShape, 'label' | 'note' | 'hideLabel'>) {
  return (
    <Label className={hideLabel ? 'vis-h' : 'lab'}>
      {label}
      {note && <span className="req">{note}</span>}
    </Label>
  )
}

/** Help while the field is right, the error while it is wrong. Read out with the field. */
export function FieldNotes({ help, error }: Pick<FieldShape, 'help' | 'error'>) {
  return (
    <>
      <AriaFieldError className="help err" elementType="p">
        {(validation) => (
          <>
            <Icon name="alert" size="s" />
            <span>{error ?? validation.validationErrors.join(' ')}</span>
          </>
        )}
      </AriaFieldError>
      {help && !error && (
        <AriaText slot="description" elementType="p" className="help">
          {help}
        </AriaText>
      )}
    </>
  )
}

/** The props React Aria wants from a field's shape. */
export function ariaOf({ name, required, readOnly, autoFocus, onBlur, error }: FieldShape) {
  return {
    ...(name !== undefined && { name }),
    ...(onBlur && { onBlur }),
    isRequired: required ?? false,
    isReadOnly: readOnly ?? false,
    autoFocus: autoFocus ?? false,
    isInvalid: Boolean(error),
    validationBehavior: 'aria' as const,
  }
}

export type TextFieldProps = FieldShape & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'search' | 'url'
  /** Inside the field, at its right end. */
  unit?: ReactNode
  placeholder?: string
  autoComplete?: string
  maxLength?: number
  className?: string
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', unit, placeholder, autoComplete, maxLength, className = '' } = props
  const rest = { ...(autoComplete && { autoComplete }), ...(maxLength && { maxLength }) }
  return (
    <AriaTextField
      {...ariaOf(props)}
      {...rest}
      value={value}
      onChange={onChange}
      type={type}
      className={`fd ${className}`}
    >
      <FieldLabel {...props} />
      <div className="in">
        <Input {...(placeholder && { placeholder })} />
        {unit && <span className="u">{unit}</span>}
      </div>
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

export type TextAreaProps = FieldShape & {
  value: string
  onChange: (value: string) => void
  maxLength?: number
  rows?: number
  placeholder?: string
}

/** Several lines; with a limit it counts what is written. Longer text never scores. */
export function TextArea(props: TextAreaProps) {
  const { value, onChange, maxLength, rows = 3, placeholder } = props
  return (
    <AriaTextField
      {...ariaOf(props)}
      value={value}
      onChange={onChange}
      className="fd"
      {...(maxLength && { maxLength })}
    >
      <FieldLabel {...props} />
      <div className="in ta">
        <AriaTextArea rows={rows} {...(placeholder && { placeholder })} />
        {maxLength && (
          <span className="u">
            {value.length} / {maxLength}
          </span>
        )}
      </div>
      <FieldNotes {...props} />
    </AriaTextField>
  )
}

export type NumberFieldProps = FieldShape & {
  value: number | null
  onChange: (value: number | null) => void
  unit?: ReactNode
  min?: number
  max?: number
  step?: number
  /** Large − and ＋ at both ends, for phones. */
  stepper?: boolean
}

export function NumberField(props: NumberFieldProps) {
  const { value, onChange, unit, min, max, step, stepper = false } = props
  const bounds = {
    ...(min !== undefined && { minValue: min }),
    ...(max !== undefined && { maxValue: max }),
    ...(step && { step }),
  }
  return (
    <AriaNumberField
      {...ariaOf(props)}
      {...bounds}
      value={value ?? NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      className="fd"
    >
      <FieldLabel {...props} />
      <Group className={stepper ? 'in step' : 'in'}>
        {stepper && <AriaButton slot="decrement">−</AriaButton>}
        <Input />
        {unit && <span className="u">{unit}</span>}
        {stepper && <AriaButton slot="increment">＋</AriaButton>}
      </Group>
      <FieldNotes {...props} />
    </AriaNumberField>
  )
}

/** A value the system has filled in: grey, its source named. */
export function FilledField({
  label,
  note,
  value,
  unit,
  help,
}: Pick<FieldShape, 'label' | 'note' | 'help'> & { value: ReactNode; unit?: ReactNode }) {
  return (
    <div className="fd">
      <div className="lab">
        {label}
        {note && <span className="req">{note}</span>}
      </div>
      <div className="in ro">
        <output>{value}</output>
        {unit && <span className="u">{unit}</span>}
      </div>
      {help && <p className="help">{help}</p>}
    </div>
  )
}
