import type { Day } from './calendar/day.ts'
import { addMinutes, type Moment, momentAt, parseMoment } from './calendar/moment.ts'

/** The real time in the city, to the second. */
export function realNow(): Moment {
  const now = parseMoment(new Date().toISOString().replace(/\.\d+Z$/, 'Z'))
  if (now === null) throw new Error('the machine has no valid clock')
  return now
}

/**
 * A clock that stands on one day (LUOSHI_TODAY, or the sample city's date) and still moves forward within it, so that
 * histories stay in order: it starts at `from`, runs with the machine and stops a minute before midnight.
 */
export function fixedDayClock(day: Day, from: Moment, startedAt: number, clock: () => number): () => Moment {
  const last = momentAt(day, '23:59')
  return () => {
    const moment = addSeconds(from, Math.floor((clock() - startedAt) / 1000))
    return moment < last ? moment : last
  }
}

function addSeconds(moment: Moment, seconds: number): Moment {
  const minutes = Math.floor(seconds / 60)
  const rest = Number(moment.slice(17, 19)) + (seconds % 60)
  const carried = addMinutes(moment, minutes + Math.floor(rest / 60))
  return `${carried.slice(0, 17)}${String(rest % 60).padStart(2, '0')}${carried.slice(19)}`
}
