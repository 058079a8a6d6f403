import type { Moment } from '../../calendar/moment.ts'

const offset = 8 * 3_600_000

/** The present moment of the city's clock, +08:00. The browser's own zone does not matter. */
export function presentMoment(): Moment {
  return `${new Date(Date.now() + offset).toISOString().slice(0, 19)}+08:00`
}
