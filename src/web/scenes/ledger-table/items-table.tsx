import { type ColumnDef, getCoreRowModel, type Row, type RowSelectionState, useReactTable } from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ItemRow } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { useLang, useT } from '../../i18n/lang.tsx'
import { useJustChanged } from '../../live.ts'
import { Checkbox } from '../../parts/choice.tsx'
import { Cell } from './cells.tsx'
import { alignClass, type Column, widthOf } from './column-list.ts'
import { Heads } from './heads.tsx'

/** Beyond so many rows only those near the window are drawn. */
const VIRTUAL_FROM = 200
const ROW_HEIGHT = 35

type ItemsTableProps = {
  rows: readonly ItemRow[]
  columns: readonly Column[]
  across: boolean
  label: string
  /** Absent where nothing can be done with a selection. */
  selection: RowSelectionState | null
  onSelect: (selection: RowSelectionState) => void
}

/** The items of a ledger in a real table: ↑ ↓ move, Enter opens, Space selects. */
export function ItemsTable({ rows, columns, across, label, selection, onSelect }: ItemsTableProps) {
  const { lang } = useLang()
  const defs = useMemo<ColumnDef<ItemRow>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        size: column.width,
      })),
    [columns],
  )
  const data = useMemo(() => [...rows], [rows])
  // oxlint-disable-next-line react/incompatible-library -- the table is not handed to memoized parts, only its rows are
  const table = useReactTable({
    data,
    columns: defs,
    getCoreRowModel: getCoreRowModel(),
    getRowId: (row) => row.id,
    enableRowSelection: selection !== null,
    state: { rowSelection: selection ?? {} },
    onRowSelectionChange: (update) => onSelect(typeof update === 'function' ? update(selection ?? {}) : update),
  })
  const all = table.getRowModel().rows
  const moves = useRowKeys(all)
  const { body, shown, above, below, measure } = useWindowed(all)
  const span = columns.length + (selection ? 1 : 0)
  return (
    <table className="tb lg2 stick" aria-label={label} aria-rowcount={rows.length + 1}>
      <colgroup>
        {selection && <col style={{ width: 40 }} />}
        {columns.map((column) => {
          const width = widthOf(column, lang)
          return <col key={column.id} {...(width > 0 && { style: { width: `calc(${width}px * var(--grow))` } })} />
        })}
      </colgroup>
      <Heads
        columns={columns}
        rows={rows}
        select={
          selection && {
            all: table.getIsAllRowsSelected(),
            some: table.getIsSomeRowsSelected(),
            toggle: (on) => table.toggleAllRowsSelected(on),
          }
        }
      />
      <tbody ref={body} onKeyDown={moves.onKeyDown}>
        <Gap height={above} span={span} />
        {shown.map((row) => (
          <ItemLine
            key={row.id}
            row={row}
            columns={columns}
            across={across}
            selected={selection === null ? null : row.getIsSelected()}
            at={row.index === moves.at}
            onFocus={moves.setAt}
            measure={measure}
          />
        ))}
        <Gap height={below} span={span} />
      </tbody>
    </table>
  )
}

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { height: number; span: number }) {
  if (height <= 0) return null
  return (
    <tr aria-hidden="true" className="gap">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  )
}

type ItemLineProps = {
  row: Row<ItemRow>
  columns: readonly Column[]
  across: boolean
  selected: boolean | null
  at: boolean
  onFocus: (index: number) => void
  measure: (element: HTMLTableRowElement | null) => void
}

const ItemLine = memo(function ItemLine({ row, columns, across, selected, at, onFocus, measure }: ItemLineProps) {
  const say = useT()
  const [, navigate] = useLocation()
  const fresh = useJustChanged(row.id)
  const item = row.original
  return (
    <tr
      ref={measure}
      data-index={row.index}
      data-item={row.id}
      tabIndex={at ? 0 : -1}
      className={[selected ? 'sel' : '', fresh ? 'fresh' : ''].filter(Boolean).join(' ') || undefined}
      aria-selected={selected ?? undefined}
      aria-rowindex={row.index + 2}
      onFocus={() => onFocus(row.index)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget) return
        if (event.key === 'Enter') navigate(`/items/${item.id}`)
        else if (event.key === ' ' && selected !== null) row.toggleSelected()
        else return
        event.preventDefault()
      }}
    >
      {selected !== null && (
        <td className="pickc">
          <Checkbox
            checked={selected}
            onChange={(on) => row.toggleSelected(on)}
            label={say(t('选 {number}', 'Select {number}'), { number: item.number })}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className={`c-${column.kind} ${alignClass(column)}`}>
          <Cell column={column} row={item} across={across} />
        </td>
      ))}
    </tr>
  )
})

/** One row of the table can be tabbed to; the arrows move it. */
function useRowKeys(rows: readonly Row<ItemRow>[]) {
  const [at, setAt] = useState(0)
  const steps: Readonly<Record<string, (index: number) => number>> = {
    ArrowDown: (index) => index + 1,
    ArrowUp: (index) => index - 1,
    Home: () => 0,
    End: () => rows.length - 1,
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const step = steps[event.key]
    if (!step || event.target instanceof HTMLInputElement) return
    const next = Math.min(rows.length - 1, Math.max(0, step(at)))
    event.preventDefault()
    setAt(next)
    const line = event.currentTarget.querySelector<HTMLElement>(`tr[data-index="${next}"]`)
    line?.focus()
    line?.scrollIntoView({ block: 'nearest' })
  }
  return { at: Math.min(at, Math.max(0, rows.length - 1)), setAt, onKeyDown }
}

/** The rows to draw, and the heights that stand for those above and below. */
function useWindowed(rows: readonly Row<ItemRow>[]) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  const enabled = rows.length > VIRTUAL_FROM
  useLayoutEffect(() => {
    if (enabled && body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY)
  }, [enabled])
  // oxlint-disable-next-line react/incompatible-library -- read anew on every render of the table
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin: top,
    enabled,
  })
  if (!enabled) return { body, shown: rows, above: 0, below: 0, measure: ignore }
  const drawn = virtualizer.getVirtualItems()
  const [first, last] = [drawn[0], drawn.at(-1)]
  return {
    body,
    shown: drawn.flatMap(({ index }) => rows[index] ?? []),
    above: first ? first.start - top : 0,
    below: last ? virtualizer.getTotalSize() - (last.end - top) : 0,
    measure: virtualizer.measureElement,
  }
}

function ignore(): void {}
