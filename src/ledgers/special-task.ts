import { calendarDays, workingDays } from '../calendar/duration.ts'
import { defineLedger } from '../engine/define-ledger.ts'
import { choice, date } from '../engine/fields.ts'
import { t } from '../text.ts'
import { taskMetrics } from './task-metrics.ts'
import { finishClock, ladder, monthlyClock, signClock } from './task-clocks.ts'
import { quantityAsks, quantityFields, quantityProgress, sourceFields, workFields } from './task-fields.ts'
import {
  closingActions,
  extensionActions,
  grantAction,
  pauseActions,
  reportAction,
  startActions,
  taskStages,
} from './task-life.ts'

/**
 * 专项抓落实台账: what meetings, instructions and campaigns decide in the course of the year. Each has its own date; the
 * first report follows the urgency of the matter.
 */
export const specialTask = defineLedger({
  id: 'special_task',
  label: t('专项抓落实台账', 'Special tasks'),
  code: t('专', 'SP'),
  archetype: 'task',
  about: t(
    '会议议定、领导批示和专项行动定下的任务。牵头单位签收、部署、按缓急首报、每月 28 日前报进展，凭佐证销号。',
    'Tasks set by meetings, instructions and campaigns. The lead unit signs, deploys, reports first by urgency and then by the 28th of each month, and closes on proof.',
  ),
  version: 1,
  source: {
    rows: [30],
    lines: [114, 115],
    rules: ['朔政办发〔2017〕85号', '领导批示件办理时限（急件 5 日、平件 15 日、难件 30 日）'],
  },
  fields: {
    ...sourceFields,
    urgency: choice({
      label: t('缓急', 'Urgency'),
      options: { urgent: t('急件', 'Urgent'), normal: t('平件', 'Normal'), hard: t('难件', 'Hard') },
    }),
    deadline: date({ label: t('完成时限', 'Deadline'), required: true }),
    ...quantityFields,
    ...workFields,
  },
  stages: taskStages,
  initial: 'issued',
  create: {
    by: 'supervisor',
    asks: ['source_type', 'source_ref', 'content', 'urgency', 'deadline', ...quantityAsks, 'proof_rule'],
  },
  actions: {
    ...startActions,
    report: { ...reportAction, from: 'working' },
    ...extensionActions,
    grant_extension: { ...grantAction, when: { extension: 'asked' }, clock: { extend: 'finish', to: 'plan_due' } },
    ...closingActions,
    ...pauseActions,
  },
  clocks: {
    sign: signClock,
    deploy: {
      label: t('部署', 'Deployment'),
      mark: { is: t('部', 'D') },
      starts: 'create',
      stops: 'deploy',
      limit: workingDays(5),
      rungs: ladder,
    },
    // Older local rules for instructions: urgent 1–5 natural days, others 15, hard ones 30.
    first_report: {
      label: t('首报', 'First report'),
      mark: { is: t('首', '1') },
      starts: 'create',
      stops: ['report', 'submit'],
      limit: [
        { when: { urgency: 'urgent' }, is: calendarDays(5) },
        { when: { urgency: 'hard' }, is: calendarDays(30) },
        { is: calendarDays(15) },
      ],
      rungs: ladder,
    },
    report: monthlyClock,
    finish: finishClock,
  },
  lights: {
    warnWorkingDays: 3,
    afterCatchUp: 'back',
    silentAfterDays: 35,
    source: '补回不转绿：瓯海区做法；提前 3 个工作日、静默 35 天：本市参数，未见统一规定',
  },
  metrics: {
    ...taskMetrics,
    first_report_rate: {
      label: t('首报及时率', 'First report in time'),
      formula: t('按时首报 ÷ 首报时限已到的事项', 'first reported in time ÷ items whose limit for it has come'),
      of: { dueSoFar: 'first_report', met: { clock: 'first_report', inTime: true } },
      per: { dueSoFar: 'first_report' },
    },
  },
  progress: quantityProgress,
  publicView: {
    fields: ['source_type', 'content', 'target_value', 'target_unit', 'done', 'deadline'],
    stages: ['signed', 'working', 'paused', 'review', 'closed'],
  },
})
