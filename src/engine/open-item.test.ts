import { describe, expect, test } from 'vitest'
import { testCalendar } from '../calendar/testing.ts'
import { workReportTask as ledger } from '../ledgers/work-report-task.ts'
import type { Common } from './item.ts'
import { type NewItem, openItem } from './open-item.ts'
import { actors, on, story, testCommon, testProof } from './testing.ts'

const ctx = { calendar: testCalendar() }

function open(part: Omit<Partial<NewItem>, 'common'> & { common?: Partial<Common> } = {}) {
  const { common, ...rest } = part
  return openItem(
    ledger,
    {
      id: 'item_1',
      number: '重0001',
      values: { deadline: '2024-12-31' },
      actor: actors.supervisor,
      at: on('03-05 09:00'),
      entryId: 'entry_1',
      ...rest,
      common: testCommon(common),
    },
    ctx,
  )
}

/** code, field and the words said to the clerk. */
function reasons(part: Parameters<typeof open>[0]) {
  const outcome = open(part)
  if (outcome.ok) throw new Error('was opened')
  return outcome.refusals.map(({ code, field, message }) => [code, field, message.zh])
}

describe('opening an item', () => {
  test('makes its first entry, with every value stated and the rest empty', () => {
    const outcome = open({ common: { co_units: ['org_czj', 'org_zjj', 'org_czj'] }, evidence: [testProof('p1')] })
    if (!outcome.ok) throw new Error('was refused')
    const { item, entry } = outcome
    expect(entry).toMatchObject({ seq: 1, action: 'create', from: null, to: 'issued', ruleVersion: 1 })
    expect(entry.changes['deadline']).toEqual({ from: null, to: '2024-12-31' })
    expect(entry.changes['target']).toBeUndefined()
    expect(item).toMatchObject({ version: 1, stage: 'issued', co_units: ['org_czj'], openedAt: on('03-05 09:00') })
    expect(item.values['done']).toBeNull()
    expect(item.evidence[0]).toMatchObject({ verdict: 'pending', by: 'supervisor', addedAt: on('03-05 09:00') })
  })

  test('is refused with every reason at once', () => {
    expect(
      reasons({
        actor: actors.owner,
        common: { title: ' ', lead_unit: '住建局' },
        values: { kind: 'poem', done: 3, livelihood_no: 0, q1: '四' },
      }),
    ).toEqual([
      ['wrong_role', null, '由督查室办理'],
      ['bad_field', 'title', '“事项”要填，最多 200 字'],
      ['bad_field', 'lead_unit', '“牵头单位”要选一个单位'],
      ['bad_field', 'kind', '“类别”要从选项中选：数、状、势、行'],
      ['unknown_field', 'done', '这里不收“done”这一栏'],
      ['bad_field', 'livelihood_no', '“民生实事序号”不能小于 1'],
      ['bad_field', 'q1', '“一季度节点”应为数字'],
      ['needs_field', 'deadline', '还没填“完成时限”'],
    ])
  })

  test('a day must stand in the calendar', () => {
    expect(reasons({ values: { deadline: '2024-02-30' } })).toEqual([
      ['bad_field', 'deadline', '“完成时限”应为日期，如 2024-09-18'],
    ])
    expect(reasons({ values: { deadline: '' } })).toEqual([['needs_field', 'deadline', '还没填“完成时限”']])
  })
})

describe('taking an action', () => {
  const begun = () => story({ ledger, at: '03-05 09:00', values: { deadline: '2024-12-31' } })

  test('says where the item stands and who may act', () => {
    const refusals = begun().refused('close', actors.co, '03-05 10:00')
    expect(refusals.map(({ code, message }) => [code, message.zh])).toEqual([
      ['wrong_stage', '现在是“已下达”，到“待审核销号”才能办'],
      ['wrong_role', '由督查室办理'],
      ['needs_proof', '核验有效的佐证 0 / 1，还缺 1 件'],
    ])
  })

  test('an unknown action, field or column is refused', () => {
    const task = begun()
    expect(task.refused('constructor', actors.owner, '03-05 10:00')[0]?.code).toBe('unknown_action')
    expect(task.refused('sign', actors.owner, '03-05 10:00', { values: { done: 3 } })[0]?.code).toBe('unknown_field')
    expect(task.refused('sign', actors.owner, '03-05 10:00', { common: { title: '改名' } })[0]?.code).toBe(
      'unknown_field',
    )
    expect(task.refused('press', actors.owner, '03-05 10:00')[0]?.code).toBe('wrong_role')
    expect(task.item().version).toBe(1)
  })

  test('text is cut at its ends and held to its length', () => {
    const task = begun()
    task.take('sign', actors.owner, '03-05 10:00')
    const long = task.refused('deploy', actors.owner, '03-06 10:00', { values: { measures: '长'.repeat(501) } })
    expect(long.map(({ message }) => message.zh)).toContain('“部署措施”最多 500 字')
    const blank = task.refused('deploy', actors.owner, '03-06 10:00', { values: { measures: '   ' } })
    expect(blank.map(({ code, field }) => [code, field])).toEqual([['needs_field', 'measures']])
    expect(
      task.take('deploy', actors.owner, '03-06 10:00', { values: { measures: ' 按周调度 ' } }).values['measures'],
    ).toBe('按周调度')
  })
})
