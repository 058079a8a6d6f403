import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

/** An action in a menu. A refused one stays, disabled, with its reason in text. */
export type MenuAction = Readonly<{
  id: string
  label: ReactNode
  /** What is read and matched when typing; needed when the label is not plain text. */
  text?: string
  onAction?: () => void
  href?: string
  icon?: IconName
  sub?: ReactNode
  refused?: ReactNode
  destructive?: boolean
  keyHint?: string
}>

export function Menu({ actions, label }: { actions: readonly MenuAction[]; label: string }) {
  return (
    <AriaMenu
      aria-label={label}
      className="menu"
      disabledKeys={actions.filter((action) => action.refused).map((action) => action.id)}
    >
      {actions.map((action) => (
        <MenuItem
          key={action.id}
          id={action.id}
          textValue={action.text ?? (typeof action.label === 'string' ? action.label : action.id)}
          className={`mi${action.destructive ? ' t-late' : ''}`}
          {...(action.onAction && { onAction: action.onAction })}
          {...(action.href && { href: action.href })}
        >
          {action.icon && <Icon name={action.icon} size="s" />}
          <span>{action.label}</span>
          {(action.refused ?? action.sub) && <small>{action.refused ?? action.sub}</small>}
          {action.keyHint && <kbd aria-hidden="true">{action.keyHint}</kbd>}
        </MenuItem>
      ))}
    </AriaMenu>
  )
}

type MenuButtonProps = {
  label: string
  children: ReactNode
  actions: readonly MenuAction[]
  className?: string
  head?: ReactNode
  placement?: 'bottom start' | 'bottom end' | 'top end'
}

/** A button that opens a menu. `label` names both; `children` is what the button shows. */
export function MenuButton({
  label,
  children,
  actions,
  className = 'ib',
  head,
  placement = 'bottom end',
}: MenuButtonProps) {
  return (
    <MenuTrigger>
      <AriaButton className={className} aria-label={label}>
        {children}
      </AriaButton>
      <Popover className="pop" placement={placement}>
        {head}
        <Menu actions={actions} label={label} />
      </Popover>
    </MenuTrigger>
  )
}
