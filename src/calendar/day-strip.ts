import { addDays, compare, daysBetween, weekday, type Day } from './day.ts'
import type { DayCell, DueInput } from './due.ts'
import { dayOf } from './moment.ts'
import { openPause, type Reckoning } from './reckon.ts'
import { dayKind } from './work-calendar.ts'

/** Strips up to this long are shown whole; longer ones keep the start and the last days. */
const WHOLE = 14
const LAST = 10

/** The days of a limit, from its start to its due day (or to where it was paused), each with the part it plays. */
export function dayStrip(input: DueInput, reckoning: Reckoning): DayCell[] {
  const start = dayOf(input.start)
  const open = openPause(reckoning)
  const last = open ? addDays(dayOf(open.from), 1) : reckoning.on
  const cells: DayCell[] = []
  let n = 0
  for (let day = start; compare(day, last) <= 0; day = addDays(day, 1)) {
    const role = roleOf(input, reckoning, day)
    const numbered = isNumbered(input, reckoning, day)
    if (numbered) n += 1
    cells.push({ ...cellOf(input, day), role, ...(numbered ? { n } : {}) })
  }
  return compressed(cells)
}

function cellOf({ calendar }: DueInput, day: Day): Omit<DayCell, 'role'> {
  const { mark, working } = dayKind(calendar, day)
  return { day, weekday: weekday(day), mark, working }
}

function roleOf(input: DueInput, reckoning: Reckoning, day: Day): DayCell['role'] {
  const { duration, calendar } = input
  const isOpen = openPause(reckoning) !== null
  if (!isOpen && day === reckoning.on) return 'due'
  if (day === dayOf(input.start)) return 'start'
  if (isPaused(reckoning, day)) return 'pause'
  if (duration.unit === 'sameDay' || (!isOpen && compare(day, reckoning.end) > 0)) return 'roll'
  return duration.unit === 'workingDay' && !dayKind(calendar, day).working ? 'off' : 'count'
}

/** Days counted one by one carry their number: not the start, not paused days, not days a limit only moved over. */
function isNumbered(input: DueInput, reckoning: Reckoning, day: Day): boolean {
  const { duration, start, calendar } = input
  if (duration.unit !== 'calendarDay' && duration.unit !== 'workingDay') return false
  if (day === dayOf(start) || isPaused(reckoning, day) || compare(day, reckoning.end) > 0) return false
  return duration.unit === 'calendarDay' || dayKind(calendar, day).working
}

function isPaused({ pauses }: Reckoning, day: Day): boolean {
  return pauses.some(
    ({ pause }) => compare(day, dayOf(pause.from)) > 0 && (pause.to === null || compare(day, dayOf(pause.to)) <= 0),
  )
}

function compressed(cells: DayCell[]): DayCell[] {
  const [start, gap] = cells
  const last = cells.slice(-LAST)
  if (cells.length <= WHOLE || !start || !gap || !last[0]) return cells
  const { n: _, ...bare } = gap
  return [start, { ...bare, role: 'gap', n: daysBetween(gap.day, last[0].day) }, ...last]
}
