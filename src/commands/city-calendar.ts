import { demand } from '../access/policies.ts'
import type { HolidayYear } from '../calendar/holiday-year.ts'
import { buildCalendar, parseHolidayYear, type WorkCalendar } from '../calendar/work-calendar.ts'
import type { Actor } from '../engine/actor.ts'
import { listHolidayYears, putHolidayYears } from '../storage/holiday-store.ts'
import type { Db } from '../storage/schema.ts'
import { committed, type Context } from './context.ts'

/** The city's calendar from the holiday notices loaded into its database. */
export async function readCityCalendar(db: Db, city: string): Promise<WorkCalendar> {
  const years = await listHolidayYears(db, city)
  return buildCalendar(years.map(({ data }) => parseHolidayYear(data)))
}

/** Loads a year's notice, or replaces it. Due dates already reckoned stay until they are reckoned again. */
export async function loadHolidays(context: Context, actor: Actor, year: HolidayYear): Promise<void> {
  demand(actor, 'load_holidays')
  await committed(context, (tx) => putHolidayYears(tx, context.city, [year], context.now()))
}
