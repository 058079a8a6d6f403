import { checkLedger } from './check-ledger.ts'
import type { Fields, Ledger } from './ledger.ts'

/**
 * Makes a ledger out of a definition. Each name that points elsewhere (field, stage, action, clock) is a compile error
 * when it is wrong; what types cannot see is checked when the definition loads. Throws with the path of every fault.
 */
export function defineLedger<
  const F extends Fields,
  const S extends string,
  const A extends string,
  const C extends string,
  const Id extends string,
>(definition: Ledger<F, S, A, C, Id>): Ledger<F, S, A, C, Id> {
  const faults = checkLedger(definition)
  if (faults.length > 0) throw new Error(faults.map(({ path, what }) => `${path}: ${what}`).join('\n'))
  return deepFreeze(definition)
}

function deepFreeze<T>(value: T): T {
  // Validators are not ours to freeze: zod fills some of their parts in when they are first used.
  if (typeof value !== 'object' || value === null || Object.isFrozen(value) || 'safeParse' in value) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
