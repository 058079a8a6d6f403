import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { UnitView } from '../../../api/present/admin.ts'
import { get } from '../../client.ts'
import { useLang } from '../../i18n/lang.tsx'
import type { UnitOption } from '../../parts/select.tsx'

type Units = Readonly<{
  options: readonly UnitOption[]
  nameOf: (id: string) => string
  /** Has the unit a post that could own an item? An unknown unit is left to the server's judgement. */
  canLead: (id: string | null) => boolean
}>

const UnitsContext = createContext<Units>({ options: [], nameOf: (id) => id, canLead: (id) => id !== null })

/** The city's units for pickers and for showing a unit by its id. */
export function DeskUnits({ children }: { children: ReactNode }) {
  const { lang } = useLang()
  const { data } = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => get<readonly UnitView[]>('/units', signal),
    staleTime: 600_000,
  })
  const value = useMemo((): Units => {
    const units = data ?? []
    const options = units.map(({ id, name, short, pinyin }) => ({
      id,
      name: name[lang],
      short: short[lang],
      initials: pinyin,
    }))
    const names = new Map(options.map(({ id, short }) => [id, short]))
    const bare = new Set(units.filter(({ posts }) => !posts.some(isOwner)).map(({ id }) => id))
    return {
      options,
      nameOf: (id) => names.get(id) ?? (data ? id : '…'),
      canLead: (id) => id !== null && !bare.has(id),
    }
  }, [data, lang])
  return <UnitsContext value={value}>{children}</UnitsContext>
}

const isOwner = ({ roles }: UnitView['posts'][number]) => roles.includes('owner')

export function useUnits(): Units {
  return useContext(UnitsContext)
}
