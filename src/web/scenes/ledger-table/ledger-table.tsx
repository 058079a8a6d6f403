import { Skeleton } from '../../parts/states.tsx'

export function LedgerTable() {
  return <Skeleton />
}
