import { t, type Text } from '../text.ts'

/** What happens to a limit that ends on a day off: to the next working day (民法典第 203 条), or it stays. */
export type Roll = 'next' | 'none'

/**
 * A limit as data. `sameDay`: by close of business. `calendarDay`, `month`: 自然日 and months. `workingDay`: 工作日.
 * `hour`: from the minute, day and night. `monthlyOn`, `quarterEnd`: a fixed date, for clocks that come round again.
 * `roll` left out means 'next'.
 */
export type Duration =
  | Readonly<{ unit: 'sameDay' }>
  | Readonly<{ unit: 'calendarDay' | 'month'; n: number; roll?: Roll }>
  | Readonly<{ unit: 'workingDay' | 'hour'; n: number }>
  | Readonly<{ unit: 'monthlyOn'; day: number; month: 'next' | 'coming'; roll?: Roll }>
  | Readonly<{ unit: 'quarterEnd'; roll?: Roll }>

type RollOption = Readonly<{ roll?: Roll }>

/** By close of business of the start day (当天). */
export function sameDay(): Duration {
  return { unit: 'sameDay' }
}

/** n natural days, the start day not counted; rolls to the next working day unless told not to. */
export function calendarDays(n: number, options: RollOption = {}): Duration {
  return { unit: 'calendarDay', n: whole(n, 'calendarDays'), ...options }
}

/** n working days, the start day not counted. */
export function workingDays(n: number): Duration {
  return { unit: 'workingDay', n: whole(n, 'workingDays') }
}

/** n months, to the day of the same number; rolls to the next working day unless told not to. */
export function months(n: number, options: RollOption = {}): Duration {
  return { unit: 'month', n: whole(n, 'months'), ...options }
}

/** n hours from the moment, nights and days off included. */
export function hours(n: number): Duration {
  return { unit: 'hour', n: whole(n, 'hours') }
}

/**
 * 每月 n 日前. `month: 'next'` (the default): that day of the month after the start, for a clock that restarts when a
 * month is settled; `'coming'`: the first such day after the start. A month too short for the number ends on its last day.
 */
export function monthlyOn(
  dayOfMonth: number,
  options: RollOption & Readonly<{ month?: 'next' | 'coming' }> = {},
): Duration {
  if (whole(dayOfMonth, 'monthlyOn') > 31) throw new RangeError(`monthlyOn: ${dayOfMonth} is not a day of a month`)
  return { unit: 'monthlyOn', day: dayOfMonth, month: 'next', ...options }
}

/** The last day of the start's quarter; of the next one when the start is that very day. */
export function quarterEnd(options: RollOption = {}): Duration {
  return { unit: 'quarterEnd', ...options }
}

/** '3 个自然日' / '3 calendar days'. */
export function durationText(duration: Duration): Text {
  switch (duration.unit) {
    case 'sameDay':
      return t('当天', 'same day')
    case 'calendarDay':
      return counted(duration.n, '个自然日', 'calendar day')
    case 'workingDay':
      return counted(duration.n, '个工作日', 'working day')
    case 'month':
      return counted(duration.n, '个月', 'month')
    case 'hour':
      return counted(duration.n, '小时', 'hour')
    case 'monthlyOn':
      return t(`每月 ${duration.day} 日前`, `by day ${duration.day} of each month`)
    case 'quarterEnd':
      return t('季度末前', 'by the end of the quarter')
  }
}

function counted(n: number, zh: string, en: string): Text {
  return t(`${n} ${zh}`, `${n} ${en}${n === 1 ? '' : 's'}`)
}

function whole(n: number, maker: string): number {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${maker}: ${n} is not a whole number from 1 up`)
  return n
}
