import { useEffect, useLayoutEffect, useRef } from 'react'
import type { RefObject } from 'react'

/**
 * Scrolls a list so that `id` (its `data-c`) stands in the middle third of what is seen; nothing moves if it does
 * already. Looked at when another line comes under review, `shape` (what the list consists of) changes, or the list its size.
 */
export function useMiddleThird(list: RefObject<HTMLElement | null>, id: string | null, shape: unknown): void {
  const seen = useRef<readonly unknown[]>([])
  useLayoutEffect(() => {
    if (seen.current[0] === id && seen.current[1] === shape) return
    seen.current = [id, shape]
    if (list.current && id !== null) bringToMiddle(list.current, id)
  })
  useEffect(() => {
    if (!list.current || id === null) return undefined
    const frame = list.current
    const observer = new ResizeObserver(() => bringToMiddle(frame, id))
    observer.observe(frame)
    return () => observer.disconnect()
  }, [list, id])
}

export function bringToMiddle(list: HTMLElement, id: string): void {
  const line = list.querySelector(`[data-c="${CSS.escape(id)}"]`)
  if (!line || list.clientHeight === 0) return
  if (list.scrollHeight <= list.clientHeight) {
    // On a phone the page scrolls, not the list.
    line.scrollIntoView({ block: 'center' })
    return
  }
  const frame = list.getBoundingClientRect()
  const place = line.getBoundingClientRect()
  const middle = (place.top + Math.min(place.bottom, place.top + frame.height / 2)) / 2 - frame.top
  if (middle >= frame.height / 3 && middle <= (frame.height * 2) / 3) return
  list.scrollTop += middle - frame.height / 2
}
