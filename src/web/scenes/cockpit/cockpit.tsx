import { Skeleton } from '../../parts/states.tsx'

export function Cockpit() {
  return <Skeleton />
}
