import { months } from '../calendar/duration.ts'
import { defineLedger } from '../engine/define-ledger.ts'
import { date, money, text } from '../engine/fields.ts'
import { t } from '../text.ts'
import { projectActions } from './project-actions.ts'
import { problemFactor, projectKind, projectMetrics } from './project-parts.ts'
import { ladder, monthlyClock, shortLadder, signClock } from './task-clocks.ts'
import { workFields } from './task-fields.ts'

/**
 * 重点项目台账: a project from its listing through start (开工) or restart (复工) to completion and production. The dates
 * planned are its clocks; once started it enters the statistics within a month (银川 2025 preset); investment is reported
 * by the 28th of each month. Investment reported by dispatch is not the statistics bureau's figure.
 */
export const keyProject = defineLedger({
  id: 'key_project',
  label: t('重点项目台账', 'Key projects'),
  code: t('项', 'KP'),
  archetype: 'project',
  about: t(
    '全年实施的项目。牵头单位报开（复）工、竣工、投产和每月投资；开工一个月内入库。凭佐证申请销号，督查室核验后销号。',
    'The projects of the year. The lead unit reports start or restart, completion, production and monthly investment; a project enters the statistics within a month of its start and closes on proof.',
  ),
  version: 1,
  source: {
    rows: [43, 44, 46],
    lines: [339, 356],
    rules: [
      '全国投资项目在线审批监管平台项目代码（GB/T 40058-2021）',
      '政府投资条例第二十七条',
      '银川市重点项目亮灯办法（2025）',
    ],
  },
  fields: {
    kind: projectKind,
    // Format only: four parts of date, region, department and type, then serial and check digit.
    project_code: text({
      label: t('项目代码', 'Project code'),
      max: 24,
      pattern: /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/,
      hint: t('24 位，如 2402-140603-89-02-518764', '24 characters, such as 2402-140603-89-02-518764'),
    }),
    builder: text({ label: t('建设单位', 'Builder'), max: 100 }),
    credit_code: text({
      label: t('信用代码', 'Credit code'),
      max: 18,
      pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
      hint: t('统一社会信用代码，18 位', 'Unified social credit code, 18 characters'),
    }),
    industry: text({ label: t('行业', 'Industry'), max: 40 }),
    total_investment: money({ label: t('总投资', 'Total investment') }),
    year_plan: money({ label: t('年度计划投资', 'Planned investment of the year') }),
    month_done: money({ label: t('本月完成投资', 'Investment of the month') }),
    year_done: money({ label: t('年内累计完成投资', 'Investment since January') }),
    start_plan: date({ label: t('计划开（复）工', 'Planned start or restart') }),
    started_on: date({ label: t('实际开（复）工', 'Started or restarted on') }),
    finish_plan: date({ label: t('计划竣工', 'Planned completion') }),
    finished_on: date({ label: t('实际竣工', 'Completed on') }),
    produced_on: date({ label: t('投产日期', 'In production since') }),
    entered_on: date({ label: t('入库日期', 'Entered in the statistics on') }),
    works: text({ label: t('形象进度', 'State of the works'), max: 200 }),
    factor: problemFactor,
    statement: workFields.statement,
    proof_rule: workFields.proof_rule,
    closing: projectActions.closingField,
    reopened: workFields.reopened,
  },
  stages: {
    listed: { label: t('已列入', 'Listed'), standing: 'wait' },
    preparing: { label: t('前期推进', 'In preparation'), standing: 'open' },
    building: { label: t('在建', 'Under construction'), standing: 'open' },
    paused: { label: t('停工', 'Works stopped'), standing: 'paused' },
    completed: { label: t('已竣工', 'Completed'), standing: 'open' },
    producing: { label: t('已投产', 'In production'), standing: 'open' },
    closed: { label: t('已销号', 'Closed'), standing: 'done' },
  },
  initial: 'listed',
  create: {
    by: 'supervisor',
    asks: [
      'kind',
      'project_code',
      'builder',
      'credit_code',
      'industry',
      'total_investment',
      'year_plan',
      'start_plan',
      'finish_plan',
      'proof_rule',
    ],
  },
  actions: projectActions.actions,
  clocks: {
    sign: signClock,
    start: {
      label: t('开（复）工', 'Start or restart'),
      mark: [{ when: { kind: 'new' }, is: t('开', 'S') }, { is: t('复', 'R') }],
      starts: 'create',
      stops: ['start', 'restart'],
      limit: { until: 'start_plan' },
      rungs: ladder,
    },
    statistics: {
      label: t('入库', 'Statistics entry'),
      mark: { when: { kind: 'new' }, is: t('库', 'E') },
      starts: 'start',
      stops: 'enter_statistics',
      limit: months(1),
      rungs: ladder,
    },
    report: { ...monthlyClock, label: t('投资月报', 'Monthly investment report'), rungs: shortLadder },
    finish: {
      label: t('竣工', 'Completion'),
      mark: { is: t('竣', 'C') },
      starts: 'create',
      stops: 'complete',
      limit: { until: 'finish_plan' },
      rungs: ladder,
    },
  },
  lights: {
    warnWorkingDays: 5,
    afterCatchUp: 'back',
    silentAfterDays: 35,
    source: '开工、入库按月亮灯：银川市 2025 年做法；补回不转绿：瓯海区做法；提前 5 个工作日、静默 35 天：本市参数',
  },
  metrics: projectMetrics,
  publicView: {
    fields: [
      'kind',
      'industry',
      'year_plan',
      'year_done',
      'start_plan',
      'started_on',
      'finish_plan',
      'finished_on',
      'works',
    ],
    stages: ['preparing', 'building', 'paused', 'completed', 'producing', 'closed'],
  },
})
