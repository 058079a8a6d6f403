import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { canRetry, problemOf } from '../problem.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

/** Nothing here: what is true, then the next step. */
export function EmptyState({
  title,
  children,
  action,
  icon = 'check',
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
  icon?: IconName
}) {
  return (
    <div className="state">
      <Icon name={icon} size="l" />
      <b>{title}</b>
      {children && <small>{children}</small>}
      {action}
    </div>
  )
}

/** Nothing for 0.4 s, then grey rows of the layout to come. `rows` gives each row's width in percent. */
export function Skeleton({ rows = [40, 100, 100, 86, 100, 62], label }: { rows?: readonly number[]; label?: string }) {
  const say = useT()
  const shown = useAfter(400)
  return (
    <div className="sk" role="status" aria-busy="true">
      <span className="vis-h">{shown ? (label ?? say(t('正在载入', 'Loading'))) : ''}</span>
      {shown && rows.map((width, at) => <i key={at} style={{ width: `${width}%` }} />)}
    </div>
  )
}

function useAfter(delay: number): boolean {
  const [passed, setPassed] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), delay)
    return () => clearTimeout(timer)
  }, [delay])
  return passed
}

type PageErrorProps = {
  error: unknown
  onRetry?: () => void
  /** What still works here. */
  works?: ReactNode
  /** What was saved before it failed. */
  saved?: ReactNode
}

/** A page or panel that could not be read: what happened, what still works, what was saved, 再试. */
export function PageError({ error, onRetry, works, saved }: PageErrorProps) {
  const say = useT()
  const problem = problemOf(error)
  return (
    <div className="state wrong" role="alert">
      <Icon name={problem.code === 'offline' ? 'wifi' : 'alert'} size="l" />
      <b>{say(problem.title)}</b>
      {problem.detail && <small>{say(problem.detail)}</small>}
      {saved && <small>{saved}</small>}
      {works && <small>{works}</small>}
      {onRetry && (canRetry(problem) || problem.status >= 500) && (
        <Button small onPress={onRetry}>
          {say(t('再试', 'Try again'))}
        </Button>
      )}
    </div>
  )
}
