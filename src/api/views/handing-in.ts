import { ledgers } from '../../ledgers/index.ts'

/** Actions by which a lead unit hands something in: reports, and requests that a supervisor answers. */
export const handingInActions: readonly string[] = [
  ...new Set(
    ledgers.flatMap(({ actions }) =>
      Object.entries(actions).flatMap(([id, { reports, proof, by }]) =>
        by === 'owner' && (reports === true || proof !== undefined) ? [id] : [],
      ),
    ),
  ),
]
