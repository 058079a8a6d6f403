import type { Text } from '../text.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** A dated mark on the city's year line. */
export interface Milestone {
  readonly id: string
  readonly on: string
  readonly name: Text
}

export async function upsertMilestones(db: Db, city: string, list: readonly Milestone[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('milestone')
    .values(list.map(({ id, on, name }) => ({ jurisdiction: city, id, on_day: on, name: json(name) })))
    .onConflict((on) =>
      on
        .columns(['jurisdiction', 'id'])
        .doUpdateSet((eb) => ({ on_day: eb.ref('excluded.on_day'), name: eb.ref('excluded.name') })),
    )
    .execute()
}

/** The marks of a year, by day. */
export async function listMilestones(db: Db, city: string, year: number): Promise<Milestone[]> {
  return db
    .selectFrom('milestone')
    .select(['id', 'on_day as on', 'name'])
    .where('jurisdiction', '=', city)
    .where('on_day', '>=', `${year}-01-01`)
    .where('on_day', '<=', `${year}-12-31`)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
}
