import { monthStart } from './rollup-cells.ts'
import type { Db } from './schema.ts'

/** How many clocks of a ledger fall due in a month for the unit that answers for them. */
export interface LoadRow {
  readonly unit: string
  readonly ledger: string
  readonly clocks: number
}

/** What was asked of each lead unit in a month ('2024-09'), from the rollup cells of clocks: met, late or running. */
export async function readLoad(db: Db, city: string, month: string): Promise<LoadRow[]> {
  return db
    .selectFrom('rollup')
    .select(({ fn }) => ['unit', 'ledger', fn.sum<string>('items').as('items')])
    .where('jurisdiction', '=', city)
    .where('kind', 'in', ['running', 'met_in_time', 'met_late'])
    .where('at', '=', monthStart(`${month}-01`))
    .where('role', '=', 'lead')
    .groupBy(['unit', 'ledger'])
    .orderBy('unit')
    .orderBy('ledger')
    .execute()
    .then((rows) => rows.map(({ unit, ledger, items }) => ({ unit, ledger, clocks: Number(items) })))
}
