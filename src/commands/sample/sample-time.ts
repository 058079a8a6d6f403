import { addDays, type Day } from '../../calendar/day.ts'
import { dayOf, momentAt, type Moment } from '../../calendar/moment.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, type WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Random } from './random.ts'

/** Ids of the sample: shaped like UUID version 7, but counted, so that every load gives the same ones. */
export function countedIds(day: Day): () => string {
  const head = Date.parse(`${day}T00:00:00Z`).toString(16).padStart(12, '0')
  let count = 0
  return () => {
    count += 1
    const low = count.toString(16).padStart(12, '0')
    return `${head.slice(0, 8)}-${head.slice(8)}-7000-8000-${low}`
  }
}

/** Moments at which somebody sits in the office. */
export interface OfficeTime {
  readonly calendar: WorkCalendar
  /** Some time in office hours on the day, or on the next that is worked. */
  readonly on: (day: Day) => Moment
  /** So many working days after a moment; 0 is the same day, later. */
  readonly after: (moment: Moment, workingDays: number) => Moment
  /** The working day so many before the day, or the day itself moved back to one that is worked. */
  readonly before: (day: Day, workingDays: number) => Moment
}

export function officeTime(calendar: WorkCalendar, random: Random): OfficeTime {
  const on = (day: Day) => {
    const minute = random.chance(0.55)
      ? random.between(8 * 60 + 20, 11 * 60 + 50)
      : random.between(14 * 60 + 40, 17 * 60 + 40)
    return momentAt(nextWorkingDay(calendar, day), clockText(minute))
  }
  return {
    calendar,
    on,
    after: (moment, workingDays) =>
      workingDays === 0 ? sameDayLater(moment, random) : on(addWorkingDays(calendar, dayOf(moment), workingDays)),
    before: (day, workingDays) => {
      let at = day
      while (!isWorkingDay(calendar, at)) at = addDays(at, -1)
      return on(addWorkingDays(calendar, at, -workingDays))
    },
  }
}

/** Twenty minutes to two hours on, but within the office's day. */
function sameDayLater(moment: Moment, random: Random): Moment {
  const minute = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)) + random.between(20, 120)
  return momentAt(dayOf(moment), clockText(Math.min(minute, Math.max(17 * 60 + 50, minute - 100))))
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
