import { boolean, choice, date, number, text } from '../engine/fields.ts'
import { t } from '../text.ts'

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
