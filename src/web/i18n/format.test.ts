import { describe, expect, test } from 'vitest'
import * as format from './format.ts'
import type { Reading } from './format.ts'

const now = '2024-09-18T09:40:00+08:00'
const zh: Reading = { lang: 'zh', now }
const en: Reading = { lang: 'en', now }

describe('dates', () => {
  test('a day of this year has no year, another year has one', () => {
    expect(format.dayWords('2024-09-18', zh)).toBe('9月18日')
    expect(format.dayWords('2023-12-31', zh)).toBe('2023年12月31日')
    expect(format.dayWords('2024-09-18', en)).toBe('18 Sep')
    expect(format.dayWords('2025-01-01', en)).toBe('1 Jan 2025')
  })
  test('the year can be asked for', () => {
    expect(format.momentWords(now, en, true)).toBe('18 Sep 2024, 09:40')
  })
  test('a moment has a 24 h clock', () => {
    expect(format.momentWords('2024-09-12T16:05:00+08:00', zh)).toBe('9月12日 16:05')
  })
  test('weekdays', () => {
    expect(format.weekdayWords('2024-09-18', 'zh')).toBe('星期三')
    expect(format.weekdayWords('2024-09-15', 'zh', true)).toBe('日')
    expect(format.weekdayWords('2024-09-15', 'en')).toBe('Sun')
  })
  test('months', () => {
    expect(format.monthWords('2024-09', 'zh')).toBe('9月')
    expect(format.monthWords('2024-09-01', 'en')).toBe('Sep')
  })
})

describe('limits', () => {
  const left = (due: string) => format.leftWords(due, zh)
  test('past, today and to come, in calendar days', () => {
    expect(left('2024-09-14T18:00:00+08:00')).toBe('超 4 天')
    expect(left('2024-09-18T18:00:00+08:00')).toBe('今天 18:00')
    expect(left('2024-09-19T18:00:00+08:00')).toBe('剩 1 天')
    expect(left('2024-10-09T18:00:00+08:00')).toBe('剩 21 天')
  })
  test('past by less than a day counts hours, not days', () => {
    expect(left('2024-09-18T06:40:00+08:00')).toBe('超 3 小时')
    expect(left('2024-09-18T09:20:00+08:00')).toBe('超 20 分')
  })
  test('in lists the day gives way to the hour and to 明天', () => {
    expect(format.dueWords('2024-09-18T18:00:00+08:00', zh)).toBe('18:00')
    expect(format.dueWords('2024-09-19T18:00:00+08:00', zh)).toBe('明天')
    expect(format.dueWords('2024-09-20T18:00:00+08:00', zh)).toBe('9月20日')
    expect(format.dueWords('2024-08-31T18:00:00+08:00', zh)).toBe('超 18 天')
  })
  test('in full down to minutes on the last day', () => {
    expect(format.leftInFull('2024-09-18T18:00:00+08:00', zh)).toBe('剩 8 小时 20 分')
    expect(format.leftInFull('2024-10-12T18:00:00+08:00', zh)).toBe('剩 24 天')
    expect(format.leftInFull('2024-09-18T18:00:00+08:00', en)).toBe('8 h 20 min left')
  })
  test('English counts one day as one', () => {
    expect(format.leftWords('2024-09-19T18:00:00+08:00', en)).toBe('1 day left')
    expect(format.leftWords('2024-09-14T18:00:00+08:00', en)).toBe('4 days over')
  })
})

describe('the past', () => {
  test('ago and waited', () => {
    expect(format.agoWords('2024-09-16T23:59:00+08:00', zh)).toBe('2 天前')
    expect(format.agoWords('2024-09-18T00:10:00+08:00', zh)).toBe('今天')
    expect(format.agoWords('2024-09-17T00:10:00+08:00', en)).toBe('1 day ago')
    expect(format.waitedWords('2024-09-16T17:20:00+08:00', zh)).toBe('等 2 天')
  })
})

describe('numbers', () => {
  test('unknown is a dash and never 0', () => {
    expect(format.numberWords(null, 'zh')).toBe('—')
    expect(format.percentWords(null, 'zh')).toBe('—')
    expect(format.numberWords(0, 'zh')).toBe('0')
  })
  test('minus is a minus, and 0 has no sign', () => {
    expect(format.numberWords(-2.6, 'zh')).toBe('−2.6')
    expect(format.numberWords(-0.04, 'zh', { digits: 1 })).toBe('0.0')
    expect(format.numberWords(13, 'zh', { signed: true })).toBe('+13')
    expect(format.numberWords(0, 'zh', { signed: true })).toBe('0')
  })
  test('English groups thousands, Chinese does not', () => {
    expect(format.numberWords(1926, 'zh')).toBe('1926')
    expect(format.numberWords(1926, 'en')).toBe('1,926')
  })
  test('shares and points', () => {
    expect(format.percentWords(0.716, 'zh')).toBe('71.6%')
    expect(format.pointsWords(0.8, 'zh')).toBe('0.8 个百分点')
    expect(format.pointsWords(-5.6, 'zh')).toBe('−5.6 个百分点')
  })
})
