import { daysBetween } from './day.ts'
import type { DueInput, DueStep } from './due.ts'
import { dayOf, type Moment } from './moment.ts'
import { dueAfterPauses } from './pause.ts'
import { openPause, reckon, type Pause } from './reckon.ts'
import type { WorkCalendar } from './work-calendar.ts'

/** What a stored clock must tell so that its due date can be reckoned again. */
export type ClockStart = Readonly<Omit<DueInput, 'calendar'> & { pauses?: readonly Pause[] }>

/** A due date that a changed calendar moves: by how many natural days, and why it falls where it now does. */
export type MovedDue<Clock> = Readonly<{
  item: Clock
  before: Moment
  after: Moment
  days: number
  steps: DueStep[]
  provisional: number | null
}>

/** The clocks whose due moment differs under the new calendar, in the order given. Clocks that stand still have none. */
export function movedDues<Clock extends ClockStart>(
  items: readonly Clock[],
  oldCalendar: WorkCalendar,
  newCalendar: WorkCalendar,
): MovedDue<Clock>[] {
  return items.flatMap((item) => {
    const before = dueMoment(item, oldCalendar)
    const after = dueMoment(item, newCalendar)
    if (before === null || after === null || before === after) return []
    const { steps, provisional } = dueAfterPauses({ ...item, pauses: item.pauses ?? [], calendar: newCalendar })
    return [{ item, before, after, days: daysBetween(dayOf(before), dayOf(after)), steps, provisional }]
  })
}

function dueMoment(item: ClockStart, calendar: WorkCalendar): Moment | null {
  const reckoning = reckon({ ...item, calendar }, item.pauses ?? [])
  return openPause(reckoning) ? null : reckoning.at
}
