import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { AccountView } from '../../../api/present/admin.ts'
import { get, post } from '../../client.ts'

const accountsKey = ['accounts'] as const

/** All accounts by login. */
export function useAccounts() {
  return useQuery({
    queryKey: accountsKey,
    queryFn: ({ signal }) => get<readonly AccountView[]>('/admin/accounts', signal),
  })
}

export type NewAccount = Readonly<{ login: string; password: string; post: string; from: string | null }>
export type NewPost = Readonly<{ post: string; from: string; to: string | null; moves: boolean }>

/** A write on accounts; the list is read anew after it. */
function useAccountWrite<Input, Output>(write: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: accountsKey }),
  })
}

export const useCreateAccount = () =>
  useAccountWrite(({ from, ...account }: NewAccount) =>
    post<{ id: string }>('/admin/accounts', { ...account, ...(from !== null && { from }) }),
  )

export const useResetPassword = (id: string) =>
  useAccountWrite((password: string) => post<null>(`/admin/accounts/${id}/password`, { password }))

export const useSetDisabled = () =>
  useAccountWrite(({ id, disabled }: { id: string; disabled: boolean }) =>
    post<null>(`/admin/accounts/${id}/disabled`, { disabled }),
  )

export const useAssignPost = (id: string) =>
  useAccountWrite((assignment: NewPost) => post<null>(`/admin/accounts/${id}/posts`, assignment))
