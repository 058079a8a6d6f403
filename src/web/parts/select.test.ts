import { expect, test } from 'vitest'
import { unitMatches } from './select.tsx'

const housing = { id: '1', name: '朔州市住房和城乡建设局', short: '市住建局', initials: 'szjj' }

test.each([
  ['住建', true],
  ['城乡', true],
  ['zjj', true],
  ['SZ', true],
  ['', true],
  ['水利', false],
  ['slj', false],
])('%s', (typed, found) => {
  expect(unitMatches(housing, typed)).toBe(found)
})
