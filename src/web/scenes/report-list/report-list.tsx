import { Skeleton } from '../../parts/states.tsx'

export function ReportList() {
  return <Skeleton />
}
