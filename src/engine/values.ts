import type { Change, Common, ItemState } from './item.ts'
import { COMMON_KEYS } from './item.ts'
import type { Values } from './condition.ts'

/** Whether a value counts as filled in. A list without members does not; false and 0 do. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  return value !== null && value !== undefined && value !== ''
}

/** Equality of field values: scalars, and lists and records of them. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), Object.entries(b)]
  if (Array.isArray(a) !== Array.isArray(b) || left.length !== right.length) return false
  return left.every(([key, value]) => isSame(value, (b as Readonly<Record<string, unknown>>)[key]))
}

export function commonOf(item: Common): Common {
  const { title, lead_unit, co_units, leader_post, region, section } = item
  return { title, lead_unit, co_units, leader_post, region, section }
}

export function isCommonKey(key: string): key is keyof Common {
  return (COMMON_KEYS as readonly string[]).includes(key)
}

/** What differs between two states of an item, common keys and fields together. */
export function differences(before: ItemState, after: ItemState): Record<string, Change> {
  return changesOf({ ...commonOf(before), ...before.values }, { ...commonOf(after), ...after.values })
}

/** What `next` states against `before`. `stated` keys are kept even where the value is the same: they were said again. */
export function changesOf(before: Values, next: Values, stated: readonly string[] = []): Record<string, Change> {
  const changes: Record<string, Change> = {}
  for (const [key, to] of Object.entries(next)) {
    const from = before[key] ?? null
    const saidAgain = stated.includes(key) && isFilled(to)
    if (saidAgain || !isSame(from, to ?? null)) changes[key] = { from, to: to ?? null }
  }
  return changes
}
