import { expect, test } from 'vitest'
import { t } from '../text.ts'
import { supervision13710 as ledger } from '../ledgers/supervision-13710.ts'
import { describeCondition } from './describe-condition.ts'
import { entryText, type Lookups, valueText } from './describe.ts'
import { choice, date, money, number, quantities, unit } from './fields.ts'
import { actors, story } from './testing.ts'

const L = t('名', 'Name')
const lookups: Lookups = {
  unit: (id) => (id === 'org_zjj' ? t('市住建局', 'Housing Bureau') : null),
  post: () => null,
}
const said = (text: { zh: string; en: string }) => [text.zh, text.en]

test('conditions read as sentences', () => {
  expect(said(describeCondition(ledger, { gravity: 'major' }))).toEqual(['程度为“重大”', 'Gravity is “Major”'])
  expect(describeCondition(ledger, { item_class: { in: ['reform', 'key_task'] } }).zh).toBe(
    '类别为重大改革事项或重点工作任务',
  )
  expect(describeCondition(ledger, { all: [{ extension: 'asked' }, { not: { extended: true } }] }).zh).toBe(
    '延期申请为“待批”，且不是“延期过”',
  )
  expect(
    describeCondition(ledger, { any: [{ done: { atLeast: 3, atMost: 5 } }, { plan_due: { filled: true } }] }).zh,
  ).toBe('已完成不少于 3，且已完成不多于 5，或已填“新时限”')
  expect(describeCondition(ledger, { plan_due: { atLeast: '2024-10-20' }, long_term: false }).zh).toBe(
    '新时限不少于 2024年10月20日，且未转长期推进',
  )
})

test('values are said in words', () => {
  expect(valueText(choice({ label: L, options: { a: t('甲', 'A') } }), 'a', lookups).zh).toBe('甲')
  expect(valueText(date({ label: L }), '2024-09-18', lookups)).toEqual(t('2024年9月18日', 'Sep 18, 2024'))
  expect(valueText(money({ label: L }), '1234567.50', lookups).zh).toBe('1,234,567.50 元')
  expect(valueText(number({ label: L, unit: t('处', 'sites') }), 1200, lookups)).toEqual(t('1,200 处', '1,200 sites'))
  expect(valueText(unit({ label: L }), 'org_zjj', lookups).en).toBe('Housing Bureau')
  expect(valueText(unit({ label: L }), 'org_gone', lookups).zh).toBe('org_gone')
  const two = ['15个', '5条'].map((text) => ({ op: '=', value: 1, low: null, high: null, unit: null, text }) as const)
  expect(valueText(quantities({ label: L }), two, lookups).zh).toBe('15个、5条')
  expect(valueText(money({ label: L }), null, lookups).zh).toBe('—')
})

test('an entry says what was done and what it changed', () => {
  const matter = story({ ledger, at: '09-12 10:20', values: { item_class: 'key_task', gravity: 'major' } })
  const [opening] = matter.entries()
  if (!opening) throw new Error('no entry')
  const { label, changes } = entryText(ledger, opening, lookups)
  expect(label.zh).toBe('交办')
  expect(changes.find(({ key }) => key === 'gravity')).toEqual({
    key: 'gravity',
    label: t('程度', 'Gravity'),
    from: null,
    to: t('重大', 'Major'),
  })
  expect(changes.find(({ key }) => key === 'lead_unit')?.to?.zh).toBe('市住建局')
  matter.take('sign', actors.owner, '09-12 10:30')
  const undone = matter.take('undo', actors.owner, '09-12 10:31')
  const last = matter.entries().at(-1)
  expect(undone.stage).toBe('issued')
  expect(last && entryText(ledger, last, lookups).label.zh).toBe('撤回')
})
