import { useId } from 'react'
import type { ReactNode } from 'react'

type PanelProps = {
  title?: ReactNode
  /** Beside the title: a count, a sentence in small type. */
  meta?: ReactNode
  /** At the right end of the head. */
  actions?: ReactNode
  children?: ReactNode
  className?: string
  /** A title read aloud where none is shown. */
  label?: string
}

/** A surface with a head of 40 px. Content brings its own padding (class `pad`). */
export function Panel({ title, meta, actions, children, className = '', label }: PanelProps) {
  const id = useId()
  return (
    <section className={`panel ${className}`} {...(title ? { 'aria-labelledby': id } : { 'aria-label': label })}>
      {title && (
        <div className="ph">
          <h2 id={id}>{title}</h2>
          {meta && <span className="meta">{meta}</span>}
          <span className="sp" />
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}

/** The head of a page: its title, a line of facts, its actions. */
export function PageHead({ title, meta, actions }: { title: ReactNode; meta?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="phead">
      <h1>{title}</h1>
      {meta && <span className="meta">{meta}</span>}
      <span className="sp" />
      {actions}
    </div>
  )
}
