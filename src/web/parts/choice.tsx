import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox'
import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup'
import { FieldLabel, FieldNotes } from './field.tsx'
import type { FieldShape } from './field.tsx'
import { Icon } from './icon.tsx'

export type Option<Value extends string = string> = Readonly<{ id: Value; label: ReactNode; refused?: ReactNode }>

type GroupShape<Value extends string> = FieldShape & { options: readonly Option<Value>[]; chips?: boolean }

const shapeOf = ({ error, required, name, readOnly }: FieldShape) => ({
  ...(name !== undefined && { name }),
  isInvalid: Boolean(error),
  isRequired: required ?? false,
  isReadOnly: readOnly ?? false,
  validationBehavior: 'aria' as const,
})

/** One of a few. `chips` draws them as chips with a tick. */
export function RadioGroup<Value extends string>(
  props: GroupShape<Value> & { value: Value | null; onChange: (value: Value) => void },
) {
  const { options, value, onChange, chips = false } = props
  return (
    <AriaRadioGroup {...shapeOf(props)} value={value} onChange={(next) => onChange(next as Value)} className="fd">
      <FieldLabel {...props} />
      <div className="opts">
        {options.map(({ id, label, refused }) => (
          <Radio key={id} value={id} isDisabled={Boolean(refused)} className={chips ? 'chip pick' : 'opt'}>
            {chips ? <Icon name="check" size="xs" /> : <span className="rd" aria-hidden="true" />}
            {label}
            {refused && <span className="meta">{refused}</span>}
          </Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </AriaRadioGroup>
  )
}

type CheckboxProps = {
  checked: boolean
  half?: boolean
  onChange: (checked: boolean) => void
  label?: string
  children?: ReactNode
  disabled?: boolean
}

/** One box. In tables it has no words beside it: give `label` then. */
export function Checkbox({ checked, half = false, onChange, label, children, disabled = false }: CheckboxProps) {
  const named = label ? { 'aria-label': label } : {}
  return (
    <AriaCheckbox
      {...named}
      isSelected={checked}
      isIndeterminate={half}
      isDisabled={disabled}
      onChange={onChange}
      className="opt"
    >
      <span className="cb" aria-hidden="true" />
      {children}
    </AriaCheckbox>
  )
}
