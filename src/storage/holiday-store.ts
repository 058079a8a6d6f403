import type { HolidayYear } from '../calendar/work-calendar.ts'
import type { Db } from './schema.ts'
import { json } from './values.ts'

/** The holiday notices a city has loaded, by year, as they were given: parse them before use. */
export async function listHolidayYears(
  db: Db,
  city: string,
): Promise<{ year: number; data: Readonly<Record<string, unknown>>; loadedAt: string }[]> {
  return db
    .selectFrom('holiday')
    .select(['year', 'data', 'loaded_at as loadedAt'])
    .where('jurisdiction', '=', city)
    .orderBy('year')
    .execute()
}

/** Keeps years; one that is loaded already is replaced. */
export async function putHolidayYears(
  db: Db,
  city: string,
  years: readonly HolidayYear[],
  loadedAt: string,
): Promise<void> {
  if (years.length === 0) return
  await db
    .insertInto('holiday')
    .values(
      years.map((data) => ({ jurisdiction: city, year: data.year, data: json({ ...data }), loaded_at: loadedAt })),
    )
    .onConflict((on) =>
      on
        .columns(['jurisdiction', 'year'])
        .doUpdateSet((eb) => ({ data: eb.ref('excluded.data'), loaded_at: eb.ref('excluded.loaded_at') })),
    )
    .execute()
}
