import { describe, expect, test } from 'vitest'
import { testCalendar } from '../calendar/testing.ts'
import { actionsFor } from '../engine/open-actions.ts'
import { explainClock } from '../engine/explain-clock.ts'
import type { ItemState } from '../engine/item.ts'
import { lightOf } from '../engine/lights.ts'
import { rungsOf } from '../engine/rungs.ts'
import { actors, on, story, testProof } from '../engine/testing.ts'
import { supervision13710 as ledger } from './supervision-13710.ts'

const { owner, owner2, supervisor, supervisor2, leader, co, stranger } = actors
const calendar = testCalendar()
const GENERAL = { item_class: 'key_task', gravity: 'general' }
const MAJOR = { item_class: 'construction', gravity: 'major' }

const dueDay = (item: ItemState, clock: string) => item.clocks[clock]?.dueAt?.slice(0, 16)
const light = (item: ItemState, at: string) => lightOf(ledger, item, on(at), calendar)

/** Signed for and deployed on the day of issue. */
function deployed(values: Readonly<Record<string, unknown>>, at: string) {
  const day = at.slice(0, -6)
  const matter = story({ ledger, at, values })
  matter.take('sign', owner, `${day} 11:05`)
  matter.take('deploy', owner, `${day} 16:20`, { values: { measures: '六县（市、区）按周调度' } })
  return matter
}

/** Reported, proof handed in and found valid, submitted for closing. */
function submitted(values: Readonly<Record<string, unknown>>, at: string, day: string) {
  const matter = deployed(values, at)
  matter.take('report', owner, `${day} 09:00`, { values: { problem: 'none' } })
  matter.take('attach', owner, `${day} 09:10`, { evidence: [testProof('p1')] })
  matter.take('submit', owner, `${day} 09:20`)
  return matter
}

describe('due dates, by the table of the handbook', () => {
  const vectors = [
    ['2024-02-06', '2024-02-09', '2024-02-18', '2024-03-06'],
    ['2024-02-09', '2024-02-18', '2024-02-18', '2024-03-11'],
    ['2024-04-30', '2024-05-06', '2024-05-07', '2024-05-30'],
    ['2024-09-12', '2024-09-18', '2024-09-19', '2024-10-12'],
    ['2024-09-27', '2024-09-30', '2024-10-08', '2024-10-28'],
    ['2024-12-31', '2025-01-03', '2025-01-07', '2025-02-05'],
    ['2025-01-24', '2025-01-27', '2025-02-05', '2025-02-24'],
    ['2025-09-26', '2025-09-29', '2025-10-09', '2025-10-27'],
    ['2026-02-13', '2026-02-24', '2026-02-24', '2026-03-13'],
  ] as const
  test.each(vectors)('issued %s: report by %s, settle by %s (general) or %s (major)', (start, three, seven, month) => {
    const general = story({ ledger, at: `${start} 10:20`, values: GENERAL }).item()
    const major = story({ ledger, at: `${start} 10:20`, values: MAJOR }).item()
    expect(dueDay(general, 'deploy')).toBe(`${start}T18:00`)
    expect(dueDay(general, 'feedback')).toBe(`${three}T18:00`)
    expect(dueDay(general, 'settle')).toBe(`${seven}T18:00`)
    expect(dueDay(major, 'settle')).toBe(`${month}T18:00`)
  })

  test('issued after office hours, “the same day” is the next working day', () => {
    expect(dueDay(story({ ledger, at: '09-13 18:30', values: GENERAL }).item(), 'deploy')).toBe('2024-09-14T18:00')
    expect(dueDay(story({ ledger, at: '09-14 18:30', values: GENERAL }).item(), 'deploy')).toBe('2024-09-18T18:00')
  })

  test('the explanation leads from the start to the date, rolls and all', () => {
    const why = explainClock(ledger, deployed(MAJOR, '09-12 10:20').item(), 'feedback', calendar)
    expect(why?.steps.map(({ text }) => text.zh)).toEqual([
      '9月12日 10:20 交办，当天不算',
      '3 个自然日，数到 9月15日',
      '9月15日中秋节放假，往后顺延',
      '9月18日上班，18:00 到期',
    ])
    expect(why?.days.map(({ day }) => day.slice(8))).toEqual(['12', '13', '14', '15', '16', '17', '18'])
    expect(why?.rule.zh).toContain('朔政办发〔2017〕85号')
  })
})

describe('a general matter', () => {
  test('runs through 1, 3, 7 and 0 on time', () => {
    const matter = submitted(GENERAL, '09-12 10:20', '09-18')
    expect(rungsOf(ledger, matter.item(), on('09-18 10:00')).map(({ mark, state }) => [mark.zh, state])).toEqual([
      ['1', 'met'],
      ['3', 'met'],
      ['7', 'met'],
      ['0', 'next'],
    ])
    matter.take('judge', supervisor, '09-18 10:00', { target: 'p1', verdict: 'valid' })
    const closed = matter.take('close', supervisor, '09-18 10:05')
    expect(closed.stage).toBe('closed')
    expect(closed.closedAt).toBe(on('09-18 10:05'))
    expect(light(closed, '09-30 10:00')).toBe('done')
    expect(rungsOf(ledger, closed, on('09-30 10:00')).at(-1)?.state).toBe('met')
  })

  test('the ladder shows what is met, due today and to come', () => {
    const matter = deployed(MAJOR, '09-12 10:20').item()
    expect(rungsOf(ledger, matter, on('09-18 09:40')).map(({ mark, state }) => [mark.zh, state])).toEqual([
      ['1', 'met'],
      ['3', 'today'],
      ['月', 'todo'],
      ['0', 'todo'],
    ])
    expect(light(matter, '09-18 09:40')).toBe('warn')
    expect(light(matter, '09-18 18:01')).toBe('late')
    // Two working days ahead of the due day it is still green.
    expect(light(matter, '09-13 09:00')).toBe('ok')
    expect(light(matter, '09-14 09:00')).toBe('warn')
  })

  test('reported late, the light stays amber and never turns green', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    const reported = matter.take('report', owner, '09-19 09:00', { values: { problem: 'works' } })
    expect(reported.caughtUp).toBe(true)
    expect(light(reported, '09-19 09:01')).toBe('back')
    expect(rungsOf(ledger, reported, on('09-19 09:01'))[1]?.state).toBe('met_late')
  })

  test('not signed for by close of business it is late, though it stands and waits', () => {
    const matter = story({ ledger, at: '09-12 10:20', values: GENERAL }).item()
    expect(light(matter, '09-12 10:30')).toBe('warn')
    expect(light(matter, '09-12 18:01')).toBe('late')
  })

  test('cannot be closed without proof found valid, nor by who submitted it', () => {
    const matter = submitted(GENERAL, '09-12 10:20', '09-18')
    expect(matter.refused('close', supervisor, '09-18 10:00').map(({ code }) => code)).toEqual(['needs_proof'])
    const both = { ...owner, roles: ['owner', 'supervisor'] as const }
    expect(matter.refused('close', both, '09-18 10:00').map(({ code }) => code)).toEqual(['same_person', 'needs_proof'])
    expect(matter.refused('close', owner2, '09-18 10:00').map(({ code }) => code)).toEqual([
      'wrong_role',
      'needs_proof',
    ])
  })

  test('cannot be submitted without proof', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    const [refusal] = matter.refused('submit', owner, '09-13 09:00')
    expect(refusal).toMatchObject({ code: 'needs_proof', message: { zh: '佐证 0 / 1，还缺 1 件' } })
  })

  test('sent back, it is due again with the days of the review given back', () => {
    const matter = submitted(GENERAL, '09-19 10:00', '09-23')
    expect(dueDay(matter.item(), 'settle')).toBe('2024-09-26T18:00')
    expect(light(matter.item(), '09-30 10:00')).toBe('ok')
    expect(matter.refused('send_back', supervisor, '09-26 10:00')[0]?.code).toBe('needs_note')
    const back = matter.take('send_back', supervisor, '09-26 10:00', { note: '照片看不清点位' })
    expect(back.stage).toBe('working')
    // Three days in review: 26 + 3; 29 September is a Sunday, but worked.
    expect(dueDay(back, 'settle')).toBe('2024-09-29T18:00')
    expect(light(back, '09-29 18:01')).toBe('late')
    const again = matter.take('submit', owner, '09-29 17:00')
    expect(again.caughtUp).toBe(false)
    expect(again.clocks['settle']?.run).toBe(1)
  })
})

describe('a major matter', () => {
  test('needs the signature of the leader in charge', () => {
    const matter = submitted(MAJOR, '09-12 10:20', '09-18')
    matter.take('judge', supervisor, '09-18 10:00', { target: 'p1', verdict: 'valid' })
    expect(matter.refused('close', supervisor, '09-18 10:01').map(({ code }) => code)).toEqual(['condition'])
    expect(matter.take('endorse', supervisor, '09-18 10:05').stage).toBe('signing')
    expect(matter.refused('approve_close', supervisor2, '09-18 10:06')[0]?.message.zh).toBe('由分管领导办理')
    expect(matter.refused('decline', leader, '09-18 11:00')[0]?.code).toBe('needs_note')
    expect(matter.take('decline', leader, '09-18 11:00', { note: '现场再看一次' }).stage).toBe('review')
    matter.take('endorse', supervisor, '09-19 10:00')
    expect(matter.take('approve_close', leader, '09-19 11:00').stage).toBe('closed')
  })

  test('is extended once, with a plan and a date ahead, by somebody else', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    const lacking = matter.refused('ask_extension', owner, '09-18 09:00')
    expect(lacking.map(({ field }) => field)).toEqual(['plan', 'plan_due'])
    const past = matter.refused('ask_extension', owner, '09-18 09:00', {
      values: { plan: '分两段', plan_due: '2024-09-18' },
    })
    expect(past.map(({ code }) => code)).toEqual(['past_date'])
    matter.take('ask_extension', owner, '09-18 09:00', { values: { plan: '分两段', plan_due: '2024-10-20' } })
    expect(dueDay(matter.item(), 'settle')).toBe('2024-10-12T18:00')
    expect(
      matter.refused('ask_extension', owner, '09-18 09:30', { values: { plan: '再', plan_due: '2024-10-25' } })[0]
        ?.message.zh,
    ).toBe('已经申请，等批复')
    const granted = matter.take('grant_extension', supervisor, '09-18 10:00')
    expect(dueDay(granted, 'settle')).toBe('2024-10-20T18:00')
    expect(granted.clocks['settle']?.extensions).toBe(1)
    expect(granted.values['extended']).toBe(true)
    expect(explainClock(ledger, granted, 'settle', calendar)?.steps.at(-2)?.text.zh).toBe('批准延期到 2024年10月20日')
    matter.take('ask_extension', owner, '10-18 09:00', { values: { plan: '三段', plan_due: '2024-12-20' } })
    expect(matter.refused('grant_extension', supervisor, '10-18 10:00').map(({ code }) => code)).toEqual(['condition'])
    const long = matter.take('make_long_term', supervisor, '10-18 10:00', { note: '分管副市长批准' })
    expect(long.stage).toBe('long_term')
    expect(dueDay(long, 'plan')).toBe('2024-12-20T18:00')
    expect(dueDay(long, 'report')).toBe('2024-11-28T18:00')
  })

  test('an extension granted after the due date leaves its trace', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    matter.take('report', owner, '09-13 09:00', { values: { problem: 'works' } })
    matter.take('ask_extension', owner, '10-11 09:00', { values: { plan: '分两段', plan_due: '2024-10-25' } })
    expect(light(matter.item(), '10-13 09:00')).toBe('late')
    const granted = matter.take('grant_extension', leader, '10-13 09:00')
    expect(light(granted, '10-14 09:00')).toBe('back')
  })

  test('an extension whose date has passed meanwhile is not granted', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    matter.take('ask_extension', owner, '09-18 09:00', { values: { plan: '分两段', plan_due: '2024-09-20' } })
    expect(matter.refused('grant_extension', supervisor, '09-21 10:00').map(({ code }) => code)).toEqual(['past_date'])
  })

  test('paused, it has no due date; resumed, the paused days come back', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    matter.take('report', owner, '09-13 09:00', { values: { problem: 'permits' } })
    const paused = matter.take('pause', supervisor, '09-20 09:00', { note: '待省厅批复' })
    expect(dueDay(paused, 'settle')).toBeUndefined()
    expect(light(paused, '12-20 09:00')).toBe('pause')
    expect(rungsOf(ledger, paused, on('09-21 09:00'))[2]?.state).toBe('paused')
    const resumed = matter.take('resume', supervisor, '09-25 09:00')
    // Counted to 12 October, and five natural days given back.
    expect(dueDay(resumed, 'settle')).toBe('2024-10-17T18:00')
    expect(resumed.clocks['settle']?.pauses).toEqual([
      { from: on('09-20 09:00'), to: on('09-25 09:00'), reason: '待省厅批复' },
    ])
  })

  test('a long-term matter keeps its stage through a return, and is not “on time”', () => {
    const matter = deployed(MAJOR, '09-12 10:20')
    matter.take('ask_extension', owner, '09-18 09:00', { values: { plan: '跨年', plan_due: '2024-12-20' } })
    matter.take('make_long_term', leader, '09-18 10:00', { note: '批准' })
    matter.take('attach', owner, '12-10 09:00', { evidence: [testProof('p1')] })
    matter.take('submit', owner, '12-10 09:10')
    expect(matter.refused('send_back', supervisor, '12-11 09:00', { note: '补' })[0]?.code).toBe('condition')
    const back = matter.take('send_back_long_term', supervisor, '12-11 09:00', { note: '补' })
    expect(back.stage).toBe('long_term')
    expect(dueDay(back, 'plan')).toBe('2024-12-20T18:00')
    expect(back.clocks['settle']?.stoppedAt).toBe(on('09-18 10:00'))
    const replanned = matter.take('replan', supervisor, '12-12 09:00', {
      note: '批准',
      values: { plan: '再分两段', plan_due: '2025-03-20' },
    })
    expect(dueDay(replanned, 'plan')).toBe('2025-03-20T18:00')
  })
})

describe('reopening', () => {
  test('takes back a closing that proved false, with the reason and the mark', () => {
    const matter = submitted(GENERAL, '09-12 10:20', '09-18')
    matter.take('judge', supervisor, '09-18 10:00', { target: 'p1', verdict: 'valid' })
    matter.take('close', supervisor, '09-18 10:05')
    expect(matter.refused('reopen', supervisor, '10-10 09:00')[0]?.code).toBe('needs_note')
    const open = matter.take('reopen', supervisor, '10-10 09:00', { note: '现场与照片不符' })
    expect(open).toMatchObject({ stage: 'working', closedAt: null, values: { reopened: true } })
    expect(open.clocks['settle']).toMatchObject({ run: 2, stoppedAt: null, dueAt: on('10-17 18:00') })
  })
})

describe('disputes', () => {
  test('stop all clocks until they are settled; the matter may go to another unit', () => {
    const matter = story({ ledger, at: '09-12 10:20', values: GENERAL })
    expect(matter.refused('dispute', owner, '09-12 10:30')[0]?.code).toBe('needs_note')
    const disputed = matter.take('dispute', owner, '09-12 10:30', { note: '不属本单位职责' })
    expect(light(disputed, '09-20 10:00')).toBe('ok')
    expect(matter.refused('transfer', supervisor, '09-13 09:00', { note: '改派' })[0]?.code).toBe('needs_field')
    matter.take('transfer', supervisor, '09-13 09:00', {
      note: '改派',
      common: { lead_unit: 'org_jtj', co_units: ['org_jtj', 'org_czj'] },
    })
    expect(matter.item()).toMatchObject({ lead_unit: 'org_jtj', co_units: ['org_czj'], stage: 'disputed' })
    const again = matter.take('settle_dispute', supervisor, '09-13 09:05', { note: '归交通' })
    expect(again.stage).toBe('issued')
    expect(dueDay(again, 'feedback')).toBe('2024-09-18T18:00')
    expect(matter.refused('sign', owner, '09-13 10:00')[0]?.code).toBe('wrong_role')
    expect(matter.take('sign', stranger, '09-13 10:00').stage).toBe('signed')
  })
})

describe('undo', () => {
  test('takes back one’s own last step within ten minutes, and leaves both entries', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    const before = matter.item()
    matter.take('report', owner, '09-18 09:00', { values: { problem: 'none', done: 12 } })
    const undone = matter.take('undo', owner, '09-18 09:10')
    expect(undone).toEqual({ ...before, version: 5, lastEntryAt: on('09-18 09:10') })
    const entry = matter.entries().at(-1)
    expect(entry).toMatchObject({ action: 'undo', reverts: 'entry_4', changes: { done: { from: 12, to: null } } })
  })

  test('is refused after ten minutes, to others, and twice for one step', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    matter.take('report', owner, '09-18 09:00', { values: { problem: 'none' } })
    expect(matter.refused('undo', owner, '09-18 09:11').map(({ code }) => code)).toEqual(['undo_late'])
    expect(matter.refused('undo', supervisor, '09-18 09:05').map(({ code }) => code)).toEqual(['undo_not_yours'])
    matter.take('undo', owner, '09-18 09:05')
    expect(matter.refused('undo', owner, '09-18 09:06').map(({ code }) => code)).toEqual(['undo_late'])
  })

  test('the opening itself cannot be taken back', () => {
    const matter = story({ ledger, at: '09-12 10:20', values: GENERAL })
    expect(matter.refused('undo', supervisor, '09-12 10:21').map(({ code }) => code)).toEqual(['undo_impossible'])
  })

  test('reaches past a reminder of the system', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    matter.take('report', owner, '09-18 08:58', { values: { problem: 'none' } })
    matter.take('remind', { account: 'system', post: 'system', unit: 'system', roles: [], line: [] }, '09-18 09:00')
    expect(matter.take('undo', owner, '09-18 09:01').lastReportAt).toBeNull()
  })

  test('a wrong verdict is taken back with everything it did', () => {
    const matter = submitted(GENERAL, '09-12 10:20', '09-18')
    matter.take('judge', supervisor, '09-18 10:00', { target: 'p1', verdict: 'rejected', note: '不是本小区' })
    expect(matter.item().evidence[0]?.verdict).toBe('rejected')
    expect(matter.take('undo', supervisor, '09-18 10:02').evidence[0]?.verdict).toBe('pending')
  })
})

describe('proof', () => {
  test('is judged by another than who added it, and doubted only with a reason', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    const both = { ...supervisor, account: 'both' }
    matter.take('attach', both, '09-13 09:00', { evidence: [testProof('p1')] })
    expect(matter.refused('judge', both, '09-13 10:00', { target: 'p1', verdict: 'valid' })[0]?.code).toBe(
      'same_person',
    )
    expect(matter.refused('judge', supervisor, '09-13 10:00', { target: 'p1', verdict: 'doubtful' })[0]?.code).toBe(
      'needs_note',
    )
    expect(matter.refused('judge', supervisor, '09-13 10:00', { target: 'p9', verdict: 'valid' })[0]?.field).toBe(
      'target',
    )
    expect(matter.refused('judge', supervisor, '09-13 10:00', { target: 'p1' })[0]?.field).toBe('verdict')
    expect(matter.refused('attach', owner, '09-13 10:00')[0]?.code).toBe('needs_proof')
  })
})

describe('what is offered', () => {
  const at = on('09-13 09:00')
  const offered = (item: ItemState, actor: typeof owner) =>
    actionsFor(ledger, item, actor, { at, calendar }).map(({ action, open }) => `${open ? '' : '×'}${action}`)

  test('the lead unit sees its main step, and what closing still lacks', () => {
    const matter = deployed(GENERAL, '09-12 10:20').item()
    expect(offered(matter, owner)).toEqual(['report', 'ask_extension', '×submit', 'attach', 'remark'])
    const signed = story({ ledger, at: '09-12 10:20', values: GENERAL })
    expect(offered(signed.item(), owner)).toEqual(['sign', 'dispute', '×deploy', 'attach', 'remark'])
  })

  test('others see only what is theirs', () => {
    const matter = submitted(MAJOR, '09-12 10:20', '09-12').item()
    expect(offered(matter, supervisor)).toEqual([
      'send_back',
      '×endorse',
      'attach',
      'judge',
      'remark',
      'press',
      'transfer',
    ])
    expect(offered(matter, co)).toEqual(['attach', 'remark'])
    expect(offered(matter, stranger)).toEqual([])
    expect(offered(matter, leader)).toEqual(['×approve_close', 'remark', 'press'])
  })

  test('undo is offered while it is open', () => {
    const matter = deployed(GENERAL, '09-12 10:20')
    const ctx = { calendar, entries: matter.entries() }
    const names = (time: string) =>
      actionsFor(ledger, matter.item(), owner, { ...ctx, at: on(time) }).map(({ action }) => action)
    expect(names('09-12 16:25')).toContain('undo')
    expect(names('09-12 16:31')).not.toContain('undo')
  })
})
