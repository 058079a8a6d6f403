import { Skeleton } from '../../parts/states.tsx'

export function ItemPage() {
  return <Skeleton />
}
