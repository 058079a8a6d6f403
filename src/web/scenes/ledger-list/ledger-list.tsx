import { Skeleton } from '../../parts/states.tsx'

export function LedgerList() {
  return <Skeleton />
}
