import { buildCalendar, parseHolidayYear, type WorkCalendar } from '../calendar/work-calendar.ts'
import { listHolidayYears } from '../storage/holiday-store.ts'
import type { Db } from '../storage/schema.ts'

/** The city's calendar from the holiday notices loaded into its database. */
export async function readCityCalendar(db: Db, city: string): Promise<WorkCalendar> {
  const years = await listHolidayYears(db, city)
  return buildCalendar(years.map(({ data }) => parseHolidayYear(data)))
}
