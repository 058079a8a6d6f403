import { describe, expect, test } from 'vitest'
import type { ActionView, ItemView } from '../../../api/present/item.ts'
import { supervision13710 } from '../../../ledgers/supervision-13710.ts'
import { workReportTask } from '../../../ledgers/work-report-task.ts'
import { t } from '../../../text.ts'
import { checksFor, closingAction, closingChecks } from './checks.ts'

const now = '2024-09-18T09:40:00+08:00'
const status = { light: 'ok', value: null, of: null, unit: null, note: t('', '') }

function action(id: string, refusals: readonly (readonly [code: string, zh: string])[] = []): ActionView {
  const refused = refusals.map(([code, zh]) => ({ code, field: null, message: t(zh, zh) }))
  const primary = id === 'close' || id === 'endorse'
  return { id, primary, builtIn: false, open: refused.length === 0, refusals: refused } as unknown as ActionView
}

function item(more: Partial<Record<keyof ItemView, unknown>>): ItemView {
  const bare = { values: {}, evidence: [], clocks: [], entries: [], actions: [], stageLabel: t('待审核销号', 'Review') }
  return { ...bare, status: { reported: status, evidenced: status, schedule: status }, ...more } as unknown as ItemView
}

const marks = (checks: ReturnType<typeof closingChecks>) => Object.fromEntries(checks.map(({ id, mark }) => [id, mark]))

describe('what closes a matter', () => {
  test('an amount short of its target is said with what is missing', () => {
    const reported = { ...status, value: 48, of: 50, unit: '处' }
    const view = item({ actions: [action('close')], status: { reported, evidenced: status, schedule: status } })
    const [amount] = closingChecks(view, workReportTask, now)
    expect(amount).toMatchObject({ id: 'amount', mark: 'warn', missing: { zh: '差 2 处' } })
  })

  test('proof that is not judged yet waits; none at all is not met; doubtful proof beside valid is to be looked at', () => {
    const lacking = action('close', [['needs_proof', '还缺 1 件']])
    const proof = (...verdicts: string[]) => verdicts.map((verdict) => ({ verdict }))
    const mark = (evidence: unknown, one: ActionView) =>
      marks(closingChecks(item({ evidence, actions: [one] }), workReportTask, now))['proof']
    expect(mark(proof('pending'), lacking)).toBe('wait')
    expect(mark([], lacking)).toBe('late')
    expect(mark(proof('valid', 'doubtful'), action('close'))).toBe('warn')
    expect(mark(proof('valid'), action('close'))).toBe('done')
  })

  test('whoever submitted may not close', () => {
    const mine = action('close', [['same_person', '要由另一人办理']])
    expect(marks(closingChecks(item({ actions: [mine] }), workReportTask, now))['person']).toBe('late')
    expect(marks(closingChecks(item({ actions: [action('close')] }), workReportTask, now))['person']).toBe('done')
  })

  test('a major matter still needs the signature, one sent for it is not ours to settle', () => {
    expect(marks(closingChecks(item({ actions: [action('endorse')] }), supervision13710, now))['sign']).toBe('wait')
    const sent = item({ actions: [{ ...action('press'), builtIn: true }], stageLabel: t('待领导签批', 'Signing') })
    const sign = closingChecks(sent, supervision13710, now).find(({ id }) => id === 'sign')
    expect(sign?.said.zh).toContain('待领导签批')
  })

  test('other reasons of a refusal are listed as they are said', () => {
    const held = action('close', [['condition', '先答复群众']])
    expect(closingChecks(item({ actions: [held] }), workReportTask, now).map(({ said }) => said.zh)).toContain(
      '先答复群众',
    )
  })

  test('the limit that handing in stopped late stays amber', () => {
    const clock = {
      id: 'finish',
      label: t('办结', 'Settling'),
      state: 'met_late',
      dueAt: '2024-09-10T18:00:00+08:00',
      stoppedAt: '2024-09-11T11:05:00+08:00',
    }
    const limit = closingChecks(item({ clocks: [clock], actions: [action('close')] }), workReportTask, now).find(
      ({ id }) => id === 'clock',
    )
    expect(limit).toMatchObject({ mark: 'back', said: { zh: '办结 9月10日 18:00 到期，9月11日 11:05 交出' } })
  })
})

test('returning a matter is not what closes it', () => {
  const view = item({ actions: [action('send_back'), action('close')] })
  expect(closingAction(view, workReportTask)?.id).toBe('close')
  expect(closingAction(item({ actions: [action('send_back')] }), workReportTask)).toBeNull()
})

test('a second extension is said to be one', () => {
  const clock = {
    id: 'finish',
    label: t('办结', 'Settling'),
    state: 'next',
    dueAt: now,
    stoppedAt: null,
    extensions: 1,
  }
  const view = item({
    clocks: [clock],
    values: { plan: '分段推进', plan_due: '2024-10-18' },
    light: 'ok',
    dueClock: null,
  })
  const checks = checksFor('extensions', view, workReportTask, now)
  expect(checks.find(({ id }) => id === 'times')).toMatchObject({ mark: 'warn', said: { zh: '第 2 次申请' } })
  expect(checks.find(({ id }) => id === 'to')?.said.zh).toBe('10月18日')
})

test('a matter to be pressed says when it was pressed last; taken-back presses do not count', () => {
  const press = (at: string, reverted: boolean) => ({ action: 'press', at, reverted })
  const entries = [press('2024-09-12T09:00:00+08:00', true), press('2024-09-02T09:00:00+08:00', false)]
  const view = item({ entries, light: 'late', dueClock: null, lastReportAt: null })
  const pressed = checksFor('press', view, workReportTask, now).find(({ id }) => id === 'pressed')
  expect(pressed?.said.zh).toBe('1 次，上次 9月2日 09:00')
})
