import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useFormat } from '../i18n/use-format.ts'

export type TabLink = Readonly<{ id: string; label: ReactNode; href: string; count?: number | null | undefined }>

type TabsProps = { tabs: readonly TabLink[]; current: string; label: string; children?: ReactNode; className?: string }

/** Tabs are routes: each is a link, the state is in the address. `children` stand at the right end. */
export function Tabs({ tabs, current, label, children, className = '' }: TabsProps) {
  const format = useFormat()
  return (
    <nav className={`tabs ${className}`} aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          href={tab.href}
          className={tab.id === current ? 'on' : ''}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
          {typeof tab.count === 'number' && <em>{format.number(tab.count)}</em>}
        </Link>
      ))}
      {children && (
        <>
          <span className="sp" />
          {children}
        </>
      )}
    </nav>
  )
}

/** A few views of one thing side by side, as links. */
export function Segments({ tabs, current, label }: Omit<TabsProps, 'children' | 'className'>) {
  return (
    <nav className="seg" aria-label={label}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          href={tab.href}
          className={tab.id === current ? 'on' : ''}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
