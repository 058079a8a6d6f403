import { Link, useParams, useSearch } from 'wouter'
import type { ItemRow } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Checkbox } from '../../parts/choice.tsx'
import { Icon } from '../../parts/icon.tsx'
import { addressOf, readDir, withSort } from './address.ts'
import { ACROSS } from './use-items.ts'
import { alignClass, type Column, rungHead } from './column-list.ts'

type HeadsProps = {
  columns: readonly Column[]
  rows: readonly ItemRow[]
  select: { all: boolean; some: boolean; toggle: (on: boolean) => void } | null
}

/** The heads of the columns. Those that can be sorted by are links: the order is in the address. */
export function Heads({ columns, rows, select }: HeadsProps) {
  const say = useT()
  return (
    <thead>
      <tr>
        {select && (
          <th scope="col">
            <Checkbox
              checked={select.all}
              half={select.some && !select.all}
              onChange={select.toggle}
              label={say(t('选列出的全部', 'Select all listed'))}
            />
          </th>
        )}
        {columns.map((column) => (
          <Head key={column.id} column={column} rows={rows} />
        ))}
      </tr>
    </thead>
  )
}

function Head({ column, rows }: { column: Column; rows: readonly ItemRow[] }) {
  const say = useT()
  const params = new URLSearchParams(useSearch())
  const { ledger } = useParams<{ ledger: string }>()
  const { sort, kind } = column
  const words = (kind === 'rungs' && ledger !== ACROSS && rungHead(rows, say)) || say(column.label)
  const className = `c-${kind} ${alignClass(column)}`
  if (!sort) {
    return (
      <th scope="col" className={className} {...(kind === 'rungs' && { 'aria-label': say(column.label) })}>
        {words}
      </th>
    )
  }
  const [key, first] = sort
  // Without an order in the address the gravest come first.
  const on = (params.get('sort') ?? 'gravity') === key
  const dir = params.get('sort') === null ? 'asc' : readDir(params)
  return (
    <th scope="col" className={className} aria-sort={on ? (dir === 'asc' ? 'ascending' : 'descending') : undefined}>
      <Link className={`sorth${on ? ' on' : ''}`} href={addressOf(ledger, withSort(params, key, first))}>
        {words}
        <Icon name={on ? (dir === 'asc' ? 'down' : 'up') : 'sort'} size="xs" />
      </Link>
    </th>
  )
}
