import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { steadyOrder } from './steady-order.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

test('known rows keep their places, new ones come last, gone ones fall out', () => {
  expect(steadyOrder(rows('c', 'n', 'a'), ['a', 'b', 'c']).map(({ id }) => id)).toEqual(['a', 'c', 'n'])
})

test('nothing is lost or doubled', () => {
  const ids = fc.uniqueArray(fc.string())
  fc.assert(
    fc.property(ids, ids, (now, before) => {
      const shown = steadyOrder(rows(...now), before).map(({ id }) => id)
      expect([...shown].sort()).toEqual([...now].sort())
    }),
  )
})
