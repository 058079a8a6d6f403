import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ActionBody, ActionView, ItemView } from '../../api/present/item.ts'
import { t } from '../../text.ts'
import { post } from '../client.ts'
import { hanSpaced } from '../i18n/han-spaced.ts'
import { settledHere } from '../live.ts'
import { useToast } from '../parts/toast.tsx'
import { problemOf } from '../problem.ts'

type Taken = {
  action: Pick<ActionView, 'id' | 'label' | 'undo'>
  body: ActionBody
  /** Kept over a repeat, so that a lost answer is not done twice. */
  key: string
}

/** Takes an action on an item; says so with 撤回 where it can be taken back. Refusals are thrown to the form. */
export function useTakeAction(item: Pick<ItemView, 'id' | 'version' | 'title'>) {
  const client = useQueryClient()
  const { toast } = useToast()
  const settle = (view: ItemView) => {
    client.setQueryData(['item', view.id], view)
    settledHere({ topic: 'item', id: view.id, ledger: view.ledger })
    void client.invalidateQueries({ queryKey: ['notifications'] })
  }
  const undo = async (version: number) => {
    settle(await post<ItemView>(`/items/${item.id}/actions/undo`, {}, { match: version }))
  }
  return useMutation({
    mutationFn: ({ action, body, key }: Taken) =>
      post<ItemView>(`/items/${item.id}/actions/${action.id}`, body, { match: item.version, key }),
    onSuccess: (view, { action }) => {
      settle(view)
      toast({
        text: t(`${action.label.zh}：${hanSpaced(item.title)}`, `${action.label.en}: ${item.title}`),
        ...(action.undo ? { undo: () => undo(view.version), undoSeconds: 600 } : {}),
      })
    },
    onError: (error) => {
      // A lost race brings what is stored now, with the entries of who won it.
      const { code, current } = problemOf(error)
      if (code === 'conflict' && current) client.setQueryData(['item', item.id], current)
      else void client.invalidateQueries({ queryKey: ['item', item.id] })
    },
  })
}
