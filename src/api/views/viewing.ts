import type { Moment } from '../../calendar/moment.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Directory } from '../directory.ts'
import type { Services } from '../services.ts'

/** What a state is shown with: names, the moment it is shown as of, and the calendar. */
export interface Viewing {
  readonly directory: Directory
  readonly now: Moment
  readonly calendar: WorkCalendar
}

export async function viewing({ context, directory }: Services, now: Moment = context.now()): Promise<Viewing> {
  return { directory: await directory.get(), now, calendar: context.calendar }
}
