import type { Text } from '../text.ts'
import type { Db, ObservationTable } from './schema.ts'
import { json } from './values.ts'

export interface Indicator {
  readonly id: string
  readonly name: Text
  readonly unit: string
  readonly position: number
  /** Operator, value, words, and whatever the city pack says besides. */
  readonly target: Readonly<Record<string, unknown>>
  readonly frequency: string
  readonly source: string
}

export interface Observation {
  readonly id: string
  readonly indicator: string
  /** '2024-H1', '2024-08' … */
  readonly period: string
  readonly endsOn: string
  /** Decimal as text: never a float. */
  readonly value: string
  readonly status: ObservationTable['status']
  readonly source: string
  readonly releasedOn: string
  /** Id of the observation that this one corrects. */
  readonly replaces: string | null
}

export async function upsertIndicators(db: Db, city: string, list: readonly Indicator[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('indicator')
    .values(
      list.map(({ name, target, ...indicator }) => ({
        ...indicator,
        jurisdiction: city,
        name: json(name),
        target: json(target),
      })),
    )
    .onConflict((on) =>
      on.columns(['jurisdiction', 'id']).doUpdateSet((eb) => ({
        name: eb.ref('excluded.name'),
        unit: eb.ref('excluded.unit'),
        position: eb.ref('excluded.position'),
        target: eb.ref('excluded.target'),
        frequency: eb.ref('excluded.frequency'),
        source: eb.ref('excluded.source'),
      })),
    )
    .execute()
}

/** In their order. */
export async function listIndicators(db: Db, city: string): Promise<Indicator[]> {
  return db
    .selectFrom('indicator')
    .select(['id', 'name', 'unit', 'position', 'target', 'frequency', 'source'])
    .where('jurisdiction', '=', city)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Observations are only added: a correction is a new one that names what it replaces. */
export async function insertObservations(db: Db, city: string, list: readonly Observation[]): Promise<void> {
  if (list.length === 0) return
  await db
    .insertInto('observation')
    .values(
      list.map(({ id, indicator, period, endsOn, value, status, source, releasedOn, replaces }) => ({
        jurisdiction: city,
        indicator_id: indicator,
        id,
        period,
        ends_on: endsOn,
        value,
        status,
        source,
        released_on: releasedOn,
        replaces,
      })),
    )
    .execute()
}

/** What was known on a day, by end of period: released by then, and not replaced by then. */
export async function listObservations(
  db: Db,
  city: string,
  { asOf, indicator }: { readonly asOf: string; readonly indicator?: string },
): Promise<Observation[]> {
  return db
    .selectFrom('observation as o')
    .select([
      'o.id',
      'o.indicator_id as indicator',
      'o.period',
      'o.ends_on as endsOn',
      'o.value',
      'o.status',
      'o.source',
      'o.released_on as releasedOn',
      'o.replaces',
    ])
    .where('o.jurisdiction', '=', city)
    .where('o.released_on', '<=', asOf)
    .$if(indicator !== undefined, (query) => query.where('o.indicator_id', '=', indicator ?? ''))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('observation as newer')
            .select('newer.id')
            .where('newer.jurisdiction', '=', city)
            .whereRef('newer.indicator_id', '=', 'o.indicator_id')
            .whereRef('newer.replaces', '=', 'o.id')
            .where('newer.released_on', '<=', asOf),
        ),
      ),
    )
    .orderBy('o.indicator_id')
    .orderBy('o.ends_on')
    .orderBy('o.released_on')
    .execute()
}
