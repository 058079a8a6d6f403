import { Fragment } from 'react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

/** Where something comes from, oldest first, joined by arrows: report sentence → ledger → meeting. */
export function Chain({ links }: { links: readonly Readonly<{ label: ReactNode; href?: string | undefined }>[] }) {
  return (
    <span className="chain">
      {links.map(({ label, href }, at) => (
        <Fragment key={at}>
          {at > 0 && <span className="muted"> → </span>}
          {href ? <Link href={href}>{label}</Link> : <span>{label}</span>}
        </Fragment>
      ))}
    </span>
  )
}
