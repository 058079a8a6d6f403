import type { Lang } from '../text.ts'
import { dayFromEpoch, dayText, epochOf, parseDay, type Day } from './day.ts'

/** A moment on the city's clock, 'YYYY-MM-DDTHH:mm:ss+08:00'. China keeps one offset all year, so moments sort as text. */
export type Moment = string

const OFFSET_SECONDS = 8 * 3600
const DAY_SECONDS = 86_400
const ISO = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/i

/** Any ISO 8601 moment that names its offset (or Z), told on the city's clock; null for anything else. Fractions of a second are dropped. */
export function parseMoment(text: string): Moment | null {
  const found = ISO.exec(text)
  const day = parseDay(found?.[1] ?? '')
  if (!found || day === null) return null
  const [hour, minute, second] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)]
  const [offsetHour, offsetMinute] = [Number(found[6] ?? 0), Number(found[7] ?? 0)]
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 14 || offsetMinute > 59) return null
  const offset = (offsetHour * 60 + offsetMinute) * 60 * (found[5] === '-' ? -1 : 1)
  return momentFromSeconds(epochOf(day) * DAY_SECONDS + hour * 3600 + minute * 60 + second - offset)
}

/** The city's day a moment falls on. */
export function dayOf(moment: Moment): Day {
  return moment.slice(0, 10)
}

/** 'HH:mm' on the city's clock. */
export function timeOf(moment: Moment): string {
  return moment.slice(11, 16)
}

/** A day at a time of day 'HH:mm'. */
export function momentAt(day: Day, time: string): Moment {
  return `${day}T${time}:00+08:00`
}

export function addMinutes(moment: Moment, n: number): Moment {
  return momentFromSeconds(secondsOf(moment) + n * 60)
}

/** Whole minutes from one moment to another, towards zero; negative where `to` is earlier. */
export function minutesBetween(from: Moment, to: Moment): number {
  return Math.trunc((secondsOf(to) - secondsOf(from)) / 60)
}

/** '9月18日 18:00' or 'Sep 18 18:00'; with the year unless it is that of `today`. */
export function momentText(moment: Moment, lang: Lang, today?: Day): string {
  return `${dayText(dayOf(moment), lang, today)} ${timeOf(moment)}`
}

/** Seconds since 1970-01-01T00:00Z. */
function secondsOf(moment: Moment): number {
  const [hour, minute, second] = [moment.slice(11, 13), moment.slice(14, 16), moment.slice(17, 19)].map(Number)
  const clock = (hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)
  return epochOf(dayOf(moment)) * DAY_SECONDS + clock - OFFSET_SECONDS
}

function momentFromSeconds(seconds: number): Moment {
  const local = seconds + OFFSET_SECONDS
  const epoch = Math.floor(local / DAY_SECONDS)
  const clock = local - epoch * DAY_SECONDS
  const pad = (n: number) => String(Math.floor(n)).padStart(2, '0')
  return `${dayFromEpoch(epoch)}T${pad(clock / 3600)}:${pad((clock % 3600) / 60)}:${pad(clock % 60)}+08:00`
}
