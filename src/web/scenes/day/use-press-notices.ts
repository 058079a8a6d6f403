import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BulkBody, BulkResult, ItemView } from '../../../api/present/item.ts'
import type { NoticeView } from '../../../api/present/work.ts'
import { t } from '../../../text.ts'
import { get, newKey, post } from '../../client.ts'
import { useToast } from '../../parts/toast.tsx'

export type PressRow = BulkResult['results'][number] & { readonly title: string }

/** Other pages that a press may have changed. */
const TOUCHED = [['item'], ['ledger'], ['ledgers'], ['day'], ['cockpit'], ['notifications'], ['session']] as const

/** Sends notices: every item of each is pressed, its notice's number in the note. Says how many, with 撤回. */
export function usePressNotices() {
  const client = useQueryClient()
  const { toast } = useToast()
  return useMutation({
    mutationFn: sendAll,
    onSuccess: (rows, notices) => {
      const done = rows.filter(({ ok }) => ok).map(({ id }) => id)
      if (done.length === 0) return
      toast({
        text: t('已发出 {n} 份催办单，催办 {items} 项', '{n} notices sent, {items} items pressed'),
        params: { n: notices.length, items: done.length },
        undo: () => takeBack(done).finally(() => refresh(client)),
        undoSeconds: 600,
      })
    },
    onSettled: () => refresh(client),
  })
}

async function sendAll(notices: readonly NoticeView[]): Promise<PressRow[]> {
  const rows: PressRow[] = []
  for (const { items, number } of notices) {
    const { results } = await post<BulkResult>('/items/bulk', {
      action: 'press',
      items: items.map(({ id, version }) => ({ id, version })),
      note: number,
    } satisfies BulkBody)
    const titles = new Map(items.map(({ id, title }) => [id, title]))
    rows.push(...results.map((row) => ({ ...row, title: titles.get(row.id) ?? row.id })))
  }
  return rows
}

async function takeBack(ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { version } = await get<ItemView>(`/items/${id}`)
    await post(`/items/${id}/actions/undo`, {}, { match: version, key: newKey() })
  }
}

function refresh(client: QueryClient): void {
  for (const queryKey of TOUCHED) void client.invalidateQueries({ queryKey })
}
