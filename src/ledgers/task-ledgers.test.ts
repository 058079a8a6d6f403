import { describe, expect, test } from 'vitest'
import { testCalendar } from '../calendar/testing.ts'
import { explainClock } from '../engine/explain-clock.ts'
import { isSilent, lightOf } from '../engine/lights.ts'
import { nextRung, rungsAt, rungsOf } from '../engine/rungs.ts'
import { actors, on, story, testProof } from '../engine/testing.ts'
import { tripleOf } from '../engine/progress.ts'
import { keyProject } from './key-project.ts'
import { specialTask } from './special-task.ts'
import { workReportTask } from './work-report-task.ts'

const { owner, supervisor } = actors
const calendar = testCalendar()

/** 15 sites, planned 0 · 4 · 11 · 15, issued with the breakdown of the report. */
const SITES = {
  kind: 'number',
  deadline: '2024-12-31',
  target_value: 15,
  target_unit: '个',
  q1: 0,
  q2: 4,
  q3: 11,
  q4: 15,
}

function begun(values: Readonly<Record<string, unknown>> = SITES) {
  const task = story({ ledger: workReportTask, at: '03-05 09:00', values })
  task.take('sign', owner, '03-06 09:00')
  task.take('deploy', owner, '03-12 09:00', { values: { measures: '六县（市、区）按周调度' } })
  return task
}

describe('年度重点工作台账', () => {
  test('starts its clocks: sign in 3 working days, deploy in 10, finish by the date of the report', () => {
    const { clocks } = story({ ledger: workReportTask, at: '03-05 09:00', values: SITES }).item()
    expect(clocks['sign']?.dueAt).toBe(on('03-08 18:00'))
    expect(clocks['deploy']?.dueAt).toBe(on('03-19 18:00'))
    expect(clocks['finish']).toMatchObject({ limit: { until: '2024-12-31' }, dueAt: on('12-31 18:00') })
    expect(clocks['report']).toBeUndefined()
  })

  test('reports by the 28th: one report settles its month, a second one does not settle the next', () => {
    const task = begun()
    expect(task.item().clocks['report']?.dueAt).toBe(on('04-28 18:00'))
    task.take('report', owner, '04-10 09:00', { values: { done: 1, problem: 'none' } })
    const twice = task.take('report', owner, '04-20 09:00', { values: { done: 2, problem: 'none' } })
    expect(twice.clocks['report']).toMatchObject({ run: 3, dueAt: on('05-28 18:00'), stoppedAt: null })
    expect(lightOf(workReportTask, twice, on('05-28 18:01'), calendar)).toBe('late')
    const late = task.take('report', owner, '05-29 09:00', { values: { done: 3, problem: 'none' } })
    expect(late.caughtUp).toBe(true)
    expect(lightOf(workReportTask, late, on('05-30 09:00'), calendar)).toBe('back')
  })

  test('a report says again what holds now: an old statement does not pass for a new one', () => {
    const task = begun()
    task.take('report', owner, '04-10 09:00', { values: { done: 1, problem: 'works', statement: '两处管网交叉' } })
    const next = task.take('report', owner, '05-10 09:00', { values: { done: 1, problem: 'none' } })
    expect(next.values).toMatchObject({ done: 1, problem: 'none', statement: null })
    expect(task.entries().at(-1)?.changes).toEqual({
      done: { from: 1, to: 1 },
      problem: { from: 'works', to: 'none' },
      statement: { from: '两处管网交叉', to: null },
    })
  })

  test('the three statuses stand side by side', () => {
    const task = begun()
    task.take('report', owner, '09-13 17:05', { values: { done: 12, problem: 'works' } })
    task.take('attach', owner, '09-14 16:40', {
      evidence: [testProof('p1', { amount: 9 }), testProof('p2', { amount: 1 })],
    })
    task.take('judge', supervisor, '09-15 09:00', { target: 'p1', verdict: 'valid' })
    expect(tripleOf(workReportTask, task.item(), on('09-18 09:40'), calendar)).toEqual({
      kind: 'counted',
      reported: { value: 12, of: 15, unit: { zh: '个', en: '个' }, light: 'ok' },
      evidenced: { valid: 1, total: 2, value: 9, of: 15, light: 'warn', missing: 3 },
      schedule: { planned: 10, light: 'warn', gap: -1 },
    })
  })

  test('without a number, what was said and proven stands by itself', () => {
    const task = begun({ kind: 'state', deadline: '2024-12-31' })
    expect(tripleOf(workReportTask, task.item(), on('03-13 09:00'), calendar)).toEqual({
      kind: 'stated',
      reported: { at: null, light: 'wait' },
      evidenced: { valid: 0, pending: 0, total: 0, light: 'wait' },
      schedule: { light: 'ok' },
    })
    expect(tripleOf(workReportTask, task.item(), on('04-29 09:00'), calendar)).toMatchObject({
      reported: { light: 'late' },
      schedule: { light: 'late' },
    })
  })

  test('is silent after 35 days without a report, while it is in hand', () => {
    const task = begun()
    task.take('report', owner, '04-10 09:00', { values: { done: 1, problem: 'none' } })
    expect(isSilent(workReportTask, task.item(), on('05-15 09:00'))).toBe(false)
    expect(isSilent(workReportTask, task.item(), on('05-16 09:00'))).toBe(true)
    task.take('pause', supervisor, '05-17 09:00', { note: '冬季停工' })
    expect(isSilent(workReportTask, task.item(), on('08-16 09:00'))).toBe(false)
  })

  test('an agreed date does not move with a pause, and says so', () => {
    const task = begun()
    task.take('pause', supervisor, '05-17 09:00', { note: '待批复' })
    expect(task.item().clocks['finish']?.dueAt).toBeNull()
    const resumed = task.take('resume', supervisor, '06-17 09:00')
    expect(resumed.clocks['finish']?.dueAt).toBe(on('12-31 18:00'))
    const why = explainClock(workReportTask, resumed, 'finish', calendar)
    expect(why?.steps.map(({ rule }) => rule.zh)).toContain('约定的日期，暂停不顺延；要改须延期')
    expect(why?.limit.zh).toBe('完成时限')
  })

  test('an approved date outlives a reopening', () => {
    const task = begun()
    task.take('ask_extension', owner, '10-08 09:00', { values: { plan: '跨年', plan_due: '2025-03-31' } })
    task.take('grant_extension', supervisor, '10-09 09:00')
    task.take('attach', owner, '10-10 09:00', { evidence: [testProof('p1')] })
    task.take('submit', owner, '10-10 09:10')
    task.take('judge', supervisor, '10-10 10:00', { target: 'p1', verdict: 'valid' })
    task.take('close', supervisor, '10-10 10:10')
    const open = task.take('reopen', supervisor, '2025-01-10 09:00', { note: '抽查不符' })
    expect(open.clocks['finish']).toMatchObject({ run: 2, dueAt: on('2025-03-31 18:00') })
    expect(open.clocks['report']).toMatchObject({ dueAt: on('2025-02-28 18:00') })
  })

  test('rungs fire in order of time, each once', () => {
    const { clocks } = story({ ledger: workReportTask, at: '03-05 09:00', values: SITES }).item()
    const finish = clocks['finish']
    if (!finish) throw new Error('finish does not run')
    expect(rungsAt(workReportTask, finish, calendar).map(({ rung, at }) => [rung.id, at])).toEqual([
      ['before_1', on('12-30 09:00')],
      ['due_day', on('12-31 09:00')],
      ['late_1', on('2025-01-02 08:00')],
      ['late_3', on('2025-01-06 08:00')],
    ])
    expect(nextRung(workReportTask, finish, calendar)?.rung.id).toBe('before_1')
    expect(nextRung(workReportTask, finish, calendar, ['before_1', 'due_day'])?.rung.id).toBe('late_1')
    expect(nextRung(workReportTask, finish, calendar, ['late_3'])).toBeNull()
    expect(nextRung(workReportTask, { ...finish, stoppedAt: on('06-01 09:00') }, calendar)).toBeNull()
  })
})

describe('专项抓落实台账', () => {
  test('the first report follows the urgency', () => {
    const due = (urgency: string | null) =>
      story({ ledger: specialTask, at: '03-05 09:00', values: { urgency, deadline: '2024-12-31' } }).item().clocks[
        'first_report'
      ]?.dueAt
    expect(due('urgent')).toBe(on('03-11 18:00'))
    expect(due(null)).toBe(on('03-20 18:00'))
    expect(due('hard')).toBe(on('04-07 18:00'))
  })
})

describe('重点项目台账', () => {
  const PROJECT = {
    kind: 'new',
    project_code: '2402-140603-89-02-518764',
    year_plan: '1800000000',
    start_plan: '2024-04-30',
  }

  test('its code has the form of GB/T 40058', () => {
    expect(() =>
      story({ ledger: keyProject, at: '03-05 09:00', values: { ...PROJECT, project_code: '2402-1406-89' } }),
    ).toThrow('bad_field project_code “项目代码”格式不对：24 位')
  })

  test('a new project starts, a continued one restarts', () => {
    const fresh = story({ ledger: keyProject, at: '03-05 09:00', values: PROJECT })
    fresh.take('sign', owner, '03-06 09:00')
    expect(fresh.refused('restart', owner, '04-01 09:00', { values: { started_on: '2024-04-01' } })[0]?.code).toBe(
      'condition',
    )
    const building = fresh.take('start', owner, '04-02 09:00', { values: { started_on: '2024-04-01' } })
    expect(building).toMatchObject({ stage: 'building', clocks: { start: { stoppedAt: on('04-02 09:00') } } })
    expect(building.clocks['statistics']?.dueAt).toBe(on('05-06 18:00'))
    expect(rungsOf(keyProject, building, on('04-03 09:00')).map(({ mark }) => mark.zh)).toEqual([
      '签',
      '开',
      '库',
      '月',
      '竣',
      '0',
    ])
    const going = story({ ledger: keyProject, at: '03-05 09:00', values: { ...PROJECT, kind: 'continued' } })
    going.take('sign', owner, '03-06 09:00')
    const restarted = going.take('restart', owner, '03-20 09:00', { values: { started_on: '2024-03-20' } })
    expect(restarted.clocks['statistics']).toBeUndefined()
  })

  test('a plan that comes later starts its clock, and the clock follows the plan', () => {
    const project = story({ ledger: keyProject, at: '03-05 09:00', values: { kind: 'new' } })
    expect(project.item().clocks['start']).toBeUndefined()
    project.take('replan', supervisor, '03-10 09:00', { note: '补计划', values: { start_plan: '2024-05-31' } })
    expect(project.item().clocks['start']?.dueAt).toBe(on('05-31 18:00'))
    const moved = project.take('replan', supervisor, '06-03 09:00', {
      note: '调整',
      values: { start_plan: '2024-06-30' },
    })
    expect(moved.clocks['start']).toMatchObject({ run: 1, dueAt: on('06-30 18:00') })
    // It was late when the date was moved: that leaves its trace.
    expect(moved.caughtUp).toBe(true)
  })

  test('a return leaves the project where it stood', () => {
    const project = story({ ledger: keyProject, at: '03-05 09:00', values: PROJECT })
    project.take('sign', owner, '03-06 09:00')
    project.take('start', owner, '04-02 09:00', { values: { started_on: '2024-04-01' } })
    project.take('complete', owner, '11-01 09:00', { values: { finished_on: '2024-11-01' } })
    project.take('attach', owner, '11-01 09:10', { evidence: [testProof('p1')] })
    project.take('submit', owner, '11-01 09:20')
    expect(project.refused('submit', owner, '11-01 09:30')[0]?.message.zh).toBe('已经申请，等审核')
    expect(project.take('send_back', supervisor, '11-02 09:00', { note: '补验收表' }).stage).toBe('completed')
    project.take('submit', owner, '11-03 09:20')
    project.take('judge', supervisor, '11-03 10:00', { target: 'p1', verdict: 'valid' })
    expect(project.take('close', supervisor, '11-03 10:10').stage).toBe('closed')
  })
})
