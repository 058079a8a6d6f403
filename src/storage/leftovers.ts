import { AppError } from '../errors.ts'
import { findCity } from './city-store.ts'
import type { Db, Schema } from './schema.ts'

/** Every table but the cities' own, those that refer to others first. */
const tables = [
  'assignment',
  'account',
  'post',
  'unit',
  'person',
  'login',
  'session',
  'audit',
  'file',
  'report',
  'passage',
  'commitment',
  'review_entry',
  'item',
  'entry',
  'clock',
  'rung',
  'link',
  'rollup',
  'number',
  'saved_view',
  'notification',
  'idempotency',
  'indicator',
  'observation',
  'milestone',
  'holiday',
] as const satisfies readonly Exclude<keyof Schema, 'jurisdiction'>[]

/**
 * Takes away what a load that was cut short has left: rows of a city that was never completed. A city is complete once
 * its own row stands (insertCity, last of all); then this throws conflict and touches nothing.
 */
export async function clearLeftovers(tx: Db, city: string): Promise<void> {
  if ((await findCity(tx, city)) !== null) throw new AppError('conflict')
  for (const table of tables) await tx.deleteFrom(table).where('jurisdiction', '=', city).execute()
}
