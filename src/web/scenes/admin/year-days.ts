import type { CalendarView } from '../../../api/present/admin.ts'
import { compare, type Day, isWeekend, parseDay, weekday } from '../../../calendar/day.ts'
import type { Text } from '../../../text.ts'

export type CalendarYear = CalendarView['years'][number]
/** One day of a month's grid. `name` is the holiday it belongs to. */
export type DayCell = Readonly<{ day: Day; mark: 'off' | 'work' | 'weekend' | null; name: Text | null }>
/** `lead` empty cells stand before the first day: weeks begin on Monday. */
export type MonthCells = Readonly<{ month: string; lead: number; days: readonly DayCell[]; working: number }>

/** The twelve months of a year as its notice arranges them. */
export function monthsOf({ year, off, work }: CalendarYear): MonthCells[] {
  const made = new Set(work)
  const markOf = (day: Day): DayCell => {
    const holiday = off.find(({ from, to }) => compare(from, day) <= 0 && compare(day, to) <= 0)
    if (holiday) return { day, mark: 'off', name: holiday.name }
    if (made.has(day)) return { day, mark: 'work', name: null }
    return { day, mark: isWeekend(day) ? 'weekend' : null, name: null }
  }
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`
    const days = daysOfMonth(month).map(markOf)
    const working = days.filter(({ mark }) => mark === null || mark === 'work').length
    return { month, lead: weekday(`${month}-01`) - 1, days, working }
  })
}

function daysOfMonth(month: string): Day[] {
  const all = Array.from({ length: 31 }, (_, at) => parseDay(`${month}-${String(at + 1).padStart(2, '0')}`))
  return all.filter((day) => day !== null)
}
