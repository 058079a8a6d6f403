import { daysInMonth, parseDay } from '../../../calendar/day.ts'
import type { Day } from '../../../calendar/day.ts'

const full = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/
const short = /^(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?$/
const monthEnd = /^(?:(\d{4})年)?(\d{1,2})月(?:底|末)?前?$/

/**
 * The day somebody typed: 2024-10-31, 10-31, 10月31日, 10月底, 年底. Without a year it is the report's.
 * Null where it names no day of the calendar.
 */
export function readTypedDay(typed: string, year: number): Day | null {
  const text = typed.replaceAll(/\s/g, '')
  if (/^(?:年底|年末|年内|全年)前?$/.test(text)) return `${year}-12-31`
  const whole = full.exec(text)
  if (whole) return dayOf(Number(whole[1]), Number(whole[2]), Number(whole[3]))
  const brief = short.exec(text)
  if (brief) return dayOf(year, Number(brief[1]), Number(brief[2]))
  const end = monthEnd.exec(text)
  if (!end) return null
  const [ofYear, month] = [Number(end[1] ?? year), Number(end[2])]
  return month >= 1 && month <= 12 ? dayOf(ofYear, month, daysInMonth(ofYear, month)) : null
}

function dayOf(year: number, month: number, date: number): Day | null {
  const two = (part: number) => String(part).padStart(2, '0')
  return parseDay(`${year}-${two(month)}-${two(date)}`)
}
