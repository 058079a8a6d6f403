import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react'
import type { MouseEvent, ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'
import type { Moment } from '../../calendar/moment.ts'
import type { Text } from '../../text.ts'
import { useFormat } from '../i18n/use-format.ts'
import type { NumberShape, When } from '../i18n/format.ts'
import { NumCard } from './num-card.tsx'

/** What stands behind a number. Whatever is not given is left out; as-of falls back to the page's. */
export type NumSource = Readonly<{
  /** 口径: the metric with its version, and how it counts. */
  metric?: Text
  version?: number
  counts?: Text
  asOf?: Moment
  /** The ledger it is counted in. */
  ledger?: Text
  items?: number
  evidence?: number
  /** The value before, for 上次. */
  last?: Readonly<{ at: When; value: number }>
}>

type NumProps = NumberShape & {
  /** Null is unknown (—), never 0. */
  value: number | null
  /** What it counts, for readers and for the card: 已销号. */
  label: string
  /** The items behind it, as an address in the app. */
  href: string
  source?: NumSource | undefined
  /** What is written in place of the bare number: 71.6%, 180 / 251. */
  children?: string
  tone?: 'ok' | 'warn' | 'late' | 'done' | 'brand' | undefined
  bold?: boolean
  /** Zero is a faint dot, not a link; `digit` writes a faint 0. */
  zero?: 'dot' | 'digit'
}

export type OpenNum = { text: string; label: string; href: string; value: number | null; source: NumSource }

const NumContext = createContext<(num: OpenNum, anchor: HTMLElement) => void>(() => {})

/**
 * A number that opens: dotted rule at rest; a press opens its card with focus on the items, so a second Enter goes there.
 * With Ctrl or the middle button it is a plain link.
 */
export function Num({
  value,
  label,
  href,
  source = {},
  children,
  tone,
  bold = false,
  zero = 'dot',
  digits,
  signed,
}: NumProps) {
  const format = useFormat()
  const open = useContext(NumContext)
  const text = children ?? format.number(value, { digits, signed })
  if (value === null) return <span className="z">—</span>
  if (value === 0 && children === undefined) {
    return (
      <span className="z">
        <span aria-hidden="true">{zero === 'dot' ? '·' : '0'}</span>
        <span className="vis-h">0</span>
      </span>
    )
  }
  const press = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    open({ text, label, href, value, source }, event.currentTarget)
  }
  return (
    <a
      className={`n${tone ? ` t-${tone}` : ''}${bold ? ' b' : ''}`}
      href={href}
      onClick={press}
      aria-label={`${label} ${text}`}
      aria-haspopup="dialog"
    >
      {text}
    </a>
  )
}

/** Holds the one card that all numbers of the page share. */
export function NumProvider({ children }: { children: ReactNode }) {
  const [num, setNum] = useState<OpenNum | null>(null)
  const anchor = useRef<HTMLElement | null>(null)
  const open = useCallback((next: OpenNum, element: HTMLElement) => {
    anchor.current = element
    setNum(next)
  }, [])
  const close = useMemo(() => () => setNum(null), [])
  return (
    <NumContext.Provider value={open}>
      {children}
      {num && (
        <Popover
          triggerRef={anchor}
          isOpen
          onOpenChange={(next) => !next && close()}
          className="pop nump"
          placement="bottom start"
        >
          <Dialog aria-label={num.label}>
            <NumCard num={num} onClose={close} />
          </Dialog>
        </Popover>
      )}
    </NumContext.Provider>
  )
}
