import { expect, test } from 'vitest'
import { readLiveEvent, staleKeys } from './live.ts'

test('an event of an item makes its pages and its ledger stale, not other ledgers', () => {
  const keys = staleKeys({ topic: 'item', id: '7', ledger: 'livelihood', post: 'p' }).map((key) => key.join('/'))
  expect(keys).toContain('item/7')
  expect(keys).toContain('ledger/livelihood')
  expect(keys).not.toContain('ledger')
})

test.each([
  ['not json', null],
  ['{"topic":"weather","id":"1"}', null],
  ['{"topic":"item"}', null],
  ['null', null],
])('%s is passed over', (data, event) => {
  expect(readLiveEvent(data)).toBe(event)
})

test('a good event is read', () => {
  expect(readLiveEvent('{"topic":"report","id":"r","post":"p"}')).toEqual({ topic: 'report', id: 'r', post: 'p' })
})
