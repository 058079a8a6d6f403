import { describe, expect, test } from 'vitest'
import type { ActionView } from '../../../api/present/item.ts'
import { t } from '../../../text.ts'
import { sortActions, wayTo } from './sort-actions.ts'

const action = (id: string, more: Partial<ActionView> = {}): ActionView => ({
  id,
  label: t(id, id),
  primary: false,
  open: true,
  refusals: [],
  asks: [],
  requires: [],
  note: 'optional',
  undo: true,
  destructive: false,
  builtIn: false,
  ...more,
})
const refused = (code: string, field: string | null) =>
  action('submit', { open: false, refusals: [{ code, field, message: t(code, code) }] })
const ids = (list: readonly ActionView[]) => list.map(({ id }) => id)

describe('sortActions', () => {
  test('one primary; own actions before built-in ones; judging and undo stand elsewhere', () => {
    const sorted = sortActions([
      action('attach', { builtIn: true }),
      action('report', { primary: true }),
      action('second', { primary: true }),
      action('judge', { builtIn: true }),
      action('undo', { builtIn: true }),
      refused('wrong_stage', null),
    ])
    expect(sorted.primary?.id).toBe('report')
    expect(ids(sorted.others)).toEqual(['second', 'attach'])
    expect(sorted.undo?.id).toBe('undo')
    expect(ids(sorted.refused)).toEqual(['submit'])
  })

  test('a refused main action is no button', () => {
    const sorted = sortActions([action('close', { primary: true, open: false })])
    expect(sorted.primary).toBeNull()
    expect(ids(sorted.refused)).toEqual(['close'])
  })
})

describe('wayTo', () => {
  const open = [action('attach', { builtIn: true }), action('deploy', { asks: ['measures'] })]

  test('missing proof leads to the upload', () => {
    expect(wayTo(refused('needs_proof', 'evidence'), open)?.id).toBe('attach')
  })

  test('a missing field leads to the action that asks for it', () => {
    expect(wayTo(refused('needs_field', 'measures'), open)?.id).toBe('deploy')
    expect(wayTo(refused('needs_field', 'plan'), open)).toBeNull()
  })

  test('nothing leads past a wrong stage', () => {
    expect(wayTo(refused('wrong_stage', null), open)).toBeNull()
  })
})
