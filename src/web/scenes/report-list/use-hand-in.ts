import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { ReportView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { post, queryClient } from '../../client.ts'
import { useToast } from '../../parts/toast.tsx'

/** A file as chosen, or pasted text with what it shall be called; the year where the text does not say. */
export type Handed = Readonly<{ file: File; year?: number } | { name: string; text: string; year?: number }>

/** Hands a report in and opens it on the desk once it is read. */
export function useHandIn() {
  const [, navigate] = useLocation()
  const { toast } = useToast()
  return useMutation({
    mutationFn: (handed: Handed) => post<ReportView>('/reports', 'file' in handed ? formOf(handed) : handed),
    onSuccess: (report) => {
      queryClient.setQueryData(['report', report.id], report)
      void queryClient.invalidateQueries({ queryKey: ['reports'] })
      const params = { n: report.counts.total, s: (report.readingMs / 1000).toFixed(2) }
      toast({ text: t('读出 {n} 条，用时 {s} 秒', '{n} commitments read in {s} s'), params })
      navigate(`/reports/${report.id}`)
    },
  })
}

function formOf({ file, year }: { file: File; year?: number }): FormData {
  const form = new FormData()
  form.append('file', file)
  if (year !== undefined) form.append('year', String(year))
  return form
}

export function nameOf(handed: Handed): string {
  return 'file' in handed ? handed.file.name : handed.name
}
