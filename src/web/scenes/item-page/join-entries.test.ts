import { expect, test } from 'vitest'
import { joinEntries } from './join-entries.ts'

const entry = (seq: number) => ({ id: `e${seq}`, seq })

test('earlier entries follow, newest first, and what came twice stands once', () => {
  const joined = joinEntries([entry(5), entry(4), entry(3)], [entry(3), entry(1), entry(2)])
  expect(joined.map(({ seq }) => seq)).toEqual([5, 4, 3, 2, 1])
})
