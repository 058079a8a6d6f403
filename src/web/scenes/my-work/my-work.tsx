import { Skeleton } from '../../parts/states.tsx'

export function MyWork() {
  return <Skeleton />
}
