import type { RowSelectionState } from '@tanstack/react-table'
import { useState } from 'react'
import { useParams, useSearch } from 'wouter'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { LinkButton } from '../../parts/button.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { useSession } from '../../session.ts'
import { usePage } from '../../shell/page.tsx'
import { NotFound } from '../not-found.tsx'
import { itemQuery, readView } from './address.ts'
import { Board } from './board.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { CreateItem } from './create-item.tsx'
import { Filters } from './filters.tsx'
import { Guide } from './guide.tsx'
import { HeadFigures } from './head-figures.tsx'
import { ItemList } from './item-list.tsx'
import { useColumns } from './use-columns.ts'
import { ACROSS, useFigures, useItems } from './use-items.ts'
import { ViewTabs } from './view-tabs.tsx'
import '../../actions/actions.css'
import './ledger-table.css'

/** The items of one ledger, or of all (/ledgers/all): tabs, filters, table or board. All of it is in the address. */
export function LedgerTable() {
  const { ledger: id } = useParams<{ ledger: string }>()
  const ledger = findLedger(id) ?? null
  if (!ledger && id !== ACROSS) return <NotFound />
  return <Page key={id} id={id} ledger={ledger} />
}

function Page({ id, ledger }: { id: string; ledger: AnyLedger | null }) {
  const title = ledger?.label ?? t('全部台账', 'All ledgers')
  usePage([{ label: t('台账', 'Ledgers'), href: '/ledgers' }, { label: title }])
  const { roles } = useSession()
  const params = new URLSearchParams(useSearch())
  const query = itemQuery(params)
  const items = useItems(id, query)
  const figures = useFigures(id)
  const columns = useColumns(ledger)
  const [selection, setSelection] = useState<RowSelectionState>({})
  const rows = items.data?.pages.flatMap((page) => page.items) ?? []
  const board = ledger !== null && readView(params) === 'board'
  const presses = roles.includes('supervisor') || roles.includes('leader')
  return (
    <div className="s-ledger-table">
      <Head id={id} ledger={ledger} query={query} figures={figures} />
      <ViewTabs id={id} ledger={ledger} params={params} figures={figures.data} />
      <Filters ledger={id} params={params} total={items.data?.pages[0]?.total} columns={board ? null : columns} />
      {board ? (
        <Board ledger={ledger} params={params} />
      ) : (
        <ItemList
          ledger={ledger}
          params={params}
          items={items}
          rows={rows}
          columns={columns.shown}
          selection={presses ? selection : null}
          onSelect={setSelection}
        />
      )}
      {presses && !board && <BulkBar rows={rows.filter((row) => selection[row.id])} onClear={() => setSelection({})} />}
    </div>
  )
}

type HeadProps = {
  id: string
  ledger: AnyLedger | null
  query: URLSearchParams
  figures: ReturnType<typeof useFigures>
}

function Head({ id, ledger, query, figures }: HeadProps) {
  const say = useT()
  const meta = figures.data && <HeadFigures ledger={ledger} figures={figures.data} />
  if (!ledger) return <PageHead title={say(t('全部台账', 'All ledgers'))} meta={meta} />
  const words = query.toString()
  return (
    <PageHead
      title={say(ledger.label)}
      meta={meta}
      actions={
        <>
          <Guide ledger={ledger} figures={figures.data} />
          <LinkButton small download icon="save" href={`/api/ledgers/${id}/export.xlsx${words ? `?${words}` : ''}`}>
            {say(t('导出', 'Export'))}
          </LinkButton>
          <CreateItem ledger={ledger} />
        </>
      }
    />
  )
}
