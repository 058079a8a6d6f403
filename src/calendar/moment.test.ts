import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, dayOf, minutesBetween, momentAt, momentText, parseMoment, timeOf } from './moment.ts'

test.each([
  ['2024-09-18T09:40:00+08:00', '2024-09-18T09:40:00+08:00'],
  ['2024-09-18T01:40:00Z', '2024-09-18T09:40:00+08:00'],
  ['2024-09-18T01:40:00.999z', '2024-09-18T09:40:00+08:00'],
  ['2024-12-31T16:00Z', '2025-01-01T00:00:00+08:00'],
  ['2024-02-29T20:30:15-0530', '2024-03-01T10:00:15+08:00'],
  ['2024-01-01T00:30:00+09:00', '2023-12-31T23:30:00+08:00'],
])('%s is %s on the city clock', (text, expected) => {
  expect(parseMoment(text)).toBe(expected)
})

test.each([
  '2024-09-18T09:40:00',
  '2024-09-18',
  '2024-02-30T09:40:00Z',
  '2024-09-18T24:00:00Z',
  '2024-09-18T09:60:00Z',
  '2024-09-18T09:40:60Z',
  '2024-09-18T09:40:00+15:00',
  '2024-09-18 09:40:00Z',
  'yesterday',
  '',
])('%s is no moment', (text) => {
  expect(parseMoment(text)).toBeNull()
})

test('parts and makers', () => {
  const moment = momentAt('2024-09-18', '09:40')
  expect(moment).toBe('2024-09-18T09:40:00+08:00')
  expect(dayOf(moment)).toBe('2024-09-18')
  expect(timeOf(moment)).toBe('09:40')
  expect(momentText(moment, 'zh', '2024-01-01')).toBe('9月18日 09:40')
  expect(momentText(moment, 'en')).toBe('Sep 18, 2024 09:40')
})

test('addMinutes and minutesBetween undo each other, and the platform clock agrees', () => {
  const seconds = fc.integer({ min: Date.UTC(1901, 0) / 1000, max: Date.UTC(2199, 0) / 1000 })
  fc.assert(
    fc.property(seconds, fc.integer({ min: -1_000_000, max: 1_000_000 }), (at, n) => {
      const moment = parseMoment(new Date(at * 1000).toISOString())
      if (moment === null) return expect.fail('not read')
      expect(Date.parse(moment)).toBe(at * 1000)
      expect(minutesBetween(moment, addMinutes(moment, n))).toBe(n)
      expect(Date.parse(addMinutes(moment, n))).toBe((at + n * 60) * 1000)
    }),
  )
})

test('minutes are whole, towards zero', () => {
  expect(minutesBetween('2024-09-18T09:40:30+08:00', '2024-09-18T09:41:00+08:00')).toBe(0)
  expect(minutesBetween('2024-09-18T09:41:00+08:00', '2024-09-18T09:39:30+08:00')).toBe(-1)
})
