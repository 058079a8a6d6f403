import { workingDays } from '../calendar/duration.ts'
import { defineLedger } from '../engine/define-ledger.ts'
import { boolean, choice, date, number, quantities, text } from '../engine/fields.ts'
import { t } from '../text.ts'
import { taskMetrics } from './task-metrics.ts'
import { finishClock, ladder, monthlyClock, signClock } from './task-clocks.ts'
import { quantityAsks, quantityFields, quantityProgress, workFields } from './task-fields.ts'
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
 * 年度重点工作台账: the work report broken down, one item for each promise that can be checked. The unit listed first
 * leads; it files an action plan, reports by the 28th of each month, and closes on proof by the date in the report.
 */
export const workReportTask = defineLedger({
  id: 'work_report_task',
  label: t('年度重点工作台账', 'Work report tasks'),
  code: t('重', 'WR'),
  archetype: 'task',
  about: t(
    '政府工作报告分解出的任务，一条一项。牵头单位签收、部署、每月 28 日前报进展，凭佐证申请销号；督查室核验佐证后销号。',
    'The promises of the work report, one item each. The lead unit signs for it, deploys, reports by the 28th of each month and submits proof; the supervision office checks the proof and closes.',
  ),
  version: 1,
  source: {
    rows: [29],
    lines: [113, 114],
    rules: ['政府工作报告任务分解方案', '朔政办发〔2017〕85号'],
  },
  fields: {
    kind: choice({
      label: t('类别', 'Kind'),
      options: {
        number: t('数', 'Number'),
        state: t('状', 'State'),
        trend: t('势', 'Trend'),
        activity: t('行', 'Activity'),
      },
    }),
    target: quantities({ label: t('量化目标', 'Targets') }),
    ...quantityFields,
    // The reader's strengths, strongest promise first.
    strength: choice({
      label: t('强度', 'Strength'),
      options: {
        firm: t('确保', 'Firm'),
        prohibit: t('杜绝', 'Prohibit'),
        sustain: t('持续', 'Sustain'),
        push: t('推进', 'Push'),
        strive: t('力争', 'Strive'),
        explore: t('探索', 'Explore'),
        general: t('一般', 'General'),
      },
    }),
    topic: text({ label: t('主题', 'Topic'), max: 200 }),
    livelihood_no: number({ label: t('民生实事序号', 'Livelihood project no.'), min: 1 }),
    source_text: text({ label: t('报告原文', 'Words of the report'), max: 1000 }),
    deadline: date({ label: t('完成时限', 'Deadline'), required: true }),
    deadline_default: boolean({
      label: t('时限按年底', 'Deadline is the year’s end'),
      hint: t('报告没写时限，按 12 月 31 日', 'The report names no date: 31 December is taken'),
    }),
    ...workFields,
  },
  stages: taskStages,
  initial: 'issued',
  create: {
    by: 'supervisor',
    asks: [
      'kind',
      'target',
      ...quantityAsks,
      'strength',
      'topic',
      'livelihood_no',
      'source_text',
      'deadline',
      'deadline_default',
      'proof_rule',
    ],
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
    // 盘锦 issued its breakdown on 25 January and had the units' action plans on 7 February: 10 working days.
    deploy: {
      label: t('部署', 'Deployment'),
      mark: { is: t('部', 'D') },
      starts: 'create',
      stops: 'deploy',
      limit: workingDays(10),
      rungs: ladder,
    },
    report: monthlyClock,
    finish: finishClock,
  },
  lights: {
    warnWorkingDays: 5,
    afterCatchUp: 'back',
    silentAfterDays: 35,
    source: '补回不转绿：瓯海区做法；提前 5 个工作日、静默 35 天（一个月报周期加一周）：本市参数，未见统一规定',
  },
  metrics: {
    ...taskMetrics,
    livelihood_closing_rate: {
      label: t('民生实事完成率', 'Livelihood completion rate'),
      formula: t('民生实事中已销号 ÷ 全部民生实事', 'closed livelihood items ÷ all livelihood items'),
      of: { stage: ['closed'], values: { livelihood_no: { filled: true } } },
      per: { values: { livelihood_no: { filled: true } } },
    },
  },
  progress: quantityProgress,
  publicView: {
    fields: [
      'kind',
      'target',
      'target_value',
      'target_unit',
      'done',
      'topic',
      'livelihood_no',
      'source_text',
      'deadline',
    ],
    stages: ['signed', 'working', 'paused', 'review', 'closed'],
  },
})
