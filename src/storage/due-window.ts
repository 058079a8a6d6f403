import { addDays, weekday } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import { dayStart } from './rollup-cells.ts'

/** The stretch of due moments that “today” and “this week” mean: from the start of today, `to` not counted. */
export function dueWindow(due: 'today' | 'week', now: string): { readonly from: string; readonly to: string } {
  const today = dayOf(now)
  const days = due === 'today' ? 1 : 8 - weekday(today)
  return { from: dayStart(today), to: dayStart(addDays(today, days)) }
}
