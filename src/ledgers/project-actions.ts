import type { Action } from '../engine/ledger.ts'
import { choice } from '../engine/fields.ts'
import { t } from '../text.ts'
import { closingActions, pauseActions } from './task-life.ts'

/**
 * A project may be closed for the year wherever it stands, so handing in does not move its stage: the field says whether
 * a request is pending, and a return leaves the project where it was.
 */
const closingField = choice({
  label: t('销号申请', 'Request to close'),
  options: { asked: t('待审核', 'Pending'), returned: t('退回补正', 'Sent back') },
})

const IN_WORKS = ['building', 'completed', 'producing'] as const

const actions = {
  sign: { label: t('签收', 'Sign for'), from: 'listed', to: 'preparing', by: 'owner', primary: true },
  start: {
    label: t('开工', 'Start'),
    past: t('开工', 'Started'),
    from: 'preparing',
    to: 'building',
    by: 'owner',
    when: { kind: 'new' },
    asks: ['started_on', 'works'],
    requires: ['started_on'],
    notifies: 'supervisor',
    primary: true,
  },
  restart: {
    label: t('复工', 'Restart'),
    past: t('复工', 'Restarted'),
    from: 'preparing',
    to: 'building',
    by: 'owner',
    when: { kind: { in: ['continued', 'completing'] } },
    asks: ['started_on', 'works'],
    requires: ['started_on'],
    notifies: 'supervisor',
    primary: true,
  },
  report: {
    label: t('报进展', 'Report'),
    past: t('报进展', 'Reported'),
    from: ['preparing', 'building', 'completed'],
    by: 'owner',
    asks: ['month_done', 'year_done', 'works', 'factor', 'statement'],
    requires: ['factor'],
    clears: ['month_done', 'factor', 'statement'],
    note: 'none',
    reports: true,
  },
  enter_statistics: {
    label: t('报入库', 'Report statistics entry'),
    past: t('入库', 'Entered in the statistics'),
    from: IN_WORKS,
    by: 'owner',
    when: { entered_on: { filled: false } },
    asks: ['entered_on'],
    requires: ['entered_on'],
  },
  complete: {
    label: t('竣工', 'Complete'),
    past: t('竣工', 'Completed'),
    from: 'building',
    to: 'completed',
    by: 'owner',
    asks: ['finished_on'],
    requires: ['finished_on'],
    notifies: 'supervisor',
  },
  commission: {
    label: t('投产', 'Commission'),
    past: t('投产', 'In production'),
    from: 'completed',
    to: 'producing',
    by: 'owner',
    asks: ['produced_on'],
    requires: ['produced_on'],
    notifies: 'supervisor',
    primary: true,
  },
  replan: {
    label: t('调整计划', 'Change the plan'),
    past: t('调整计划', 'Plan changed'),
    from: ['listed', 'preparing', 'building', 'paused'],
    by: 'supervisor',
    asks: ['start_plan', 'finish_plan', 'year_plan'],
    note: 'required',
    notifies: 'owner',
  },
  submit: {
    label: t('申请销号', 'Submit for closing'),
    past: t('申请销号', 'Submitted for closing'),
    from: IN_WORKS,
    by: 'owner',
    when: { not: { closing: 'asked' } },
    whenNot: t('已经申请，等审核', 'Already submitted; awaiting review'),
    set: { closing: 'asked' },
    proof: { atLeast: 1 },
    notifies: 'supervisor',
  },
  send_back: {
    label: t('退回补正', 'Send back'),
    past: t('退回补正', 'Sent back'),
    from: IN_WORKS,
    by: 'supervisor',
    when: { closing: 'asked' },
    set: { closing: 'returned' },
    note: 'required',
    notifies: 'owner',
  },
  close: { ...closingActions.close, from: IN_WORKS, when: { closing: 'asked' } },
  reopen: { ...closingActions.reopen, to: 'building', clears: ['closing'] },
  pause: { ...pauseActions.pause, label: t('停工', 'Stop works'), past: t('停工', 'Works stopped'), from: 'building' },
  resume: {
    ...pauseActions.resume,
    label: t('恢复施工', 'Resume works'),
    past: t('恢复施工', 'Works resumed'),
    to: 'building',
  },
} as const satisfies Readonly<Record<string, Action>>

export const projectActions = { closingField, actions }
