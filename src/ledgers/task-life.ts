import type { Action, Stage } from '../engine/ledger.ts'
import { t } from '../text.ts'

/**
 * The life that all task ledgers share: issued → signed for → deployed → worked on and reported → handed in for closing →
 * closed, with disputes, pauses and extensions on the way. A definition spreads these parts and states only its own.
 */

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
