import { expect, test } from 'vitest'
import { cityClock } from './city-clock.ts'

const sample = { sample: true, settings: { today: '2024-09-18' } }
const real = { sample: false, settings: {} }

test('a sample city stands on its own day and starts in the morning', () => {
  expect(cityClock(null, sample, null)()).toMatch(/^2024-09-18T09:40:0\d\+08:00$/)
})

test('it goes on from the latest record of that day, so that history stays in order', () => {
  expect(cityClock(null, sample, '2024-09-18T16:59:58+08:00')() >= '2024-09-18T16:59:58+08:00').toBe(true)
  expect(cityClock(null, sample, '2024-09-17T16:59:58+08:00')()).toMatch(/^2024-09-18T09:40/)
})

test('the last minute of a fixed day is never passed', () => {
  expect(cityClock(null, sample, '2024-09-18T23:59:30+08:00')()).toBe('2024-09-18T23:59:00+08:00')
})

test('a fixed date of the settings goes before the sample’s own', () => {
  expect(cityClock('2024-03-01', sample, null)()).toMatch(/^2024-03-01T09:40/)
})

test('a real city has the real time, in its own offset', () => {
  const now = cityClock(null, real, null)()
  expect(now).toMatch(/\+08:00$/)
  expect(Math.abs(Date.parse(now) - Date.now())).toBeLessThan(5_000)
})
