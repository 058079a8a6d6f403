import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Popover as AriaPopover } from 'react-aria-components/Popover'

type PopoverProps = {
  /** What the opener shows. */
  trigger: ReactNode
  /** Names the popover, and the opener where it shows no words. */
  label: string
  children: ReactNode | ((close: () => void) => ReactNode)
  className?: string
  triggerClass?: string
  placement?: 'bottom start' | 'bottom end' | 'top' | 'left' | 'right'
}

/** Something explained in place: opens beside its opener, Esc closes, focus returns. */
export function Popover({
  trigger,
  label,
  children,
  className = '',
  triggerClass = 'lk-btn',
  placement = 'bottom start',
}: PopoverProps) {
  return (
    <DialogTrigger>
      <AriaButton className={triggerClass} {...(typeof trigger === 'string' ? {} : { 'aria-label': label })}>
        {trigger}
      </AriaButton>
      <AriaPopover className={`pop ${className}`} placement={placement}>
        <Dialog aria-label={label} className="popd">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
