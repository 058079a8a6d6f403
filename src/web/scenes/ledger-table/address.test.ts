import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addressOf,
  isFiltered,
  itemQuery,
  readTab,
  sameAddress,
  type TabId,
  withoutFilters,
  withSort,
  withTab,
  withValues,
  withView,
} from './address.ts'

const at = (query: string) => new URLSearchParams(query)
const tabs: readonly TabId[] = ['open', 'today', 'late', 'week', 'silent', 'extended', 'review', 'all']

describe('itemQuery', () => {
  test('adds what the tab sets and leaves out what is the page’s own', () => {
    expect(itemQuery(at('tab=late&view=board&unit=org_a&unit=org_b&q=')).toString()).toBe(
      'light=late&unit=org_a&unit=org_b',
    )
  })

  test('passes an address from a figure through as it stands', () => {
    expect(itemQuery(at('section=五&metric=closing_rate&part=of')).toString()).toBe(
      at('metric=closing_rate&part=of&section=五').toString(),
    )
  })

  test('takes an unknown tab for all items', () => {
    expect(readTab(at('tab=constructor'))).toBe('all')
    expect(itemQuery(at('tab=constructor')).toString()).toBe('')
  })

  test('never sends the page’s own words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...tabs),
        fc.constantFrom('table', 'board'),
        fc.webQueryParameters(),
        (tab, view, q) => {
          const query = itemQuery(withView(withTab(at(q), tab), view === 'board' ? 'board' : 'table'))
          return !query.has('tab') && !query.has('view') && !query.has('after')
        },
      ),
    )
  })
})

describe('filters', () => {
  test('a filter that the tab sets leaves the tab', () => {
    const next = withValues(at('tab=late&unit=org_a'), 'light', ['warn'])
    expect(readTab(next)).toBe('all')
    expect(itemQuery(next).getAll('light')).toEqual(['warn'])
  })

  test('another filter stays in its tab; an emptied one goes', () => {
    const next = withValues(at('tab=late&unit=org_a'), 'unit', [])
    expect(next.toString()).toBe('tab=late')
  })

  test('a tab takes over the filters it sets and keeps the others', () => {
    expect(withTab(at('light=warn&unit=org_a'), 'late').toString()).toBe('unit=org_a&tab=late')
  })

  test('清除 keeps tab, view and order', () => {
    const params = at('tab=open&view=board&sort=due&dir=desc&q=水&unit=org_a')
    expect(isFiltered(params)).toBe(true)
    expect(isFiltered(withoutFilters(params))).toBe(false)
    expect(withoutFilters(params).toString()).toBe('tab=open&view=board&sort=due&dir=desc')
  })
})

describe('order', () => {
  test('goes through both directions and back to the usual order', () => {
    const once = withSort(at('tab=open'), 'opened', 'desc')
    expect(once.toString()).toBe('tab=open&sort=opened&dir=desc')
    const twice = withSort(once, 'opened', 'desc')
    expect(twice.get('dir')).toBe('asc')
    expect(withSort(twice, 'opened', 'desc').toString()).toBe('tab=open')
  })

  test('another column begins with its own direction', () => {
    expect(withSort(at('sort=due&dir=desc'), 'number').toString()).toBe('sort=number&dir=asc')
  })
})

test('addresses are compared by what they hold', () => {
  expect(sameAddress(at('a=1&b=2'), at('b=2&a=1'))).toBe(true)
  expect(sameAddress(at('a=1'), at('a=2'))).toBe(false)
  expect(addressOf('all', at(''))).toBe('/ledgers/all')
  expect(addressOf('all', at('due=today'))).toBe('/ledgers/all?due=today')
})
