import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { t } from '../text.ts'
import { addDays, addMonths, daysBetween } from './day.ts'
import { dueOf } from './due.ts'
import { calendarDays, hours, monthlyOn, months, quarterEnd, sameDay, workingDays, type Duration } from './duration.ts'
import { addMinutes, momentAt } from './moment.ts'
import { dueAfterPauses, remaining, type Pause } from './pause.ts'
import { testCalendar } from './testing.ts'
import { addWorkingDays, workingDaysBetween } from './work-calendar.ts'

const calendar = testCalendar()
const reason = t('待补正', 'awaiting correction')
const at = (text: string) => momentAt(`2024-${text.slice(0, 5)}`, text.slice(6))
const pause = (from: string, to: string | null): Pause => ({ from: at(from), to: to === null ? null : at(to), reason })
const after = (start: string, duration: Duration, ...pauses: Pause[]) =>
  dueAfterPauses({ start: at(start), duration, calendar, pauses })

describe('one pause', () => {
  test.each<[string, string, Duration, string, string, string]>([
    ['natural days get natural days back', '03-04 09:00', calendarDays(7), '03-06 10:00', '03-09 09:00', '03-14 18:00'],
    ['and roll at the end', '03-04 09:00', calendarDays(7), '03-06 10:00', '03-11 09:00', '03-18 18:00'],
    ['working days get working days back', '03-04 09:00', workingDays(5), '03-06 10:00', '03-11 09:00', '03-14 18:00'],
    ['over a weekend only, none', '03-04 09:00', workingDays(5), '03-08 10:00', '03-10 09:00', '03-11 18:00'],
    [
      'over the holiday, only what was worked',
      '09-12 09:00',
      workingDays(3),
      '09-13 10:00',
      '09-18 10:00',
      '09-20 18:00',
    ],
    ['months get natural days back', '03-04 09:00', months(1), '03-06 10:00', '03-09 09:00', '04-07 18:00'],
    ['hours get minutes back', '03-04 09:00', hours(4), '03-04 10:00', '03-05 08:30', '03-05 11:30'],
    ['the same day, a working day on', '03-04 09:00', sameDay(), '03-04 10:00', '03-06 09:00', '03-06 18:00'],
    ['a monthly date stays', '03-04 09:00', monthlyOn(10), '03-06 10:00', '03-20 10:00', '04-10 18:00'],
    ['a quarter end stays', '02-04 09:00', quarterEnd({ roll: 'none' }), '03-06 10:00', '03-20 10:00', '03-31 18:00'],
    ['unless the clock stood still then', '03-04 09:00', monthlyOn(10), '04-08 10:00', '04-12 10:00', '04-12 18:00'],
    ['resumed after hours on the due day', '03-04 09:00', calendarDays(4), '03-08 10:00', '03-08 19:00', '03-11 18:00'],
    [
      'resumed on a weekend, worked budget used up',
      '03-04 09:00',
      workingDays(4),
      '03-08 10:00',
      '03-10 10:00',
      '03-11 18:00',
    ],
    ['within one day, nothing', '03-04 09:00', calendarDays(4), '03-06 10:00', '03-06 16:00', '03-08 18:00'],
    ['after the due moment, nothing', '03-04 09:00', calendarDays(3), '03-07 18:00', '03-20 10:00', '03-07 18:00'],
    [
      'begun before the start, only from there',
      '03-04 09:00',
      calendarDays(7),
      '03-01 10:00',
      '03-06 09:00',
      '03-13 18:00',
    ],
    ['over before the start, nothing', '03-04 09:00', calendarDays(7), '02-20 10:00', '03-01 09:00', '03-11 18:00'],
  ])('%s', (_, start, duration, from, to, expected) => {
    expect(after(start, duration, pause(from, to)).at).toBe(at(expected))
  })
})

describe('several pauses', () => {
  const first = pause('03-06 10:00', '03-08 09:00')
  const second = pause('03-08 15:00', '03-09 09:00')

  test('add up, in any order, and days paused twice count once', () => {
    expect(after('03-04 09:00', calendarDays(7), first, second).on).toBe('2024-03-14')
    expect(after('03-04 09:00', calendarDays(7), second, first).on).toBe('2024-03-14')
    expect(after('03-04 09:00', calendarDays(7), first, pause('03-07 10:00', '03-09 09:00')).on).toBe('2024-03-14')
    expect(after('03-04 09:00', calendarDays(7), first, pause('03-06 12:00', '03-07 09:00')).on).toBe('2024-03-13')
  })

  test('a pause that only an earlier one made possible counts', () => {
    expect(after('03-04 09:00', calendarDays(4), first, pause('03-09 10:00', '03-11 10:00')).on).toBe('2024-03-12')
  })

  test('one that ends before it begins is refused', () => {
    expect(() => after('03-04 09:00', calendarDays(4), pause('03-06 10:00', '03-05 10:00'))).toThrow(RangeError)
  })
})

describe('a pause that stands', () => {
  test('leaves no due date, and says so', () => {
    const found = after('03-04 09:00', calendarDays(7), pause('03-06 10:00', null))
    expect([found.at, found.on, found.provisional]).toEqual([null, null, null])
    expect(found.steps.at(-1)).toEqual({
      text: t('3月6日 10:00 暂停（待补正），还没恢复', 'Paused Mar 6 10:00 (awaiting correction), not resumed'),
      rule: t('恢复后再算到期日', 'due date set on resuming'),
    })
    expect(found.days.map(({ role, n }) => `${role}${n ?? ''}`)).toEqual(['start', 'count1', 'count2', 'pause'])
  })

  test('once late, changes nothing', () => {
    expect(after('03-04 09:00', calendarDays(3), pause('03-08 10:00', null)).on).toBe('2024-03-07')
  })
})

test('each pause has its step, after the count and before the moving on', () => {
  const found = after(
    '03-04 09:00',
    calendarDays(7),
    pause('03-06 10:00', '03-11 09:00'),
    pause('04-01 10:00', '04-02 10:00'),
  )
  expect(found.steps.map(({ text, rule }) => `${text.zh} | ${rule.zh}`)).toEqual([
    '3月4日 09:00 开始，当天不算 | 起算 3月5日 · 民法典第 201 条',
    '7 个自然日，数到 3月11日 | 周末和放假照数 · 民法典第 200 条',
    '3月6日 10:00 暂停（待补正），3月11日 09:00 恢复 | 停 5 个自然日，照补，数到 3月16日',
    '4月1日 10:00 暂停（待补正），4月2日 10:00 恢复 | 到期以后的暂停不改到期日',
    '3月16日星期六，往后顺延 | 周末按休息日算 · 民法典第 203 条；3月17日也休息',
    '3月18日上班，18:00 到期 | 办公到 18:00 · 民法典第 203 条',
  ])
  expect(found.days.filter(({ role }) => role === 'pause').map(({ day }) => day.slice(5))).toEqual([
    '03-09',
    '03-10',
    '03-11',
  ])
})

describe('what is left', () => {
  const left = (now: string, duration: Duration, ...pauses: Pause[]) =>
    remaining({ start: at('03-04 09:00'), duration, calendar, pauses, at: at(now) })

  test('before, on and after the due day', () => {
    expect(left('03-06 09:00', calendarDays(4))).toEqual({
      unit: 'calendarDay',
      n: 2,
      minutes: 2 * 1440 + 540,
      paused: false,
    })
    expect(left('03-08 10:00', calendarDays(4))).toEqual({ unit: 'calendarDay', n: 0, minutes: 480, paused: false })
    expect(left('03-11 18:00', calendarDays(4))).toEqual({
      unit: 'calendarDay',
      n: -3,
      minutes: -3 * 1440,
      paused: false,
    })
    expect(left('03-08 10:00', workingDays(5))).toMatchObject({ unit: 'workingDay', n: 1 })
    expect(left('03-04 10:30', hours(4))).toEqual({ unit: 'hour', n: 2, minutes: 150, paused: false })
  })

  test('stands still with the clock, and a pause still to come is not known yet', () => {
    const stop = pause('03-06 09:00', '03-20 09:00')
    const stopped = left('03-06 09:00', calendarDays(4), stop)
    expect(stopped).toEqual({ unit: 'calendarDay', n: 2, minutes: 2 * 1440 + 540, paused: true })
    expect(left('03-15 09:00', calendarDays(4), stop)).toEqual(stopped)
    expect(left('03-15 09:00', calendarDays(4), pause('03-06 09:00', null))).toEqual(stopped)
    expect(left('03-20 09:00', calendarDays(4), stop)).toEqual({ ...stopped, paused: false })
    expect(left('03-05 09:00', calendarDays(4), stop)).toEqual(left('03-05 09:00', calendarDays(4)))
  })
})

describe('whatever the pause', () => {
  const start = fc.integer({ min: 0, max: 900 }).map((n) => momentAt(addDays('2023-02-01', n), '09:30'))
  const n = fc.integer({ min: 1, max: 40 })
  const duration = fc.oneof(
    n.map((k) => calendarDays(k)),
    n.map(workingDays),
    n.map((k) => months(k)),
    n.map(hours),
    fc.constant(sameDay()),
    fc.constant(quarterEnd()),
  )
  const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 })

  test('of no length, it changes nothing', () => {
    fc.assert(
      fc.property(start, duration, minutes, (from, limit, offset) => {
        const moment = addMinutes(from, offset)
        const paused = dueAfterPauses({
          start: from,
          duration: limit,
          calendar,
          pauses: [{ from: moment, to: moment, reason }],
        })
        const { at, on, days, provisional } = dueOf({ start: from, duration: limit, calendar })
        expect(paused).toMatchObject({ at, on, days, provisional })
      }),
    )
  })

  test('it never brings the due date forward, and a longer one never gives less', () => {
    fc.assert(
      fc.property(start, duration, minutes, minutes, minutes, (from, limit, offset, length, more) => {
        const begins = addMinutes(from, offset)
        const paused = (ends: number) =>
          dueAfterPauses({
            start: from,
            duration: limit,
            calendar,
            pauses: [{ from: begins, to: addMinutes(begins, ends), reason }],
          }).at ?? ''
        const free = dueOf({ start: from, duration: limit, calendar }).at
        expect(paused(length) >= free).toBe(true)
        expect(paused(length + more) >= paused(length)).toBe(true)
      }),
    )
  })

  test('no limit ends while it stands', () => {
    fc.assert(
      fc.property(start, duration, minutes, minutes, (from, limit, offset, length) => {
        const begins = addMinutes(from, offset)
        const ends = addMinutes(begins, length)
        const due =
          dueAfterPauses({ start: from, duration: limit, calendar, pauses: [{ from: begins, to: ends, reason }] }).at ??
          ''
        expect(due <= begins || due > ends || length === 0).toBe(true)
      }),
    )
  })

  test('inside the limit, it gives back just the days it took', () => {
    fc.assert(
      fc.property(start, n, fc.integer({ min: 0, max: 30 }), (from, k, length) => {
        const day = from.slice(0, 10)
        const ends = addDays(day, length)
        const pauses = [{ from, to: momentAt(ends, '09:30'), reason }]
        const on = (limit: Duration) => dueAfterPauses({ start: from, duration: limit, calendar, pauses }).on ?? ''
        expect(daysBetween(day, on(calendarDays(k, { roll: 'none' })))).toBe(k + length)
        expect(on(months(k, { roll: 'none' }))).toBe(addDays(addMonths(day, k), length))
        expect(on(workingDays(k))).toBe(addWorkingDays(calendar, day, k + workingDaysBetween(calendar, day, ends)))
      }),
    )
  })
})
