import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Link } from 'wouter'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export type ButtonLook = 'primary' | 'secondary' | 'text' | 'destructive'

type Looks = { look?: ButtonLook; small?: boolean; icon?: IconName | undefined; className?: string }

const classes: Readonly<Record<ButtonLook, string>> = { primary: 'p', secondary: '', text: 't', destructive: 'd' }

export function buttonClass({ look = 'secondary', small = false, className = '' }: Looks): string {
  return ['btn', classes[look], small ? 'sm' : '', className].filter(Boolean).join(' ')
}

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'children'> &
  Looks & {
    children: ReactNode
    /** The single key that does the same, shown on the button. */
    keyHint?: string | undefined
    /** Work is under way: pressed again it does nothing. */
    busy?: boolean
  }

/** One primary a view; destructive is red text, never a red fill. */
export function Button({ look, small, icon, className, children, keyHint, busy = false, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} isPending={busy} className={buttonClass({ ...looksOf(look, small, className) })}>
      {icon && <Icon name={icon} size="s" />}
      {children}
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </AriaButton>
  )
}

type LinkButtonProps = Looks & { href: string; children: ReactNode; download?: boolean }

/** A link that looks like a button. `download` leaves the app's router alone. */
export function LinkButton({ look, small, icon, className, href, children, download = false }: LinkButtonProps) {
  const inner = (
    <>
      {icon && <Icon name={icon} size="s" />}
      {children}
    </>
  )
  const name = buttonClass(looksOf(look, small, className))
  if (download) {
    return (
      <a href={href} className={name} download>
        {inner}
      </a>
    )
  }
  return (
    <Link href={href} className={name}>
      {inner}
    </Link>
  )
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'children'> & {
  icon: IconName
  label: string
  count?: number
  small?: boolean
}

/** A sign alone, with its words for readers and on hover. `count` is drawn at its corner. */
export function IconButton({ icon, label, count = 0, small = false, ...rest }: IconButtonProps) {
  return (
    <span title={label} className="ibw">
      <AriaButton {...rest} className="ib" aria-label={count > 0 ? `${label} ${count}` : label}>
        <Icon name={icon} size={small ? 's' : 'm'} />
        {count > 0 && <u aria-hidden="true">{count > 99 ? '99+' : count}</u>}
      </AriaButton>
    </span>
  )
}

function looksOf(look?: ButtonLook, small?: boolean, className?: string): Looks {
  return { ...(look && { look }), ...(small !== undefined && { small }), ...(className !== undefined && { className }) }
}
