import { createContext, useCallback, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import type { Params } from '../i18n/lang.tsx'
import { problemOf } from '../problem.ts'
import { Icon } from './icon.tsx'

export type Toast = {
  text: Text
  params?: Params
  /** Takes it back; the button 撤回 stands beside the words. */
  undo?: () => void | Promise<unknown>
  /** How long it can be taken back, in seconds from now. */
  undoSeconds?: number
  tone?: 'done' | 'wrong'
}

type Shown = Toast & { id: number; until: number }
type Toaster = { toast: (toast: Toast) => void; announce: (words: string) => void }

const ToastContext = createContext<Toaster>({ toast: () => {}, announce: () => {} })
const stay = 8_000
const stayWithUndo = 20_000

/** Says what was done, with 撤回 where it can be taken back; `announce` only speaks, politely. */
export function useToast(): Toaster {
  return useContext(ToastContext)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([])
  const [spoken, setSpoken] = useState('')
  const next = useRef(0)
  const drop = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), [])
  const toast = useCallback((added: Toast) => {
    const id = next.current++
    setShown((all) => [...all.slice(-2), { ...added, id, until: Date.now() + (added.undoSeconds ?? 600) * 1_000 }])
  }, [])
  const value = useMemo(() => ({ toast, announce: setSpoken }), [toast])
  return (
    <ToastContext.Provider value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {shown.map((one) => (
          <ToastRow
            key={one.id}
            toast={one}
            onDone={() => drop(one.id)}
            onFailed={(text) => toast({ text, tone: 'wrong' })}
          />
        ))}
      </div>
      <p className="vis-h" role="status" aria-live="polite">
        {spoken}
      </p>
    </ToastContext.Provider>
  )
}

function ToastRow({ toast, onDone, onFailed }: { toast: Shown; onDone: () => void; onFailed: (text: Text) => void }) {
  const say = useT()
  const [held, setHeld] = useState(false)
  const { undo, until } = toast
  const leave = useEffectEvent(onDone)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(() => leave(), undo ? stayWithUndo : stay)
    return () => clearTimeout(timer)
  }, [held, undo])
  const takeBack = async () => {
    onDone()
    try {
      await undo?.()
    } catch (error) {
      const problem = problemOf(error)
      onFailed(problem.detail ?? problem.title)
    }
  }
  const hold = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  }
  return (
    <div className="toast" {...hold}>
      <Icon name={toast.tone === 'wrong' ? 'alert' : 'check'} size="s" />
      <span>{say(toast.text, toast.params)}</span>
      <span className="sp" />
      {undo && (
        <button type="button" onClick={() => void takeBack()}>
          {say(t('撤回', 'Take back'))}
        </button>
      )}
      {undo && <Countdown until={until} />}
      <button type="button" className="tx" aria-label={say(t('关闭', 'Close'))} onClick={onDone}>
        <Icon name="x" size="xs" />
      </button>
    </div>
  )
}

/** Minutes and seconds left; not read aloud, it would never stop talking. */
function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, Math.round((until - now) / 1_000))
  return (
    <span className="cd" aria-hidden="true">
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
    </span>
  )
}
