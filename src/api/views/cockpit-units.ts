import type { LightRow, readPunctuality } from '../../storage/rollup-query.ts'
import type { Directory } from '../directory.ts'
import type { CockpitView, UnitRow } from '../present/cockpit.ts'

/** As many units as the page has rows for; the rest stand together in one. */
const SHOWN = 15

type Punctuality = Awaited<ReturnType<typeof readPunctuality>>[number]

/** Who leads how much of which section, the units with most first. */
export function unitRows(
  cells: readonly LightRow[],
  punctuality: readonly Punctuality[],
  sections: readonly string[],
  directory: Directory,
): CockpitView['units'] {
  const units = [...new Set(cells.flatMap(({ unit }) => unit ?? []))]
  const rows = units
    .map((id) =>
      rowOf(
        directory.unit(id),
        cells.filter(({ unit }) => unit === id),
        punctuality.filter(({ unit }) => unit === id),
      ),
    )
    .filter(({ items }) => items > 0)
    .sort((a, b) => b.items - a.items || (a.unit?.id ?? '').localeCompare(b.unit?.id ?? ''))
  const shown = rows.slice(0, SHOWN)
  const rest = new Set(rows.slice(SHOWN).map(({ unit }) => unit?.id))
  const others = rowOf(
    null,
    cells.filter(({ unit }) => unit !== null && rest.has(unit)),
    punctuality.filter(({ unit }) => rest.has(unit)),
  )
  return { sections, rows: shown, others: rest.size > 0 ? others : null, count: rows.length }
}

function rowOf(unit: UnitRow['unit'], cells: readonly LightRow[], met: readonly Punctuality[]): UnitRow {
  const bySection: Record<string, { items: number; late: number }> = {}
  for (const { section, counts } of cells) {
    const cell = (bySection[section ?? ''] ??= { items: 0, late: 0 })
    cell.items += counts.all
    cell.late += counts.late
  }
  const sum = (of: (row: LightRow) => number) => cells.reduce((total, row) => total + of(row), 0)
  return {
    unit,
    bySection,
    items: sum(({ counts }) => counts.all),
    late: sum(({ counts }) => counts.late),
    silent: sum(({ counts }) => counts.silent),
    onTime: onTime(met),
  }
}

/** Clocks met in time ÷ clocks fallen due, in whole percent; null where none fell due. */
function onTime(rows: readonly Punctuality[]): number | null {
  const inTime = rows.reduce((sum, row) => sum + row.inTime, 0)
  const due = rows.reduce((sum, row) => sum + row.inTime + row.metLate + row.overdue, 0)
  return due === 0 ? null : Math.round((inTime / due) * 100)
}
