import { Skeleton } from '../../parts/states.tsx'

export function ReportDesk() {
  return <Skeleton />
}
