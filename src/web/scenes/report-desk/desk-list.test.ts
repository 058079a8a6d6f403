import { describe, expect, test } from 'vitest'
import type { CommitmentView } from '../../../api/present/report.ts'
import { countDesk, noFilters, passes, readFilters, writeFilters } from './desk-filters.ts'
import type { Filters } from './desk-filters.ts'
import { groupByTopic, mergePartner, neighbour, nextPending, usualSplit } from './desk-list.ts'

type Part = Partial<Omit<CommitmentView, 'decision'>> & { decision?: Partial<CommitmentView['decision']> }

function commitment(seq: number, { decision, ...part }: Part = {}): CommitmentView {
  return {
    id: `c${seq}`,
    seq,
    span: [seq * 10, seq * 10 + 8],
    text: '修三座桥',
    line: seq,
    section: 'one',
    topic: '修桥',
    label: 'number',
    strength: 'firm',
    confidence: 0.97,
    rules: [],
    deadline: null,
    livelihood: null,
    relativeTarget: null,
    state: 'pending',
    suggestion: null,
    hints: [],
    decidedBy: null,
    decidedAt: null,
    itemId: null,
    version: 1,
    ...part,
    decision: {
      title: '修三座桥',
      verb: '修',
      object: '桥',
      label: 'number',
      targets: [],
      leadUnit: 'water',
      coUnits: [],
      leader: null,
      dueOn: '2024-12-31',
      dueDefault: true,
      proofRule: '',
      reason: null,
      ...decision,
    },
  }
}
const none = new Set<string>()
const ids = (rows: readonly CommitmentView[]) => rows.map(({ id }) => id)

describe('filters', () => {
  const usual = { ...noFilters, state: 'pending' } as const
  test('come back from the address as they were written', () => {
    const filters: Filters = {
      state: 'later',
      label: 'trend',
      low: true,
      noLead: true,
      stated: true,
      section: '五',
      unit: 'u1',
    }
    expect(readFilters(writeFilters(filters, usual), usual)).toEqual(filters)
  })
  test('leave the address empty where all is as usual, and other parameters alone', () => {
    expect(writeFilters(usual, usual)).toBe('')
    expect(writeFilters({ ...usual, low: true }, usual, '?c=4&nolead=1')).toBe('?c=4&low=1')
    expect(readFilters('?state=nonsense&label=x', usual)).toEqual(usual)
  })
  test('each asks for what it names', () => {
    const all = [
      commitment(1),
      commitment(2, { confidence: 0.5 }),
      commitment(3, { decision: { leadUnit: null } }),
      commitment(4, {
        deadline: { span: [0, 1], text: '10月底', due: '2024-10-31', kind: 'stated' },
        decision: { dueDefault: false },
      }),
      commitment(5, { section: 'two', decision: { label: 'trend', coUnits: ['parks'] } }),
      commitment(6, { state: 'accepted' }),
      commitment(7, { state: 'merged' }),
    ]
    const shown = (part: Partial<Filters>) => ids(all.filter((one) => passes({ ...noFilters, ...part }, one, none)))
    expect(shown({})).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
    expect(shown({ state: 'accepted' })).toEqual(['c6'])
    expect(shown({ state: 'joined' })).toEqual(['c7'])
    expect(shown({ low: true })).toEqual(['c2'])
    expect(shown({ noLead: true })).toEqual(['c3'])
    expect(shown({ stated: true })).toEqual(['c4'])
    expect(shown({ label: 'trend' })).toEqual(['c5'])
    expect(shown({ section: 'two' })).toEqual(['c5'])
    expect(shown({ unit: 'parks' })).toEqual(['c5'])
  })
  test('keep what was decided since they were set', () => {
    const decided = commitment(1, { state: 'accepted' })
    expect(passes(usual, decided, none)).toBe(false)
    expect(passes(usual, decided, new Set(['c1']))).toBe(true)
  })
})

test('counts: later ones are not reviewed, merged and split ones not of the total', () => {
  const counts = countDesk([
    commitment(1),
    commitment(2, { state: 'later', decision: { leadUnit: null } }),
    commitment(3, { state: 'accepted' }),
    commitment(4, { state: 'edited' }),
    commitment(5, { state: 'rejected', decision: { leadUnit: null } }),
    commitment(6, { state: 'split' }),
    commitment(7, { state: 'merged' }),
  ])
  expect(counts).toMatchObject({ total: 5, reviewed: 3, pending: 1, later: 1, joined: 2, noLead: 1 })
  expect(counts.byLabel).toEqual({ number: 5, state: 0, trend: 0, activity: 0 })
})

describe('groupByTopic', () => {
  test('follows the text and counts the whole topic', () => {
    const groups = groupByTopic(
      [commitment(3, { topic: '绿化' }), commitment(1), commitment(2, { state: 'later' })],
      { ...noFilters, state: 'pending' },
      none,
    )
    expect(groups.map(({ title, total, reviewed, later, rows }) => [title, total, reviewed, later, ids(rows)])).toEqual(
      [
        ['修桥', 2, 0, 1, ['c1']],
        ['绿化', 1, 0, 0, ['c3']],
      ],
    )
  })
})

describe('moving through the rows', () => {
  const rows = [commitment(1, { state: 'accepted' }), commitment(2), commitment(3, { state: 'later' }), commitment(4)]
  test('J and K stop at the ends', () => {
    expect(neighbour(rows, 'c1', 1)?.id).toBe('c2')
    expect(neighbour(rows, 'c1', -1)?.id).toBe('c1')
    expect(neighbour(rows, 'c4', 1)?.id).toBe('c4')
    expect(neighbour(rows, null, 1)?.id).toBe('c1')
    expect(neighbour([], 'c1', 1)).toBeUndefined()
  })
  test('after a decision the next pending one comes, from above when none is left below', () => {
    expect(nextPending(rows, 'c2')?.id).toBe('c4')
    expect(nextPending(rows, 'c4')?.id).toBe('c2')
    expect(nextPending([commitment(1), commitment(2, { state: 'later' })], 'c1')?.id).toBe('c2')
  })
  test('a merge takes in the next that stands', () => {
    const all = [commitment(1), commitment(2, { state: 'merged' }), commitment(3)]
    expect(mergePartner(all, commitment(1))?.id).toBe('c3')
    expect(mergePartner(all, commitment(3))).toBeUndefined()
  })
})

test.each([
  ['启动甲、乙改造', 4],
  ['改造老旧小区', 3],
  ['、甲', 1],
])('%s splits after %i characters', (text, at) => expect(usualSplit(text)).toBe(at))
