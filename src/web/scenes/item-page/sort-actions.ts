import type { ActionView } from '../../../api/present/item.ts'

export type SortedActions = {
  primary: ActionView | null
  others: readonly ActionView[]
  undo: ActionView | null
  refused: readonly ActionView[]
}

/** Judged at the proof itself, so not offered among the actions. */
const ELSEWHERE = ['judge']

/** One primary, at most; the ledger's own actions before those that every ledger has. */
export function sortActions(actions: readonly ActionView[]): SortedActions {
  const here = actions.filter(({ id }) => !ELSEWHERE.includes(id))
  const open = here.filter((action) => action.open && action.id !== 'undo')
  const primary = open.find((action) => action.primary) ?? null
  const rest = open.filter((action) => action !== primary)
  return {
    primary,
    others: [...rest.filter(({ builtIn }) => !builtIn), ...rest.filter(({ builtIn }) => builtIn)],
    undo: here.find((action) => action.open && action.id === 'undo') ?? null,
    refused: here.filter((action) => !action.open),
  }
}

/** The open action that supplies what a refused one is missing: proof, or a field it asks for. */
export function wayTo(refused: ActionView, open: readonly ActionView[]): ActionView | null {
  const codes = refused.refusals.map(({ code }) => code)
  if (codes.includes('needs_proof')) return open.find(({ id }) => id === 'attach') ?? null
  const fields = refused.refusals.flatMap(({ code, field }) => (code === 'needs_field' && field ? [field] : []))
  return open.find(({ asks }) => fields.some((field) => asks.includes(field))) ?? null
}
