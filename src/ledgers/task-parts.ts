import { monthlyOn, workingDays } from '../calendar/duration.ts'
import { boolean, choice, date, number, text } from '../engine/fields.ts'
import type { Action, Clock, Rung, Stage } from '../engine/ledger.ts'
import { t } from '../text.ts'

/**
 * The life that all task ledgers share: issued → signed for → deployed → worked on and reported → handed in for closing →
 * closed, with disputes, pauses and extensions on the way. A definition spreads these parts and states only its own.
 */

/** Filled in while the task is worked on. */
export const workFields = {
  measures: text({
    label: t('部署措施', 'Measures'),
    max: 500,
    hint: t('谁做、做什么、什么时候到哪一步', 'Who does what, and what stands when'),
  }),
  problem: choice({
    label: t('主要问题', 'Main problem'),
    options: {
      none: t('没有', 'None'),
      funds: t('资金', 'Funds'),
      permits: t('手续', 'Permits'),
      works: t('施工', 'Works'),
      residents: t('群众意见', 'Residents'),
      weather: t('天气', 'Weather'),
      other: t('其他', 'Other'),
    },
  }),
  statement: text({
    label: t('说明', 'Statement'),
    max: 200,
    hint: t('可不填，最多 200 字，长短不计分', 'Optional, at most 200 characters; length is not scored'),
  }),
  proof_rule: text({
    label: t('销号凭据', 'Proof that closes it'),
    max: 200,
    hint: t(
      '凭什么销号，如每个小区一份竣工验收备案表',
      'What proof closes it, such as one acceptance form for each site',
    ),
  }),
  plan: text({ label: t('延期方案', 'Plan of the extension'), max: 500 }),
  plan_due: date({ label: t('新时限', 'New date') }),
  extension: choice({
    label: t('延期申请', 'Request to extend'),
    options: { asked: t('待批', 'Pending'), granted: t('已批', 'Granted'), refused: t('未批', 'Refused') },
  }),
  extended: boolean({ label: t('延期过', 'Extended before') }),
  reopened: boolean({ label: t('返销过', 'Reopened before') }),
}

/** A target that is counted, with planned totals at the end of each quarter. */
export const quantityFields = {
  target_value: number({ label: t('目标数', 'Target'), min: 0 }),
  target_unit: text({ label: t('单位', 'Unit of count'), max: 20 }),
  q1: number({
    label: t('一季度节点', 'Node of Q1'),
    min: 0,
    hint: t('到季末的累计数', 'Total by the end of the quarter'),
  }),
  q2: number({ label: t('二季度节点', 'Node of Q2'), min: 0 }),
  q3: number({ label: t('三季度节点', 'Node of Q3'), min: 0 }),
  q4: number({ label: t('四季度节点', 'Node of Q4'), min: 0 }),
  done: number({
    label: t('已完成', 'Done so far'),
    min: 0,
    hint: t('从年初算起的累计数', 'Total since the start of the year'),
  }),
}

export const quantityAsks = ['target_value', 'target_unit', 'q1', 'q2', 'q3', 'q4'] as const

export const quantityProgress = {
  target: 'target_value',
  reported: 'done',
  plan: ['q1', 'q2', 'q3', 'q4'],
  unit: 'target_unit',
} as const

/** Where a task of a meeting or an instruction comes from (朔政办发〔2017〕85号 names meetings and instructions). */
export const sourceFields = {
  source_type: choice({
    label: t('来源类型', 'Kind of source'),
    options: {
      report: t('政府工作报告', 'Work report'),
      meeting: t('会议', 'Meeting'),
      instruction: t('批示', 'Instruction'),
      document: t('文件', 'Document'),
      superior: t('上级交办', 'Set by a higher level'),
      enterprise: t('企业反映', 'Raised by an enterprise'),
    },
  }),
  source_ref: text({
    label: t('来源', 'Source'),
    max: 200,
    hint: t('会议名称、文号和日期', 'Meeting or document, and its day'),
  }),
  content: text({ label: t('办理要求', 'What is asked'), max: 1000 }),
}

export const taskStages = {
  issued: { label: t('已下达', 'Issued'), standing: 'wait' },
  disputed: { label: t('异议', 'Disputed'), standing: 'review' },
  signed: { label: t('已签收', 'Signed for'), standing: 'open' },
  working: { label: t('推进中', 'In hand'), standing: 'open' },
  paused: { label: t('暂停', 'Paused'), standing: 'paused' },
  review: { label: t('待审核销号', 'Closing review'), standing: 'review' },
  closed: { label: t('已销号', 'Closed'), standing: 'done' },
} as const satisfies Readonly<Record<string, Stage>>

/** From issuing to deployment. A unit that is not the right one disputes before it deploys; all clocks stand meanwhile. */
export const startActions = {
  sign: {
    label: t('签收', 'Sign for'),
    from: 'issued',
    to: 'signed',
    by: 'owner',
    primary: true,
  },
  dispute: {
    label: t('提异议', 'Dispute'),
    past: t('提出异议', 'Disputed'),
    from: ['issued', 'signed'],
    to: 'disputed',
    by: 'owner',
    note: 'required',
    clock: { pause: 'all' },
    notifies: 'supervisor',
  },
  settle_dispute: {
    label: t('异议办结', 'Settle the dispute'),
    past: t('异议办结，重新下达', 'Dispute settled, issued again'),
    from: 'disputed',
    to: 'issued',
    by: 'supervisor',
    note: 'required',
    clock: { resume: 'all' },
    notifies: 'owner',
    primary: true,
  },
  deploy: {
    label: t('部署', 'Deploy'),
    from: 'signed',
    to: 'working',
    by: 'owner',
    asks: ['measures'],
    requires: ['measures'],
    primary: true,
  },
} as const satisfies Readonly<Record<string, Action>>

/** One entry settles every clock that waits for a report: type once. */
export const reportAction = {
  label: t('报进展', 'Report'),
  past: t('报进展', 'Reported'),
  by: 'owner',
  asks: ['done', 'problem', 'statement'],
  requires: ['problem'],
  clears: ['problem', 'statement'],
  note: 'none',
  reports: true,
  primary: true,
} as const satisfies Omit<Action, 'from'>

/** An extension is asked for with a plan and a date, and approved by another. */
export const extensionActions = {
  ask_extension: {
    label: t('申请延期', 'Ask for an extension'),
    past: t('申请延期', 'Extension asked for'),
    from: 'working',
    by: 'owner',
    asks: ['plan', 'plan_due'],
    requires: ['plan', 'plan_due'],
    when: { not: { extension: 'asked' } },
    whenNot: t('已经申请，等批复', 'Already asked for; awaiting an answer'),
    set: { extension: 'asked' },
    notifies: 'supervisor',
  },
  refuse_extension: {
    label: t('不批延期', 'Refuse the extension'),
    past: t('延期未批', 'Extension refused'),
    from: 'working',
    by: ['supervisor', 'leader'],
    when: { extension: 'asked' },
    set: { extension: 'refused' },
    note: 'required',
    notifies: 'owner',
  },
} as const satisfies Readonly<Record<string, Action>>

export const grantAction = {
  label: t('批准延期', 'Grant the extension'),
  past: t('批准延期', 'Extension granted'),
  from: 'working',
  by: ['supervisor', 'leader'],
  set: { extension: 'granted', extended: true },
  requires: ['plan', 'plan_due'],
  notBySamePersonAs: 'ask_extension',
  notifies: 'owner',
} as const satisfies Action

/** Proof closes, not prose: handed in with proof, closed on proof that was found valid, by another person. */
export const closingActions = {
  submit: {
    label: t('申请销号', 'Submit for closing'),
    past: t('申请销号', 'Submitted for closing'),
    from: 'working',
    to: 'review',
    by: 'owner',
    proof: { atLeast: 1 },
    notifies: 'supervisor',
  },
  send_back: {
    label: t('退回补正', 'Send back'),
    past: t('退回补正', 'Sent back'),
    from: 'review',
    to: 'working',
    by: 'supervisor',
    note: 'required',
    notifies: 'owner',
  },
  close: {
    label: t('销号', 'Close'),
    past: t('销号', 'Closed'),
    from: 'review',
    to: 'closed',
    by: 'supervisor',
    proof: { atLeast: 1, valid: true },
    notBySamePersonAs: 'submit',
    notifies: ['owner', 'leader'],
    primary: true,
  },
  reopen: {
    label: t('返销', 'Reopen'),
    past: t('返销', 'Reopened'),
    from: 'closed',
    to: 'working',
    by: 'supervisor',
    set: { reopened: true },
    note: 'required',
    notifies: ['owner', 'leader'],
    destructive: true,
  },
} as const satisfies Readonly<Record<string, Action>>

export const pauseActions = {
  pause: {
    label: t('暂停', 'Pause'),
    past: t('暂停', 'Paused'),
    from: 'working',
    to: 'paused',
    by: 'supervisor',
    note: 'required',
    clock: { pause: 'all' },
    notifies: 'owner',
  },
  resume: {
    label: t('恢复', 'Resume'),
    past: t('恢复', 'Resumed'),
    from: 'paused',
    to: 'working',
    by: 'supervisor',
    clock: { resume: 'all' },
    notifies: 'owner',
    primary: true,
  },
} as const satisfies Readonly<Record<string, Action>>

/** Reminded the working day before and on the day; late, the office learns of it next morning, the leader on the third. */
export const ladder = [
  { id: 'before_1', workingDays: -1, does: 'remind', to: 'owner' },
  { id: 'due_day', workingDays: 0, does: 'remind', to: 'owner' },
  { id: 'late_1', workingDays: 1, does: 'escalate', to: ['owner', 'supervisor'] },
  { id: 'late_3', workingDays: 3, does: 'escalate', to: ['supervisor', 'leader'] },
] as const satisfies readonly Rung[]

/** For small duties: no leader is troubled with them. */
export const shortLadder = [ladder[1], ladder[2]] as const

/**
 * 3 working days to sign for or dispute: the strictest of the local limits for saying “not ours” (3 working days, 7, or
 * 10 natural days) in the handling of deputies' proposals; a city parameter.
 */
export const signClock = {
  label: t('签收', 'Signing'),
  mark: { is: t('签', 'S') },
  starts: 'create',
  stops: 'sign',
  limit: workingDays(3),
  rungs: shortLadder,
} as const satisfies Clock

/** Monthly report by the 28th, as 盘锦 asks of the lead units of its report; the first falls in the month after signing. */
export const monthlyClock = {
  label: t('月报', 'Monthly report'),
  mark: { is: t('月', 'M') },
  starts: ['sign', 'reopen'],
  stops: 'report',
  repeats: true,
  limit: monthlyOn(28),
  rungs: shortLadder,
} as const satisfies Clock

/** To the agreed date. It stands while the office reviews the request to close. */
export const finishClock = {
  label: t('办结', 'Settling'),
  mark: { is: t('结', 'F') },
  starts: ['create', 'reopen'],
  stops: 'submit',
  continues: 'send_back',
  limit: { until: 'deadline' },
  rungs: ladder,
} as const satisfies Clock
