import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'

/** One step of the way to a page; the last is the page itself. */
export type Crumb = Readonly<{ label: Text | string; href?: string }>

/** `folded` narrows the navigation to signs, for pages that need the width (the report desk). */
type PageState = { crumbs: readonly Crumb[]; folded: boolean }
type PageValue = PageState & { setPage: (page: PageState) => void }

const empty: PageState = { crumbs: [], folded: false }
const PageContext = createContext<PageValue>({ ...empty, setPage: () => {} })

export function PageProvider({ children }: { children: ReactNode }) {
  const [page, setPage] = useState(empty)
  const value = useMemo(() => ({ ...page, setPage }), [page])
  return <PageContext value={value}>{children}</PageContext>
}

/** What the shell shows of the page. */
export function usePageState(): PageState {
  return useContext(PageContext)
}

/**
 * Names the page in the bar and in the window's title:
 * `usePage([{ label: t('台账', 'Ledgers'), href: '/ledgers' }, { label: ledger.label }])`.
 */
export function usePage(crumbs: readonly Crumb[], { folded = false }: { folded?: boolean } = {}): void {
  const { setPage } = useContext(PageContext)
  const say = useT()
  // Scenes write their crumbs in place; compared by content so that a new array each time is no change.
  const written = JSON.stringify(crumbs)
  useEffect(() => {
    const steps = JSON.parse(written) as Crumb[]
    setPage({ crumbs: steps, folded })
    const words = steps.map(({ label }) => (typeof label === 'string' ? label : say(label)))
    document.title = [...words.reverse(), say({ zh: '落实', en: 'Luoshi' })].join(' · ')
  }, [written, folded, setPage, say])
}
