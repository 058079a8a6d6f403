import type { RowSelectionState } from '@tanstack/react-table'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ItemRow } from '../../../api/present/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { addressOf, isFiltered, readTab, type TabId, withoutFilters } from './address.ts'
import type { Column } from './column-list.ts'
import { ItemsTable } from './items-table.tsx'
import { steadyOrder } from './steady-order.ts'
import { ACROSS, PAGE_SIZE, type useItems } from './use-items.ts'

type ItemListProps = {
  ledger: AnyLedger | null
  params: URLSearchParams
  items: ReturnType<typeof useItems>
  rows: readonly ItemRow[]
  columns: readonly Column[]
  selection: RowSelectionState | null
  onSelect: (selection: RowSelectionState) => void
}

/** The table with what stands below it: how many are listed, and the way to more. */
export function ItemList({ ledger, params, items, rows, columns, selection, onSelect }: ItemListProps) {
  const say = useT()
  const { shown, hold } = useSteadyRows(rows, params.toString())
  if (items.isPending)
    return (
      <section className="panel">
        <Skeleton rows={ROWS} />
      </section>
    )
  if (items.isError) return <PageError error={items.error} onRetry={() => void items.refetch()} />
  if (rows.length === 0) return <NothingHere ledger={ledger} params={params} />
  const total = items.data.pages[0]?.total ?? rows.length
  return (
    <>
      <section
        className="panel tblp"
        aria-busy={items.isPlaceholderData}
        onPointerEnter={() => hold(true)}
        onPointerLeave={() => hold(false)}
      >
        <ItemsTable
          rows={shown}
          columns={columns}
          across={ledger === null}
          label={ledger ? say(ledger.label) : say(t('全部台账', 'All ledgers'))}
          selection={selection}
          onSelect={onSelect}
        />
      </section>
      <Foot listed={rows.length} total={total} items={items} />
    </>
  )
}

const ROWS = [100, 100, 92, 100, 86, 100, 94, 100, 90, 100]

function Foot({ listed, total, items }: { listed: number; total: number; items: ReturnType<typeof useItems> }) {
  const say = useT()
  const format = useFormat()
  return (
    <div className="row ft">
      <span className="meta">
        {say(t('列出 {listed} / {total}', '{listed} of {total} listed'), {
          listed: format.number(listed),
          total: format.number(total),
        })}
      </span>
      {items.hasNextPage && (
        <Button small look="text" busy={items.isFetchingNextPage} onPress={() => void items.fetchNextPage()}>
          {say(t('再看 {n} 项', '{n} more'), { n: Math.min(PAGE_SIZE, total - listed) })}
        </Button>
      )}
    </div>
  )
}

/** A live update must not move the row under the pointer: while it is over the table, the order stays. */
function useSteadyRows(rows: readonly ItemRow[], address: string) {
  const [held, setHeld] = useState<{ order: readonly string[]; address: string } | null>(null)
  const shown = held && held.address === address ? steadyOrder(rows, held.order) : rows
  const hold = (on: boolean) => setHeld(on ? { order: shown.map(({ id }) => id), address } : null)
  return { shown, hold }
}

const NONE: Readonly<Record<TabId, Text>> = {
  open: t('没有在办的', 'Nothing is open'),
  today: t('今天没有到期的', 'Nothing falls due today'),
  late: t('没有逾期', 'Nothing is overdue'),
  week: t('7 天内没有到期的', 'Nothing falls due within 7 days'),
  silent: t('没有静默', 'Nothing is silent'),
  extended: t('没有延期的', 'Nothing was extended'),
  review: t('没有待审的', 'Nothing awaits review'),
  all: t('还没有事项', 'No items yet'),
}

function NothingHere({ ledger, params }: { ledger: AnyLedger | null; params: URLSearchParams }) {
  const say = useT()
  const [, navigate] = useLocation()
  if (!isFiltered(params)) {
    return (
      <section className="panel">
        <EmptyState title={say(NONE[readTab(params)])}>
          {readTab(params) === 'all' &&
            say(
              t(
                '报告审定下达，或在这里交办，事项就会列出。',
                'Items are listed once the report has been issued, or when one is issued here.',
              ),
            )}
        </EmptyState>
      </section>
    )
  }
  return (
    <section className="panel">
      <EmptyState
        icon="filter"
        title={say(t('没有符合条件的', 'Nothing matches'))}
        action={
          <Button
            small
            onPress={() => navigate(addressOf(ledger?.id ?? ACROSS, withoutFilters(params)), { replace: true })}
          >
            {say(t('清除筛选', 'Clear the filters'))}
          </Button>
        }
      />
    </section>
  )
}
