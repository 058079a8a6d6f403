import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startJobs } from './runner.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a job runs at once and then on its interval, until it is stopped', async () => {
  let rounds = 0
  const jobs = startJobs([{ name: 'count', everySeconds: 10, run: async () => (rounds += 1) }], () => undefined)
  await vi.advanceTimersByTimeAsync(25_000)
  expect(rounds).toBe(3)
  await jobs.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rounds).toBe(3)
})

test('a round that fails is logged, and the next one runs all the same', async () => {
  const lines: string[] = []
  let rounds = 0
  const run = async () => {
    rounds += 1
    if (rounds === 1) throw new Error('the disk is full')
  }
  const jobs = startJobs([{ name: 'count', everySeconds: 10, run }], (line) => lines.push(line))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(rounds).toBe(2)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^count: Error: the disk is full/)
  await jobs.stop()
})

test('a round that takes long is not joined by a second, and stop waits for it', async () => {
  let finish: () => void = () => undefined
  let started = 0
  const run = () => {
    started += 1
    return new Promise<void>((resolve) => (finish = resolve))
  }
  const jobs = startJobs([{ name: 'slow', everySeconds: 1, run }], () => undefined)
  await vi.advanceTimersByTimeAsync(5000)
  expect(started).toBe(1)
  let stopped = false
  const stopping = jobs.stop().then(() => (stopped = true))
  await vi.advanceTimersByTimeAsync(1000)
  expect(stopped).toBe(false)
  finish()
  await stopping
  expect(stopped).toBe(true)
})
