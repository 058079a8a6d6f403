import { daysBetween, weekday } from '../../calendar/day.ts'
import { dayOf, minutesBetween, timeOf } from '../../calendar/moment.ts'
import type { Moment } from '../../calendar/moment.ts'
import type { Lang } from '../../text.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdaysZh = ['一', '二', '三', '四', '五', '六', '日']
const weekdaysEn = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** A day or a moment; both begin with the day. */
export type When = string

/** What a reading needs to know: the language, and the moment it is read at. */
export type Reading = { lang: Lang; now: Moment }

const two = (zh: string, en: string, lang: Lang) => (lang === 'zh' ? zh : en)
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`

/** 9月18日 or 18 Sep; with the year when it is not the reader's year, or when asked for. */
export function dayWords(at: When, { lang, now }: Reading, withYear = false): string {
  const day = dayOf(at)
  const [year = '', month = '', date = ''] = day.split('-')
  const showYear = withYear || year !== dayOf(now).slice(0, 4)
  const zh = `${showYear ? `${year}年` : ''}${Number(month)}月${Number(date)}日`
  return two(zh, `${Number(date)} ${months[Number(month) - 1] ?? month}${showYear ? ` ${year}` : ''}`, lang)
}

/** 9月18日 09:40 or 18 Sep, 09:40. */
export function momentWords(at: Moment, reading: Reading, withYear = false): string {
  return `${dayWords(at, reading, withYear)}${two(' ', ', ', reading.lang)}${timeOf(at)}`
}

/** 星期三 or Wed; `short` gives 三. */
export function weekdayWords(at: When, lang: Lang, short = false): string {
  const zh = weekdaysZh[weekday(dayOf(at)) - 1] ?? ''
  return two(short ? zh : `星期${zh}`, weekdaysEn[weekday(dayOf(at)) - 1] ?? '', lang)
}

/** 9月 or Sep, from 'YYYY-MM' or any day in it. */
export function monthWords(at: string, lang: Lang): string {
  const month = Number(at.slice(5, 7))
  return two(`${month}月`, months[month - 1] ?? '', lang)
}

/** Clock time in the city, 24 hours: 18:00. */
export function timeWords(at: Moment): string {
  return timeOf(at)
}

export type NumberShape = { digits?: number | undefined; signed?: boolean | undefined }

/** A number with a true minus sign; English groups thousands, Chinese does not. Unknown is a dash, never 0. */
export function numberWords(value: number | null, lang: Lang, { digits, signed = false }: NumberShape = {}): string {
  if (value === null || Number.isNaN(value)) return '—'
  const fixed = Math.abs(value).toLocaleString('en-US', {
    useGrouping: lang === 'en',
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 6,
  })
  if (Number(fixed.replaceAll(',', '')) === 0) return fixed
  if (value < 0) return `−${fixed}`
  return signed ? `+${fixed}` : fixed
}

/** A share between 0 and 1 as 71.6%. */
export function percentWords(share: number | null, lang: Lang, digits = 1): string {
  return share === null ? '—' : `${numberWords(share * 100, lang, { digits })}%`
}

/** A difference of percentages: 0.8 个百分点 or 0.8 pp. */
export function pointsWords(points: number, lang: Lang, shape: NumberShape = { digits: 1 }): string {
  return `${numberWords(points, lang, shape)}${two(' 个百分点', ' pp', lang)}`
}

/** How long ago, in calendar days: 今天, 1 天前, 41 天前. */
export function agoWords(at: When, { lang, now }: Reading): string {
  const days = daysBetween(dayOf(at), dayOf(now))
  if (days <= 0) return two('今天', 'Today', lang)
  return two(`${days} 天前`, `${plural(days, 'day')} ago`, lang)
}

/** How long something has waited: 今天, 等 2 天. */
export function waitedWords(since: When, { lang, now }: Reading): string {
  const days = daysBetween(dayOf(since), dayOf(now))
  if (days <= 0) return two('今天', 'Today', lang)
  return two(`等 ${days} 天`, `${plural(days, 'day')} waiting`, lang)
}

/** A length of time in its two largest units: 24 天, 8 小时 20 分, 40 分. Given in minutes. */
export function lengthWords(minutes: number, lang: Lang): string {
  const days = Math.floor(minutes / 1440)
  if (days > 0) return two(`${days} 天`, plural(days, 'day'), lang)
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return two(`${rest} 分`, `${rest} min`, lang)
  return two(`${hours} 小时${rest > 0 ? ` ${rest} 分` : ''}`, `${hours} h${rest > 0 ? ` ${rest} min` : ''}`, lang)
}

/** How a limit stands, for tables: 超 4 天, 今天 18:00, 剩 1 天. Past by less than a day: 超 3 小时. */
export function leftWords(due: Moment, { lang, now }: Reading): string {
  const past = minutesBetween(due, now)
  const days = daysBetween(dayOf(now), dayOf(due))
  if (past > 0) {
    const over = days < 0 ? two(`${-days} 天`, plural(-days, 'day'), lang) : lengthWords(past, lang)
    return two(`超 ${over}`, `${over} over`, lang)
  }
  if (days === 0) return `${two('今天', 'Today', lang)} ${timeOf(due)}`
  return two(`剩 ${days} 天`, `${plural(days, 'day')} left`, lang)
}

/** How a limit stands, for lists: 超 18 天, 18:00, 明天, 9月20日. */
export function dueWords(due: Moment, reading: Reading): string {
  const days = daysBetween(dayOf(reading.now), dayOf(due))
  if (minutesBetween(due, reading.now) > 0) return leftWords(due, reading)
  if (days === 0) return timeOf(due)
  return days === 1 ? two('明天', 'Tomorrow', reading.lang) : dayWords(due, reading)
}

/** The time left to a limit down to minutes: 剩 8 小时 20 分, 剩 24 天; past it 超 4 天. */
export function leftInFull(due: Moment, reading: Reading): string {
  const left = minutesBetween(reading.now, due)
  if (left < 0) return leftWords(due, reading)
  const days = daysBetween(dayOf(reading.now), dayOf(due))
  const words = days > 0 ? two(`${days} 天`, plural(days, 'day'), reading.lang) : lengthWords(left, reading.lang)
  return two(`剩 ${words}`, `${words} left`, reading.lang)
}
