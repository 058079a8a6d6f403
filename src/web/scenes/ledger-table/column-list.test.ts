import { describe, expect, test } from 'vitest'
import { ledgers } from '../../../ledgers/index.ts'
import { keyProject } from '../../../ledgers/key-project.ts'
import { supervision13710 } from '../../../ledgers/supervision-13710.ts'
import { choiceIds, columnsOf, shownColumns } from './column-list.ts'

const ids = (columns: readonly { id: string }[]) => columns.map(({ id }) => id)

describe('columns', () => {
  test('the supervision ledger shows what its reference page shows', () => {
    expect(ids(shownColumns(columnsOf(supervision13710), null))).toEqual([
      'light',
      'number',
      'title',
      'f.item_class',
      'f.gravity',
      'lead_unit',
      'opened',
      'rungs',
      'next',
      'left',
      'triple',
      'proof',
      'last',
    ])
  })

  test('across ledgers each row names its ledger and no field is offered', () => {
    const all = columnsOf(null)
    expect(ids(all)).toContain('ledger')
    expect(all.some(({ kind }) => kind === 'field')).toBe(false)
  })

  test('every ledger has distinct columns, one of which takes the rest of the width', () => {
    for (const ledger of ledgers) {
      const all = columnsOf(ledger)
      expect(new Set(ids(all)).size).toBe(all.length)
      expect(all.filter(({ width }) => width === 0).map(({ id }) => id)).toEqual(['title'])
    }
  })

  test('the title cannot be chosen away; unknown ids are passed over', () => {
    expect(ids(shownColumns(columnsOf(supervision13710), ['left', 'f.gone', 'number']))).toEqual([
      'number',
      'title',
      'left',
    ])
  })

  test('long words are left to the item’s page', () => {
    expect(ids(columnsOf(supervision13710))).not.toContain('f.content')
    expect(ids(columnsOf(keyProject))).toContain('f.year_plan')
  })
})

test('choices are those asked for when an item is opened', () => {
  expect(choiceIds(supervision13710)).toEqual(['item_class', 'gravity', 'source_type'])
})
