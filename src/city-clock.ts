import { type Day, parseDay } from './calendar/day.ts'
import { addMinutes, dayOf, type Moment, momentAt, parseMoment } from './calendar/moment.ts'

/** The sample city's day begins here each time it is started; later if something was recorded later. */
const MORNING = '09:40'

/**
 * The city's present moment. The real time, unless a fixed day is set (LUOSHI_TODAY) or the city is a sample, whose
 * settings name its day. A fixed day still moves on within the day, from the latest record, so that histories stay
 * in order, and stops a minute before midnight.
 */
export function cityClock(
  today: Day | null,
  city: { readonly sample: boolean; readonly settings: Readonly<Record<string, unknown>> },
  latest: Moment | null,
): () => Moment {
  const ofSample = city.sample && typeof city.settings['today'] === 'string' ? parseDay(city.settings['today']) : null
  const day = today ?? ofSample
  if (day === null) return realNow
  const morning = momentAt(day, MORNING)
  const from = latest !== null && latest > morning && dayOf(latest) === day ? latest : morning
  return fixedDay(day, from, Date.now())
}

function fixedDay(day: Day, from: Moment, startedAt: number): () => Moment {
  const last = momentAt(day, '23:59')
  return () => {
    const moment = addSeconds(from, Math.floor((Date.now() - startedAt) / 1000))
    return moment < last ? moment : last
  }
}

/** The real time in the city, to the second. */
function realNow(): Moment {
  const now = parseMoment(new Date().toISOString().replace(/\.\d+Z$/, 'Z'))
  if (now === null) throw new Error('the machine has no valid clock')
  return now
}

function addSeconds(moment: Moment, seconds: number): Moment {
  const rest = Number(moment.slice(17, 19)) + (seconds % 60)
  const carried = addMinutes(moment, Math.floor(seconds / 60) + Math.floor(rest / 60))
  return `${carried.slice(0, 17)}${String(rest % 60).padStart(2, '0')}${carried.slice(19)}`
}
