import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { Moment } from '../../calendar/moment.ts'
import { presentMoment } from './clock.ts'

const NowContext = createContext<Moment | null>(null)

/** Sets the moment the pages below are read at: the as-of moment the server gave, so that sample data reads in its own year. */
export function NowProvider({ at, children }: { at: Moment | null; children: ReactNode }) {
  return <NowContext.Provider value={at}>{children}</NowContext.Provider>
}

/** The moment the page is read at; the city's present clock where no page has set one. */
export function useNow(): Moment {
  return useContext(NowContext) ?? presentMoment()
}
