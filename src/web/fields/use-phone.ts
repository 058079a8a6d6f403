import { useSyncExternalStore } from 'react'

const phone = '(max-width: 640px)'

/** Is the page as narrow as a phone? Fingers then get larger controls. */
export function usePhone(): boolean {
  return useSyncExternalStore(
    (watch) => {
      const query = matchMedia(phone)
      query.addEventListener('change', watch)
      return () => query.removeEventListener('change', watch)
    },
    () => matchMedia(phone).matches,
  )
}
