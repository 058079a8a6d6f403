import { describe, expect, test } from 'vitest'
import { calendarDays } from '../calendar/duration.ts'
import { t } from '../text.ts'
import { defineLedger } from './define-ledger.ts'
import { choice, money, number } from './fields.ts'
import type { ItemState } from './item.ts'
import { metricOf } from './metrics.ts'
import { actors, on, story } from './testing.ts'

const L = t('名', 'Name')

const ledger = defineLedger({
  id: 'counted',
  label: L,
  code: L,
  archetype: 'task',
  about: L,
  version: 1,
  source: { rows: [1], lines: [1], rules: [] },
  fields: {
    size: choice({ label: L, options: { big: L, tiny: L } }),
    spent: money({ label: L }),
    budget: money({ label: L }),
    share: number({ label: L }),
  },
  stages: { open: { label: L, standing: 'open' }, done: { label: L, standing: 'done' } },
  initial: 'open',
  create: { by: 'supervisor', asks: ['size', 'spent', 'budget', 'share'] },
  actions: { finish: { label: L, from: 'open', to: 'done', by: 'owner' } },
  clocks: { run: { label: L, starts: 'create', stops: 'finish', limit: calendarDays(3) } },
  lights: { warnWorkingDays: 1, afterCatchUp: 'back', silentAfterDays: null, source: '' },
  metrics: {
    closed: { label: L, formula: L, of: { stage: ['done'] } },
    rate: { label: L, formula: L, of: { standing: ['done'] }, per: {} },
    in_time: {
      label: L,
      formula: L,
      of: { dueSoFar: 'run', met: { clock: 'run', inTime: true } },
      per: { dueSoFar: 'run' },
    },
    met_late: { label: L, formula: L, of: { met: { clock: 'run', inTime: false } } },
    late: { label: L, formula: L, of: { late: 'run' } },
    big_rate: {
      label: L,
      formula: L,
      of: { stage: ['done'], values: { size: 'big' } },
      per: { values: { size: 'big' } },
    },
    spent: { label: L, formula: L, of: {}, sum: 'spent' },
    spent_rate: { label: L, formula: L, of: {}, sum: 'spent', per: {}, perSum: 'budget' },
    share: { label: L, formula: L, of: {}, sum: 'share' },
  },
  publicView: null,
})

function item(id: string, values: Readonly<Record<string, unknown>>, finishedAt?: string): ItemState {
  const one = story({ ledger, at: '09-12 10:20', values })
  if (finishedAt !== undefined) one.take('finish', actors.owner, finishedAt)
  return { ...one.item(), id }
}

// Due 18 September 18:00.
const items = [
  item('in_time', { size: 'big', spent: '0.10', budget: '1' }, '09-13 09:00'),
  item('met_late', { size: 'big', spent: '0.20', budget: '1', share: 0.1 }, '09-19 09:00'),
  item('late', { size: 'big', spent: null, budget: '1', share: 0.2 }),
]
const now = on('09-20 09:00')
function value(id: string, of: readonly ItemState[] = items, at = now) {
  const metric = ledger.metrics[id]
  if (!metric) throw new Error(`no metric ${id}`)
  return metricOf(ledger, metric, of, at)
}

describe('counting', () => {
  test('a count names the items behind it', () => {
    expect(value('closed')).toEqual({ value: 2, of: 2, per: null, items: ['in_time', 'met_late'] })
    expect(value('late').items).toEqual(['late'])
    expect(value('met_late').items).toEqual(['met_late'])
  })

  test('nothing is late before its due moment', () => {
    expect(value('late', items, on('09-18 18:00')).value).toBe(0)
    expect(value('late', items, on('09-18 18:01')).value).toBe(1)
    expect(value('in_time', items, on('09-18 18:00'))).toMatchObject({ value: null, of: 0, per: 0 })
  })

  test('values filter', () => {
    expect(value('big_rate')).toMatchObject({ value: 66.7, of: 2, per: 3 })
  })
})

describe('rates', () => {
  test('are percentages to one decimal', () => {
    expect(value('rate')).toMatchObject({ value: 66.7, of: 2, per: 3 })
    expect(value('in_time')).toMatchObject({ value: 33.3, of: 1, per: 3 })
  })

  test('halves round up, as SQL rounds them', () => {
    const [done, open] = [items[0], items[2]]
    if (!done || !open) throw new Error('no items')
    const eight = [done, ...Array.from({ length: 15 }, () => open)]
    // 1 ÷ 16 = 6.25 %
    expect(value('rate', eight).value).toBe(6.3)
  })

  test('nothing to divide by is no value, never zero', () => {
    expect(value('rate', []).value).toBeNull()
  })
})

describe('sums', () => {
  test('are exact, and money stays money', () => {
    expect(value('spent').value).toBe(0.3)
    expect(value('share').value).toBe(0.3)
    expect(value('spent_rate')).toMatchObject({ value: 10, of: 0.3, per: 3 })
  })
})
