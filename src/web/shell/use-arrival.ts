import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/lang.tsx'
import { useToast } from '../parts/toast.tsx'
import { usePageState } from './page.tsx'

/** A new page starts at its top and says its name; going back keeps the place the browser remembers. */
export function useArrival(): void {
  const say = useT()
  const [path] = useLocation()
  const { announce } = useToast()
  const label = usePageState().crumbs.at(-1)?.label
  const words = label === undefined ? '' : typeof label === 'string' ? label : say(label)
  const wentBack = useRef(false)
  const shown = useRef(path)
  useEffect(() => {
    const mark = () => {
      wentBack.current = true
    }
    window.addEventListener('popstate', mark)
    return () => window.removeEventListener('popstate', mark)
  }, [])
  useEffect(() => {
    if (path === shown.current) return
    shown.current = path
    if (!wentBack.current) window.scrollTo(0, 0)
    wentBack.current = false
  }, [path])
  useEffect(() => announce(words), [words, announce])
}
