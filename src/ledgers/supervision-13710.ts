import { calendarDays, monthlyOn, months, sameDay } from '../calendar/duration.ts'
import { defineLedger } from '../engine/define-ledger.ts'
import { boolean, choice } from '../engine/fields.ts'
import { t } from '../text.ts'
import { supervisionMetrics } from './supervision-metrics.ts'
import { ladder, shortLadder } from './task-clocks.ts'
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
 * “13710”督办台账: 1 deploy the same day, 3 report within three days, 7 settle an ordinary matter within seven days,
 * 1 a major one within a month, 0 every matter stays on the books until it is closed. The rule says 天, so days are
 * natural ones and roll to the next working day. What truly cannot be settled becomes a long-term matter with an
 * approved plan and date. A major matter is closed with the signature of the leader in charge.
 */
export const supervision13710 = defineLedger({
  id: 'supervision_13710',
  label: t('“13710”督办台账', '13710 supervision'),
  code: t('督', 'SV'),
  archetype: 'case',
  about: t(
    '会议议定、批示交办和报告任务的督办事项。当天部署，三日反馈，一般七日、重大一月办结，不到位不销号。一般事项由督查室销号，重大事项再由分管领导签批。',
    'Supervised matters from meetings, instructions and the report. Deployed the same day, reported on in three, settled in seven days or a month, and on the books until closed. Major ones also need the leader’s signature.',
  ),
  version: 1,
  source: {
    rows: [31],
    lines: [115, 116],
    rules: ['山西省“13710”工作制度（2016）', '朔政办发〔2017〕85号'],
  },
  fields: {
    item_class: choice({
      label: t('类别', 'Class'),
      required: true,
      options: {
        routine: t('日常管理事项', 'Day-to-day matters'),
        key_task: t('重点工作任务', 'Key tasks'),
        reform: t('重大改革事项', 'Major reforms'),
        construction: t('重点工程项目', 'Key construction projects'),
        upgrading: t('重点技改项目', 'Key upgrading projects'),
        investment: t('重点招商项目', 'Key investment projects'),
      },
    }),
    gravity: choice({
      label: t('程度', 'Gravity'),
      required: true,
      options: { general: t('一般', 'General'), major: t('重大', 'Major') },
    }),
    ...sourceFields,
    ...quantityFields,
    ...workFields,
    long_term: boolean({ label: t('转长期推进', 'Made long-term') }),
  },
  stages: {
    ...taskStages,
    long_term: { label: t('长期推进', 'Long-term'), standing: 'open' },
    signing: { label: t('待领导签批', 'Awaiting signature'), standing: 'review' },
  },
  initial: 'issued',
  create: {
    by: 'supervisor',
    asks: ['item_class', 'gravity', 'source_type', 'source_ref', 'content', ...quantityAsks, 'proof_rule'],
  },
  actions: {
    ...startActions,
    report: { ...reportAction, from: ['working', 'long_term'] },
    ...extensionActions,
    // One extension; what cannot be settled then goes on as a long-term matter.
    grant_extension: {
      ...grantAction,
      when: { all: [{ extension: 'asked' }, { not: { extended: true } }] },
      clock: { extend: 'settle', to: 'plan_due' },
    },
    make_long_term: {
      ...grantAction,
      label: t('转长期推进', 'Make long-term'),
      past: t('转长期推进', 'Made long-term'),
      to: 'long_term',
      when: { extension: 'asked' },
      set: { extension: 'granted', extended: true, long_term: true },
      note: 'required',
    },
    replan: {
      label: t('调整节点', 'Change the date'),
      past: t('调整节点', 'Date changed'),
      from: 'long_term',
      by: ['supervisor', 'leader'],
      asks: ['plan', 'plan_due'],
      requires: ['plan', 'plan_due'],
      note: 'required',
      notifies: 'owner',
    },
    ...closingActions,
    submit: { ...closingActions.submit, from: ['working', 'long_term'] },
    send_back: { ...closingActions.send_back, when: { not: { long_term: true } } },
    send_back_long_term: { ...closingActions.send_back, to: 'long_term', when: { long_term: true } },
    close: { ...closingActions.close, when: { gravity: 'general' } },
    endorse: {
      label: t('送签', 'Send for signature'),
      past: t('送领导签批', 'Sent for signature'),
      from: 'review',
      to: 'signing',
      by: 'supervisor',
      when: { gravity: 'major' },
      proof: { atLeast: 1, valid: true },
      notBySamePersonAs: 'submit',
      notifies: 'leader',
      primary: true,
    },
    approve_close: {
      ...closingActions.close,
      label: t('签批销号', 'Sign and close'),
      past: t('签批销号', 'Signed and closed'),
      from: 'signing',
      by: 'leader',
      notBySamePersonAs: 'endorse',
      notifies: ['owner', 'supervisor'],
    },
    decline: {
      label: t('不同意销号', 'Decline to close'),
      past: t('不同意销号', 'Declined to close'),
      from: 'signing',
      to: 'review',
      by: 'leader',
      note: 'required',
      notifies: 'supervisor',
    },
    reopen: { ...closingActions.reopen, clears: ['long_term', 'extension'] },
    ...pauseActions,
  },
  clocks: {
    // Signing for and deployment both fall on the first “1”: the same day.
    sign: { label: t('签收', 'Signing'), starts: 'create', stops: 'sign', limit: sameDay(), rungs: shortLadder },
    deploy: {
      label: t('部署', 'Deployment'),
      mark: { is: t('1', '1') },
      starts: 'create',
      stops: 'deploy',
      limit: sameDay(),
      rungs: shortLadder,
    },
    feedback: {
      label: t('首次反馈', 'First report'),
      mark: { is: t('3', '3') },
      starts: 'create',
      stops: ['report', 'submit'],
      limit: calendarDays(3),
      rungs: ladder,
    },
    settle: {
      label: t('办结', 'Settling'),
      mark: [{ when: { gravity: 'major' }, is: t('月', 'M') }, { is: t('7', '7') }],
      starts: ['create', 'reopen'],
      stops: ['submit', 'make_long_term'],
      continues: 'send_back',
      limit: [{ when: { gravity: 'major' }, is: months(1) }, { is: calendarDays(7) }],
      rungs: ladder,
    },
    plan: {
      label: t('长期推进节点', 'Long-term date'),
      starts: 'make_long_term',
      stops: 'submit',
      continues: 'send_back_long_term',
      limit: { until: 'plan_due' },
      rungs: ladder,
    },
    report: {
      label: t('长期推进月报', 'Monthly report'),
      starts: 'make_long_term',
      stops: 'report',
      repeats: true,
      limit: monthlyOn(28),
      rungs: shortLadder,
    },
  },
  lights: {
    warnWorkingDays: 1,
    afterCatchUp: 'back',
    silentAfterDays: 7,
    source:
      '到期前 1 个工作日黄、到期后红：山东省级投诉热线做法；补回不转绿：瓯海区做法；静默 7 天：本市参数，省级规定未见',
  },
  metrics: supervisionMetrics,
  progress: quantityProgress,
  publicView: {
    fields: ['item_class', 'content', 'target_value', 'target_unit', 'done'],
    stages: ['working', 'long_term', 'paused', 'review', 'signing', 'closed'],
  },
})
