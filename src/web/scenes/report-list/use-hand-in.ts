import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../text.ts'
import { post, queryClient } from '../../client.ts'
import { useToast } from '../../parts/toast.tsx'

/** A file as chosen, or text as pasted with what it shall be called. */
export type Handed = File | Readonly<{ name: string; text: string }>

type Taken = Readonly<{
  id?: string
  report?: string
  commitments?: number | readonly unknown[]
  counts?: { total: number }
  readingMs?: number
}>

/** Hands a report in and opens it on the desk once it is read. */
export function useHandIn() {
  const [, navigate] = useLocation()
  const { toast } = useToast()
  return useMutation({
    mutationFn: (handed: Handed) => post<Taken>('/reports', handed instanceof File ? formOf(handed) : handed),
    onSuccess: (taken) => {
      void queryClient.invalidateQueries({ queryKey: ['reports'] })
      const count = taken.counts?.total ?? (typeof taken.commitments === 'number' ? taken.commitments : 0)
      const params = { n: count, s: ((taken.readingMs ?? 0) / 1000).toFixed(2) }
      toast({ text: t('读出 {n} 条，用时 {s} 秒', '{n} commitments read in {s} s'), params })
      navigate(`/reports/${taken.id ?? taken.report ?? ''}`)
    },
  })
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}
