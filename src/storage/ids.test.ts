import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids are UUID version 7 and sort in the order they were made', () => {
  const made = Array.from({ length: 5_000 }, newId)
  expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
    true,
  )
  expect(new Set(made).size).toBe(made.length)
  expect(made.toSorted()).toEqual(made)
})
