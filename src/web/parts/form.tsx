import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

type FormProps = {
  onSubmit: () => void
  /** What was refused, by the server or by the form itself. Each new one moves the focus to the first wrong field. */
  problem?: unknown
  children: ReactNode
  className?: string
  id?: string
}

/** A form whose values stay when it is refused. Fields carry their own errors. */
export function Form({ onSubmit, problem, children, className, id }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [problem])
  return (
    <form
      ref={form}
      id={id}
      className={className}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
