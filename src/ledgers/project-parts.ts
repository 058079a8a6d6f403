import { choice } from '../engine/fields.ts'
import type { Metric } from '../engine/ledger.ts'
import { t } from '../text.ts'

export const projectKind = choice({
  label: t('建设性质', 'Kind'),
  required: true,
  options: {
    new: t('新建', 'New'),
    continued: t('续建', 'Continued'),
    completing: t('竣工', 'To be completed'),
  },
})

/** 地、环、能、资、电、林: what a project most often waits for. */
export const problemFactor = choice({
  label: t('要素问题', 'What is lacking'),
  options: {
    none: t('没有', 'Nothing'),
    land: t('用地', 'Land'),
    environment: t('环评', 'Environmental review'),
    energy: t('能评', 'Energy review'),
    funds: t('资金', 'Funds'),
    power: t('用电', 'Power'),
    forest: t('林草', 'Forest and grassland'),
    other: t('其他', 'Other'),
  },
})

const LACKING = ['land', 'environment', 'energy', 'funds', 'power', 'forest', 'other'] as const

/** 开复工率 and its kin. The report says 重点项目: the denominator is this ledger's list. */
export const projectMetrics = {
  start_rate: {
    label: t('开复工率', 'Start rate'),
    formula: t(
      '已开工的新建和已复工的续建项目 ÷ 年度计划项目',
      'new projects started and continued ones restarted ÷ projects planned for the year',
    ),
    of: { values: { started_on: { filled: true } } },
    per: {},
    target: { atLeast: 80 },
  },
  investment_rate: {
    label: t('投资完成率', 'Investment rate'),
    formula: t(
      '年内累计完成投资 ÷ 年度计划投资（调度数）',
      'investment since January ÷ planned for the year (as dispatched)',
    ),
    of: {},
    sum: 'year_done',
    per: {},
    perSum: 'year_plan',
  },
  statistics_rate: {
    label: t('入库率', 'Statistics entry rate'),
    formula: t('已入库 ÷ 已开工的新建项目', 'entered in the statistics ÷ new projects started'),
    of: { values: { kind: 'new', started_on: { filled: true }, entered_on: { filled: true } } },
    per: { values: { kind: 'new', started_on: { filled: true } } },
  },
  start_overdue: {
    label: t('未按期开复工', 'Start overdue'),
    formula: t('计划开（复）工日期已过、还没开（复）工的项目', 'projects past their planned start and not started'),
    of: { late: 'start' },
    unit: t('个', 'projects'),
  },
  statistics_overdue: {
    label: t('未按期入库', 'Statistics entry overdue'),
    formula: t('开工满一个月还没入库的项目', 'projects not entered a month after their start'),
    of: { late: 'statistics' },
    unit: t('个', 'projects'),
  },
  factor_count: {
    label: t('有要素问题', 'Lacking something'),
    formula: t('最近一次月报报了要素问题的项目', 'projects whose last report names something lacking'),
    of: { standing: ['wait', 'open', 'review', 'paused'], values: { factor: { in: LACKING } } },
    unit: t('个', 'projects'),
  },
  total_investment: {
    label: t('总投资', 'Total investment'),
    formula: t('台账内项目总投资合计', 'total investment of all projects'),
    of: {},
    sum: 'total_investment',
    unit: t('元', 'CNY'),
  },
  year_plan: {
    label: t('年度计划投资', 'Planned investment'),
    formula: t('台账内项目年度计划投资合计', 'planned investment of the year, all projects'),
    of: {},
    sum: 'year_plan',
    unit: t('元', 'CNY'),
  },
} as const satisfies Readonly<Record<string, Metric>>
