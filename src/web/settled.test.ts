import { expect, test } from 'vitest'
import { makePairing } from './settled.ts'

test('an event is paired with the answer stored here, whichever comes first', () => {
  const pair = makePairing()
  expect(pair('item 1', 'answer', 0)).toBe(false)
  expect(pair('item 1', 'event', 100)).toBe(true)
  expect(pair('item 2', 'event', 200)).toBe(false)
  expect(pair('item 2', 'answer', 300)).toBe(true)
})

test('one answer pairs with one event: the next one came from another browser', () => {
  const pair = makePairing()
  pair('item 1', 'answer', 0)
  expect(pair('item 1', 'event', 10)).toBe(true)
  expect(pair('item 1', 'event', 20)).toBe(false)
})

test('other items and late events are not paired', () => {
  const pair = makePairing()
  pair('item 1', 'answer', 0)
  expect(pair('item 2', 'event', 10)).toBe(false)
  expect(pair('item 1', 'event', 6_000)).toBe(false)
})
