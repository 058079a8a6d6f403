import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { FieldLabel, FieldNotes } from './field.tsx'
import type { FieldShape } from './field.tsx'
import { Icon } from './icon.tsx'

export type SelectOption<Value extends string = string> = Readonly<{
  id: Value
  label: string
  sub?: string
  refused?: string
}>

type SelectProps<Value extends string> = FieldShape & {
  options: readonly SelectOption<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string
}

const shapeOf = ({ error, required, name, readOnly }: FieldShape) => ({
  ...(name !== undefined && { name }),
  isInvalid: Boolean(error),
  isRequired: required ?? false,
  isDisabled: readOnly ?? false,
  validationBehavior: 'aria' as const,
})

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { options, value, onChange, placeholder } = props
  const say = useT()
  return (
    <AriaSelect
      {...shapeOf(props)}
      value={value}
      onChange={(key) => onChange(String(key) as Value)}
      placeholder={placeholder ?? say(t('请选', 'Choose'))}
      className="fd"
    >
      <FieldLabel {...props} />
      <AriaButton className="in sel">
        <SelectValue />
        <Icon name="down" size="xs" />
      </AriaButton>
      <FieldNotes {...props} />
      <Popover className="pop menu">
        <ListBox items={options}>{(option) => <Choice option={option} />}</ListBox>
      </Popover>
    </AriaSelect>
  )
}

function Choice({ option: { id, label, sub, refused } }: { option: SelectOption }) {
  return (
    <ListBoxItem id={id} textValue={label} isDisabled={refused !== undefined} className="mi">
      <span>{label}</span>
      {(refused ?? sub) && <small>{refused ?? sub}</small>}
    </ListBoxItem>
  )
}

/** A unit to be picked. `initials` are those of its name in pinyin: szjj for 市住建局. */
export type UnitOption = Readonly<{ id: string; name: string; short: string; initials?: string }>

/** Does a unit answer to what was typed: part of its name, or the start of its initials? */
export function unitMatches({ name, short, initials = '' }: UnitOption, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  return (
    name.toLowerCase().includes(wanted) ||
    short.toLowerCase().includes(wanted) ||
    initials.toLowerCase().includes(wanted)
  )
}

type UnitPickerProps = FieldShape & {
  units: readonly UnitOption[]
  value: string | null
  onChange: (unit: string | null) => void
}

/**
 * One unit by name or pinyin initials. While typing, Enter takes the first match, which stands at the end of the field.
 * Leaving the field keeps what was chosen; only an emptied field that may be empty becomes null.
 */
export function UnitPicker(props: UnitPickerProps) {
  const { units, value, onChange, required = false } = props
  const [typed, setTyped] = useState<string | null>(null)
  const say = useT()
  const chosen = units.find((unit) => unit.id === value)
  const shown = typed === null ? units : units.filter((unit) => unitMatches(unit, typed))
  const first = typed ? shown[0] : undefined
  const take = (unit: string | null) => {
    setTyped(null)
    if (unit !== value) onChange(unit)
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return
    // An option the arrows have gone to is taken by the list itself.
    if (event.target instanceof Element && event.target.getAttribute('aria-activedescendant')) return
    event.preventDefault()
    take(first.id)
  }
  return (
    <ComboBox
      {...shapeOf(props)}
      items={shown}
      selectedKey={value}
      // The list tells null when the text no longer names what is chosen: that is typing, not a choice.
      onSelectionChange={(key) => key !== null && take(String(key))}
      inputValue={typed ?? chosen?.short ?? ''}
      onInputChange={(next) => setTyped(next === (chosen?.short ?? '') ? null : next)}
      onBlur={() => (typed === '' && !required ? take(null) : setTyped(null))}
      allowsEmptyCollection
      menuTrigger="focus"
      className="fd"
    >
      <FieldLabel {...props} />
      <div className="in" onKeyDownCapture={press}>
        <Input placeholder={say(t('名称或拼音首字母', 'Name'))} />
        {first && <span className="u">{first.short} ⏎</span>}
        <AriaButton className="tail" aria-label={say(t('展开', 'Open'))}>
          <Icon name="down" size="xs" />
        </AriaButton>
      </div>
      <FieldNotes {...props} />
      <Popover className="pop menu">
        <UnitChoices units={shown} />
      </Popover>
    </ComboBox>
  )
}

/** The list below a unit picker: short name, and the full one where it differs. */
export function UnitChoices({ units }: { units: readonly UnitOption[] }) {
  const say = useT()
  return (
    <ListBox
      items={units}
      renderEmptyState={() => <p className="meta pad">{say(t('没有这个单位', 'No such unit'))}</p>}
    >
      {(unit) => (
        <ListBoxItem id={unit.id} textValue={unit.short} className="mi">
          <span>{unit.short}</span>
          {unit.name !== unit.short && <small>{unit.name}</small>}
        </ListBoxItem>
      )}
    </ListBox>
  )
}
