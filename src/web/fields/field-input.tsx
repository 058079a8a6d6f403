import type { Field } from '../../engine/field.ts'
import type { Quantity } from '../../engine/fields.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { usePhone } from './use-phone.ts'
import { RadioGroup } from '../parts/choice.tsx'
import { DateField } from '../parts/date-field.tsx'
import { type FieldShape, FilledField, NumberField, TextArea, TextField } from '../parts/field.tsx'
import { Select, UnitPicker } from '../parts/select.tsx'
import { usePostOptions, useUnitOptions } from './units.ts'

/** Up to here the options of a choice are all shown at once; beyond, in a list. */
const CHIPS_AT_MOST = 8

export type FieldInputProps = {
  id: string
  field: Field
  value: unknown
  onChange: (value: unknown) => void
  required: boolean
  error?: string | undefined
  autoFocus?: boolean
}

/** The input of a field, chosen by its kind. Label, unit, limit and hint come from the definition. */
export function FieldInput({ id, field, value, onChange, required, error, autoFocus = false }: FieldInputProps) {
  const say = useT()
  const phone = usePhone()
  const shape: FieldShape = {
    label: say(field.label),
    note: required ? undefined : say(t('可不填', 'optional')),
    help: field.hint ? say(field.hint) : undefined,
    error,
    name: id,
    required,
    autoFocus,
  }
  switch (field.kind) {
    case 'text':
      return <WrittenInput shape={shape} field={field} value={value} onChange={onChange} />
    case 'choice':
      return <ChoiceInput shape={shape} field={field} value={value} onChange={onChange} />
    case 'number':
      return (
        <NumberField
          {...shape}
          value={asNumber(value)}
          onChange={onChange}
          unit={field.unit ? say(field.unit) : undefined}
          stepper={phone}
        />
      )
    case 'money':
      return (
        <TextField
          {...shape}
          value={asText(value)}
          onChange={(next) => onChange(next.trim() || null)}
          unit={say(t('元', 'CNY'))}
        />
      )
    case 'date':
      return <DateField {...shape} value={asText(value) || null} onChange={onChange} />
    case 'boolean':
      return <YesNo shape={shape} value={value} onChange={onChange} />
    case 'unit':
      return <UnitInput shape={shape} value={value} onChange={onChange} />
    case 'post':
      return <PostInput shape={shape} value={value} onChange={onChange} />
    case 'quantity':
    case 'quantities':
      return (
        <FilledField
          label={shape.label}
          value={quantityWords(value, say(t('、', ', ')))}
          help={say(t('来自报告', 'From the report'))}
        />
      )
  }
}

type Part = { shape: FieldShape; value: unknown; onChange: (value: unknown) => void }

function WrittenInput({ shape, field, value, onChange }: Part & { field: Field }) {
  const limit = field.max === null ? {} : { maxLength: field.max }
  const props = {
    ...shape,
    ...limit,
    value: asText(value),
    onChange: (next: string) => onChange(next === '' ? null : next),
  }
  return field.multiline ? <TextArea {...props} /> : <TextField {...props} />
}

function ChoiceInput({ shape, field, value, onChange }: Part & { field: Field }) {
  const say = useT()
  const options = Object.entries(field.options ?? {}).map(([id, label]) => ({ id, label: say(label) }))
  const chosen = typeof value === 'string' ? value : null
  return options.length <= CHIPS_AT_MOST ? (
    <RadioGroup {...shape} chips options={options} value={chosen} onChange={onChange} />
  ) : (
    <Select {...shape} options={options} value={chosen} onChange={onChange} />
  )
}

function YesNo({ shape, value, onChange }: Part) {
  const say = useT()
  const options = [
    { id: 'yes', label: say(t('是', 'Yes')) },
    { id: 'no', label: say(t('否', 'No')) },
  ] as const
  const chosen = value === true ? 'yes' : value === false ? 'no' : null
  return <RadioGroup {...shape} options={options} value={chosen} onChange={(next) => onChange(next === 'yes')} />
}

function UnitInput({ shape, value, onChange }: Part) {
  const units = useUnitOptions()
  return <UnitPicker {...shape} units={units} value={asText(value) || null} onChange={onChange} />
}

function PostInput({ shape, value, onChange }: Part) {
  const posts = usePostOptions()
  return <Select {...shape} options={posts} value={asText(value) || null} onChange={onChange} />
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

function quantityWords(value: unknown, comma: string): string {
  const list = Array.isArray(value) ? (value as Quantity[]) : value ? [value as Quantity] : []
  return list.map((quantity) => quantity.text).join(comma) || '—'
}
