import y2023 from '../../data/holidays/2023.json' with { type: 'json' }
import y2024 from '../../data/holidays/2024.json' with { type: 'json' }
import y2025 from '../../data/holidays/2025.json' with { type: 'json' }
import y2026 from '../../data/holidays/2026.json' with { type: 'json' }
import {
  buildCalendar,
  parseHolidayYear,
  type CalendarOptions,
  type HolidayYear,
  type WorkCalendar,
} from './work-calendar.ts'

/** The years that ship with the product, for tests. */
export const shippedYears: readonly HolidayYear[] = [y2023, y2024, y2025, y2026].map(parseHolidayYear)

/** The shipped calendar of 2023–2026 (or of the years named), for tests of any area. */
export function testCalendar(
  options: CalendarOptions = {},
  years: readonly number[] = [2023, 2024, 2025, 2026],
): WorkCalendar {
  return buildCalendar(
    shippedYears.filter(({ year }) => years.includes(year)),
    options,
  )
}
