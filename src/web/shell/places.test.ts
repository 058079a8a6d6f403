import { expect, test } from 'vitest'
import { openGroups, openPlaces, placeOf } from './places.ts'

test('a lead unit sees neither the report group nor the supervision day', () => {
  const groups = openGroups(['cockpit', 'my_work', 'ledgers'])
  expect(groups.map((group) => group.label.zh)).toEqual(['今日', '落实'])
  expect(groups.flatMap((group) => group.places.map((place) => place.id))).toEqual(['cockpit', 'my_work', 'ledgers'])
})

test('administration stands last, and only for those who may open it', () => {
  expect(openPlaces(['admin', 'cockpit']).map((place) => place.id)).toEqual(['cockpit', 'admin'])
  expect(openPlaces(['cockpit']).map((place) => place.id)).toEqual(['cockpit'])
})

test.each([
  ['/', 'cockpit'],
  ['/my-work', 'my_work'],
  ['/reports/r1', 'reports'],
  ['/ledgers/livelihood', 'ledgers'],
  ['/items/7', 'ledgers'],
  ['/nowhere', null],
])('%s belongs to %s', (path, place) => {
  expect(placeOf(path)).toBe(place)
})
