import { keepPreviousData, useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query'
import type { Page } from '../../../api/present/common.ts'
import type { ItemRow } from '../../../api/present/item.ts'
import type { LedgerFigures } from '../../../api/present/ledger.ts'
import { get } from '../../client.ts'

/** The id in the address that means items of every ledger. */
export const ACROSS = 'all'
export const PAGE_SIZE = 50

/**
 * The cache key of what is read of a ledger. Live events name the ledger that changed, so what spans all of them stands
 * under 'ledgers', which every event makes stale.
 */
export function ledgerKey(ledger: string, ...rest: readonly string[]): readonly string[] {
  return ledger === ACROSS ? ['ledgers', ...rest] : ['ledger', ledger, ...rest]
}

const pathOf = (ledger: string) => (ledger === ACROSS ? '/items' : `/ledgers/${ledger}/items`)

/** Items page by page; `query` is what itemQuery gives. While another filter loads, the rows before stay. */
export function useItems(ledger: string, query: URLSearchParams, size = PAGE_SIZE) {
  const words = query.toString()
  return useInfiniteQuery({
    queryKey: ledgerKey(ledger, 'items', words, String(size)),
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(words)
      asked.set('limit', String(size))
      if (pageParam !== null) asked.set('after', pageParam)
      return get<Page<ItemRow>>(`${pathOf(ledger)}?${asked.toString()}`, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
}

/** How many items each of these queries finds; undefined while unknown. */
export function useTotals(ledger: string, queries: readonly string[]): readonly (number | undefined)[] {
  return useQueries({
    queries: queries.map((query) => ({
      queryKey: ledgerKey(ledger, 'total', query),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<Page<ItemRow>>(`${pathOf(ledger)}?${query}${query === '' ? '' : '&'}limit=1`, signal),
      select: (page: Page<ItemRow>) => page.total,
    })),
    combine: (answers) => answers.map(({ data }) => data),
  })
}

export function useFigures(ledger: string) {
  return useQuery({
    queryKey: ledgerKey(ledger, 'figures'),
    queryFn: ({ signal }) => get<LedgerFigures>(`/ledgers/${ledger}/figures`, signal),
  })
}
