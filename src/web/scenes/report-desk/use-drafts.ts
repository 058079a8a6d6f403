import { useCallback, useState } from 'react'
import type { Decision } from '../../../api/present/report.ts'

/** What was typed over a proposal and is not stored yet. `faulty` names fields that hold something unreadable. */
export type Draft = Readonly<{ values: Partial<Decision>; faulty: readonly string[] }>

export const emptyDraft: Draft = { values: {}, faulty: [] }

/** What was typed, by commitment: it outlives moving on, reloading and a colleague's change. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map())
  const draftOf = (id: string): Draft => drafts.get(id) ?? emptyDraft
  const type = useCallback((id: string, values: Partial<Decision>) => {
    setDrafts((all) => {
      const draft = all.get(id) ?? emptyDraft
      return new Map(all).set(id, { ...draft, values: { ...draft.values, ...values } })
    })
  }, [])
  const fault = useCallback((id: string, field: string, wrong: boolean) => {
    setDrafts((all) => {
      const draft = all.get(id) ?? emptyDraft
      if (draft.faulty.includes(field) === wrong) return all
      const others = draft.faulty.filter((name) => name !== field)
      return new Map(all).set(id, { ...draft, faulty: wrong ? [...others, field] : others })
    })
  }, [])
  const drop = useCallback((id: string) => {
    setDrafts((all) => {
      if (!all.has(id)) return all
      const left = new Map(all)
      left.delete(id)
      return left
    })
  }, [])
  return { drafts, draftOf, type, fault, drop }
}
