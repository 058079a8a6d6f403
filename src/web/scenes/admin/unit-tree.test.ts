import { describe, expect, test } from 'vitest'
import type { UnitView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { treeRows } from './unit-tree.ts'

function unit(id: string, parent: string | null, zh: string, more: Partial<UnitView> = {}): UnitView {
  const name = t(zh, id)
  return { id, parent, name, short: name, kind: 'department', region: null, pinyin: '', duties: [], posts: [], ...more }
}

const units = [
  unit('gov', null, '市政府'),
  unit('housing', 'gov', '市住建局', { pinyin: 'szjj', duties: ['老旧小区改造'] }),
  unit('office', 'gov', '市政府办公室', { posts: [{ id: 'p', title: t('值班主任', 'Duty officer'), roles: [] }] }),
  unit('supervision', 'office', '督查室'),
  unit('lost', 'nobody', '无上级的单位'),
]
const drawn = (typed: string) => treeRows(units, typed).map(({ unit: { id }, depth }) => `${depth} ${id}`)

describe('the tree of units', () => {
  test('puts each under its parent; one whose parent is unknown stands at the root', () => {
    expect(drawn('')).toEqual(['0 gov', '1 housing', '1 office', '2 supervision', '0 lost'])
  })

  test.each([
    ['szjj', 'by initials'],
    ['住建', 'by name'],
    ['老旧', 'by duty'],
  ])('%s finds a unit under its parents (%s)', (typed) => {
    expect(drawn(typed)).toEqual(['0 gov', '1 housing'])
  })

  test('a post finds its unit', () => {
    expect(drawn(' 值班 ')).toEqual(['0 gov', '1 office'])
  })

  test('nothing answers to an unknown word', () => {
    expect(drawn('不存在')).toEqual([])
  })
})
