import { yearOf } from '../../calendar/day.ts'
import { workingDayOfYear, workingDaysInYear, yearShare, type WorkCalendar } from '../../calendar/work-calendar.ts'
import type { YearView } from '../present/session.ts'

/** How far the year has gone on this day. */
export function yearView(day: string, calendar: WorkCalendar): YearView {
  return {
    share: yearShare(day),
    workingDay: workingDayOfYear(calendar, day),
    workingDays: workingDaysInYear(calendar, yearOf(day)),
  }
}
