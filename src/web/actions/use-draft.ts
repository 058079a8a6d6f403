import { useEffect, useState } from 'react'

const PAUSE_MS = 2_000

type Kept<T> = { value: T; at: number }

/**
 * What is being written in a form, kept in this browser two seconds after the last stroke, so that a reload or a lost
 * connection loses nothing. `key` names item, action and version: a draft for an older state is not offered.
 */
export function useDraft<T>(key: string, empty: () => T) {
  const [value, setValue] = useState<T>(() => read<T>(key)?.value ?? empty())
  const [savedAt, setSavedAt] = useState<number | null>(() => read<T>(key)?.at ?? null)
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (!touched) return
    const timer = setTimeout(() => {
      const at = Date.now()
      localStorage.setItem(key, JSON.stringify({ value, at } satisfies Kept<T>))
      setSavedAt(at)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [key, value, touched])
  // By what stood before, not by what was drawn: leaving one field and pressing another come in one go.
  const change = (next: (before: T) => T) => {
    setTouched(true)
    setValue(next)
  }
  const forget = () => {
    setTouched(false)
    localStorage.removeItem(key)
  }
  return { value, change, forget, savedAt }
}

function read<T>(key: string): Kept<T> | null {
  const text = localStorage.getItem(key)
  if (text === null) return null
  try {
    return JSON.parse(text) as Kept<T>
  } catch {
    // Written by something else under our key: as good as nothing.
    return null
  }
}
