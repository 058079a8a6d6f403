import { describe, expect, test } from 'vitest'
import { allActions } from '../engine/built-in-actions.ts'
import { checkLedger } from '../engine/check-ledger.ts'
import { fieldsOf } from '../engine/condition.ts'
import { entryFor, many } from '../engine/ledger.ts'
import { findLedger, getLedger, ledgers } from './index.ts'

test('the ids and number codes are those that links and numbers are made of', () => {
  expect(ledgers.map(({ id, code }) => [id, code.zh])).toEqual([
    ['work_report_task', '重'],
    ['special_task', '专'],
    ['supervision_13710', '督'],
    ['key_project', '项'],
  ])
})

test('a ledger is found by its id only', () => {
  expect(getLedger('key_project').code.zh).toBe('项')
  expect(findLedger('constructor')).toBeUndefined()
  expect(() => getLedger('nope')).toThrow('there is no ledger nope')
})

describe.each(ledgers.map((ledger) => [ledger.id, ledger] as const))('%s', (_id, ledger) => {
  test('has no faults: labels in both languages, names that exist, a life that ends, clocks that stop', () => {
    expect(checkLedger(ledger)).toEqual([])
  })

  test('names its mechanism, its lines of the report and its rules', () => {
    expect(ledger.source.rows.length).toBeGreaterThan(0)
    expect(ledger.source.lines.length).toBe(2)
    expect(ledger.source.rules.length).toBeGreaterThan(0)
    expect(ledger.lights.source).not.toBe('')
  })

  test('offers at most one main step to each role at each stage', () => {
    const actions = allActions(ledger).filter(({ action }) => action.primary)
    for (const stage of Object.keys(ledger.stages)) {
      for (const role of ['owner', 'supervisor', 'leader'] as const) {
        const main = actions.filter(({ action }) => many(action.from).includes(stage) && many(action.by).includes(role))
        const unconditional = main.filter(({ action }) => action.when === undefined)
        const guards = main.flatMap(({ action }) => (action.when ? fieldsOf(action.when) : []))
        // More than one is fine where conditions on one field tell them apart.
        expect(unconditional.length, `${stage} ${role}`).toBeLessThanOrEqual(1)
        if (main.length > 1) expect(new Set(guards).size, `${stage} ${role}`).toBe(1)
      }
    }
  })

  test('closes only on proof that another person has found valid', () => {
    const closing = Object.entries(ledger.actions).filter(
      ([, { to }]) => to !== undefined && entryFor(ledger.stages, to)?.standing === 'done',
    )
    expect(closing.length).toBeGreaterThan(0)
    for (const [id, action] of closing) {
      expect(action.proof, id).toEqual({ atLeast: 1, valid: true })
      expect(action.notBySamePersonAs, id).toBeDefined()
    }
  })

  test('lets no unit extend its own date', () => {
    for (const [id, action] of Object.entries(ledger.actions)) {
      if (action.clock && 'extend' in action.clock) expect(many(action.by), id).not.toContain('owner')
    }
  })

  test('shows the public neither plans of extension nor internal flags', () => {
    const hidden = ['plan', 'plan_due', 'extension', 'statement', 'problem', 'factor']
    expect(ledger.publicView?.fields.filter((field) => hidden.includes(field))).toEqual([])
    expect(ledger.publicView?.stages).not.toContain(ledger.initial)
  })
})
