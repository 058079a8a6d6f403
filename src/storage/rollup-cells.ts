import type { Selectable } from 'kysely'
import { heardOn } from '../engine/lights.ts'
import type { ItemState } from '../engine/item.ts'
import type { Standing } from '../engine/ledger.ts'
import type { ClockRow } from './clock-rows.ts'
import type { RollupTable } from './schema-item.ts'

/** Which rollup cells an item and a clock are counted in. `items` is +1 here, and −1 where they leave. */
export type Cell = Omit<Selectable<RollupTable>, 'jurisdiction'>

/** Stands for “no moment” in the key. */
export const NEVER = '1970-01-01T08:00:00+08:00'

/** The facts a light is reckoned from. */
export interface ItemFacts {
  readonly state: ItemState
  readonly standing: Standing
  readonly dueAt: string | null
}

export function itemCells({ state, standing, dueAt }: ItemFacts): Cell[] {
  const { ledger, stage, caughtUp } = state
  const live = standing !== 'done' && standing !== 'paused'
  const [section, caught_up] = [state.section ?? '', caughtUp]
  return unitsOf(state).flatMap((unit) => {
    const blank = { ledger, ...unit, section, stage: '', standing, caught_up, items: 1 }
    return [
      { ...blank, kind: 'stage', section: '', stage, caught_up: false, at: NEVER },
      { ...blank, kind: 'light', at: NEVER },
      ...(live && dueAt !== null ? [{ ...blank, kind: 'due' as const, at: dueAt }] : []),
      ...(standing === 'open' ? heardCells({ ...blank, caught_up: false }, dayStart(heardOn(state))) : []),
    ]
  })
}

/** A clock counts for the unit that answers for it, in the month of its due day. Paused, it counts nowhere. */
export function clockCells({ ledger, lead_unit, due_at, stopped_at }: ClockRow): Cell[] {
  if (due_at === null) return []
  const blank = {
    ledger,
    role: 'lead' as const,
    unit: lead_unit,
    section: '',
    stage: '',
    standing: '' as const,
    caught_up: false,
    items: 1,
  }
  const at = monthStart(due_at)
  if (stopped_at !== null) return [{ ...blank, kind: stopped_at <= due_at ? 'met_in_time' : 'met_late', at }]
  return [
    { ...blank, kind: 'running', at },
    { ...blank, kind: 'running_due', at: due_at },
  ]
}

/** What changes when `gone` make way for `come`: cells whose count stays are left out. In one fixed order (see moveCells). */
export function cellChanges(gone: readonly Cell[], come: readonly Cell[]): Cell[] {
  const sums = new Map<string, Cell>()
  const add = (cell: Cell, sign: 1 | -1) => {
    const key = keyOf(cell)
    const items = (sums.get(key)?.items ?? 0) + sign * cell.items
    sums.set(key, { ...cell, items })
  }
  for (const cell of gone) add(cell, -1)
  for (const cell of come) add(cell, 1)
  return [...sums]
    .filter(([, { items }]) => items !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell)
}

export function monthStart(moment: string): string {
  return dayStart(`${moment.slice(0, 7)}-01`)
}

export function dayStart(day: string): string {
  return `${day}T00:00:00+08:00`
}

function heardCells(blank: Omit<Cell, 'kind' | 'at'>, at: string): Cell[] {
  return [
    { ...blank, kind: 'heard', at },
    { ...blank, kind: 'heard_month', at: monthStart(at) },
  ]
}

function unitsOf({ lead_unit, co_units }: ItemState): { readonly role: 'lead' | 'co'; readonly unit: string }[] {
  const co = [...new Set(co_units)].filter((unit) => unit !== lead_unit)
  return [{ role: 'lead', unit: lead_unit }, ...co.map((unit) => ({ role: 'co' as const, unit }))]
}

function keyOf({ kind, at, ledger, role, unit, section, stage, standing, caught_up }: Cell): string {
  return [kind, at, ledger, role, unit, section, stage, standing, caught_up].join('|')
}
