import { Skeleton } from '../../parts/states.tsx'

export function Admin() {
  return <Skeleton />
}
