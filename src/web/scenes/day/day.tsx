import { Skeleton } from '../../parts/states.tsx'

export function SupervisionDay() {
  return <Skeleton />
}
