import { describe, expect, test } from 'vitest'
import { calendarDays } from '../calendar/duration.ts'
import { t } from '../text.ts'
import { checkLedger } from './check-ledger.ts'
import { defineLedger } from './define-ledger.ts'
import { choice, date, number, post, text } from './fields.ts'
import { type AnyLedger, entryFor } from './ledger.ts'

const L = t('名', 'Name')

const base = {
  label: L,
  code: L,
  archetype: 'task',
  about: L,
  version: 1,
  source: { rows: [1], lines: [1], rules: [] },
  lights: { warnWorkingDays: 1, afterCatchUp: 'back', silentAfterDays: null, source: '' },
} as const

const small = defineLedger({
  ...base,
  id: 'small',
  fields: { size: choice({ label: L, options: { big: L, tiny: L } }), on: date({ label: L }), n: number({ label: L }) },
  stages: { open: { label: L, standing: 'open' }, done: { label: L, standing: 'done' } },
  initial: 'open',
  create: { by: 'supervisor', asks: ['size', 'on'] },
  actions: { finish: { label: L, from: 'open', to: 'done', by: 'owner', asks: ['n'] } },
  clocks: { run: { label: L, starts: 'create', stops: 'finish', limit: calendarDays(3) } },
  metrics: { all: { label: L, formula: L, of: {} } },
  publicView: { fields: ['size'], stages: ['open'] },
})

/** The faults of `small` with one part replaced, past the compiler. */
function faultsWith(part: Readonly<Record<string, unknown>>): string[] {
  const broken = { ...small, ...part } as unknown as AnyLedger
  return checkLedger(broken).map(({ path, what }) => `${path}: ${what}`)
}

describe('a sound definition', () => {
  test('has no faults and is frozen through and through', () => {
    expect(checkLedger(small)).toEqual([])
    expect(Object.isFrozen(small.actions.finish)).toBe(true)
    expect(Object.isFrozen(small.fields.size.options)).toBe(true)
  })

  test('still validates after freezing', () => {
    expect(small.fields.size.schema.safeParse('big').success).toBe(true)
    expect(small.fields.size.schema.safeParse('huge').success).toBe(false)
  })

  test('keeps its own keys as types', () => {
    const stage: keyof typeof small.stages = 'done'
    const any: AnyLedger = small
    expect(entryFor(any.stages, stage)?.standing).toBe('done')
  })
})

describe('a wrong name is a compile error, and a fault with its path when it gets past the compiler', () => {
  test('throws every fault at load', () => {
    const define = () =>
      defineLedger({
        ...base,
        id: 'bad',
        fields: { size: text({ label: L }), day: date({ label: L }) },
        stages: { open: { label: L, standing: 'open' }, done: { label: L, standing: 'done' } },
        // @ts-expect-error unknown stage
        initial: 'nowhere',
        // @ts-expect-error unknown field
        create: { by: 'supervisor', asks: ['nope'] },
        actions: {
          finish: { label: L, from: 'open', to: 'done', by: 'owner' },
          // @ts-expect-error unknown stage to go to
          go_to: { label: L, from: 'open', to: 'nowhere', by: 'owner' },
          // @ts-expect-error unknown stage to come from
          go_from: { label: L, from: 'nowhere', by: 'owner' },
          // @ts-expect-error unknown field required
          needs: { label: L, from: 'open', by: 'owner', asks: ['size'], requires: ['size', 'nope'] },
          // @ts-expect-error unknown field in a condition
          guarded: { label: L, from: 'open', by: 'owner', when: { all: [{ nope: 1 }] } },
          // @ts-expect-error unknown clock extended
          extend: { label: L, from: 'open', by: 'owner', clock: { extend: 'nope', to: 'day' } },
          // @ts-expect-error unknown action
          twice: { label: L, from: 'open', by: 'owner', notBySamePersonAs: 'nope' },
          // @ts-expect-error unknown role
          anybody: { label: L, from: 'open', by: 'clerk' },
        },
        clocks: {
          // @ts-expect-error unknown action stops it
          run: { label: L, starts: 'create', stops: 'nope', limit: { until: 'day' } },
          // @ts-expect-error unknown field as date
          until: { label: L, starts: 'create', stops: 'finish', limit: { until: 'nope' } },
        },
        metrics: {
          // @ts-expect-error unknown clock
          late: { label: L, formula: L, of: { late: 'nope' } },
          // @ts-expect-error unknown stage
          staged: { label: L, formula: L, of: { stage: ['nowhere'] } },
          // @ts-expect-error unknown field summed
          sum: { label: L, formula: L, of: {}, sum: 'nope' },
        },
        // @ts-expect-error unknown field shown
        publicView: { fields: ['nope'], stages: ['open'] },
      })
    const paths = [
      'bad.initial: no such stage',
      'bad.create.asks[0]: no such field',
      'bad.actions.go_to.to: no such stage',
      'bad.actions.go_from.from[0]: no such stage',
      'bad.actions.needs.requires[1]: no such field',
      'bad.actions.guarded.when.all[0].nope: no such field',
      'bad.actions.extend.clock.extend: no such clock',
      'bad.actions.twice.notBySamePersonAs: no such action',
      'bad.clocks.run.stops[0]: no such action',
      'bad.clocks.until.limit.until: no such field',
      'bad.metrics.late.of.late: no such clock',
      'bad.metrics.staged.of.stage[0]: no such stage',
      'bad.metrics.sum.sum: no such field',
      'bad.publicView.fields[0]: no such field',
    ]
    for (const path of paths) expect(define).toThrow(path)
  })
})

describe('what types cannot see', () => {
  const action = small.actions.finish
  const cases: readonly (readonly [string, Readonly<Record<string, unknown>>, string])[] = [
    ['a label in one language', { label: t('名', ' ') }, 'small.label.en: is empty'],
    ['Chinese in the English label', { about: t('名', '名') }, 'small.about.en: is not English'],
    ['an id not in snake_case', { id: 'Small' }, 'Small.id: is not in snake_case'],
    [
      'a field named like a column',
      { fields: { ...small.fields, title: text({ label: L }) } },
      'small.fields.title: every item already has a column of this name',
    ],
    [
      'a field named like a word of conditions',
      { fields: { ...small.fields, any: text({ label: L }) } },
      'small.fields.any: this name is a word of conditions',
    ],
    [
      'an action that every ledger has',
      { actions: { ...small.actions, undo: action } },
      'small.actions.undo: every ledger already has an action of this name',
    ],
    [
      'a required field nobody asks for',
      { fields: { ...small.fields, must: text({ label: L, required: true }) } },
      'small.fields.must: is required, but nothing asks for it',
    ],
    [
      'a stage nobody reaches',
      { stages: { ...small.stages, lost: { label: L, standing: 'open' } } },
      'small.stages.lost: cannot be reached',
    ],
    [
      'a stage nobody leaves',
      {
        actions: { ...small.actions, stray: { ...action, to: 'lost' } },
        stages: { ...small.stages, lost: { label: L, standing: 'open' } },
      },
      'small.stages.lost: cannot be left for a done stage',
    ],
    [
      'a done stage left without a reason',
      { actions: { ...small.actions, back: { ...action, from: 'done', to: 'open' } } },
      'small.actions.back: leaves a done stage: it must reopen the item and require a note',
    ],
    [
      'a clock that cannot be stopped once it runs',
      { clocks: { run: { ...small.clocks.run, starts: 'finish' } } },
      'small.clocks.run.stops: cannot be reached once the clock has started',
    ],
    [
      'a clock that nothing stops',
      { clocks: { run: { ...small.clocks.run, stops: [] } } },
      'small.clocks.run.stops: nothing stops this clock',
    ],
    [
      'a limit with a gap',
      { clocks: { run: { ...small.clocks.run, limit: [{ when: { size: 'big' }, is: calendarDays(1) }] } } },
      'small.clocks.run.limit: leaves some items without a limit: the last one needs no condition',
    ],
    [
      'an option that the field does not have',
      { actions: { finish: { ...action, when: { size: 'huge' } } } },
      'small.actions.finish.when.size: "huge" is no value of this field',
    ],
    [
      'a value set that the field does not take',
      { actions: { finish: { ...action, set: { n: 'many' } } } },
      'small.actions.finish.set.n: "many" is no value of this field',
    ],
    [
      'a date limit on a number',
      { clocks: { run: { ...small.clocks.run, limit: { until: 'n' } } } },
      'small.clocks.run.limit.until: is a number, not a date',
    ],
    [
      'a field required that nothing asks for',
      { actions: { finish: { ...action, asks: [], requires: ['n'] } } },
      'small.actions.finish.requires[0]: nothing asks for this field',
    ],
    [
      'personal data in the public view',
      { fields: { ...small.fields, size: text({ label: L, personal: true }) } },
      'small.publicView.fields[0]: is personal and may not be public',
    ],
    [
      'a post in the public view',
      { fields: { ...small.fields, size: post({ label: L }) } },
      'small.publicView.fields[0]: names a post; the public sees units only',
    ],
  ]
  test.each(cases)('%s', (_name, part, fault) => {
    expect(faultsWith(part)).toContain(fault)
  })
})
