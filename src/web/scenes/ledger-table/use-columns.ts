import { useState } from 'react'
import { type Column, columnsOf, shownColumns } from './column-list.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'

const keyOf = (ledger: AnyLedger | null) => `luoshi.columns.${ledger?.id ?? 'all'}`

/** The columns of a ledger's table and which are shown; the choice is kept in this browser, for each ledger its own. */
export function useColumns(ledger: AnyLedger | null) {
  const all = columnsOf(ledger)
  const [chosen, setChosen] = useState<readonly string[] | null>(() => read(keyOf(ledger)))
  const shown = shownColumns(all, chosen)
  const choose = (column: Column, on: boolean) => {
    const ids = all.filter(({ id }) => (id === column.id ? on : shown.some((one) => one.id === id))).map(({ id }) => id)
    setChosen(ids)
    keep(keyOf(ledger), JSON.stringify(ids))
  }
  const reset = () => {
    setChosen(null)
    keep(keyOf(ledger), null)
  }
  return { all, shown, choose, reset, changed: chosen !== null }
}

export type Columns = ReturnType<typeof useColumns>

function read(key: string): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : null
  } catch {
    // No store in this browser, or something else under our key: the usual columns.
    return null
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // A browser without a store still shows the choice for this visit.
  }
}
