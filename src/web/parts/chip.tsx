import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { Icon } from './icon.tsx'

type ToggleChipProps = {
  children: ReactNode
  count?: ReactNode
  on: boolean
  onChange: (on: boolean) => void
  keyHint?: string
}

/** A filter that is set or not. */
export function ToggleChip({ children, count, on, onChange, keyHint }: ToggleChipProps) {
  return (
    <ToggleButton isSelected={on} onChange={onChange} className={`chip${on ? ' on' : ''}`}>
      {children}
      {count !== undefined && <b>{count}</b>}
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </ToggleButton>
  )
}

export type FilterOption = Readonly<{ id: string; label: string; count?: number }>

type FilterChipProps = {
  label: string
  options: readonly FilterOption[]
  /** Ids of the chosen options; empty is no filter. */
  value: readonly string[]
  onChange: (value: string[]) => void
  multiple?: boolean
}

/** A filter with values: set ones are tinted, carry what is chosen and an × that takes it away. */
export function FilterChip({ label, options, value, onChange, multiple = true }: FilterChipProps) {
  const say = useT()
  const chosen = options.filter((option) => value.includes(option.id)).map((option) => option.label)
  const on = value.length > 0
  const words = on
    ? say(t('{label}：{values}', '{label}: {values}'), { label, values: chosen.join(say(t('、', ', '))) })
    : label
  return (
    <span className={`chip fl${on ? ' on' : ''}`}>
      <MenuTrigger>
        <AriaButton className="chipb">
          {words}
          {!on && <Icon name="down" size="xs" />}
        </AriaButton>
        <Popover className="pop menu" placement="bottom start">
          <Menu
            aria-label={label}
            selectionMode={multiple ? 'multiple' : 'single'}
            selectedKeys={value}
            onSelectionChange={(keys) =>
              onChange(keys === 'all' ? options.map((option) => option.id) : [...keys].map(String))
            }
          >
            {options.map((option) => (
              <MenuItem key={option.id} id={option.id} textValue={option.label} className="mi pick">
                <Icon name="check" size="xs" />
                <span>{option.label}</span>
                {option.count !== undefined && <small>{option.count}</small>}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {on && (
        <AriaButton
          className="chipx"
          aria-label={say(t('去掉 {label}', 'Remove {label}'), { label })}
          onPress={() => onChange([])}
        >
          <Icon name="x" size="xs" />
        </AriaButton>
      )}
    </span>
  )
}
