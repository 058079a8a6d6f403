import type { Metric } from '../engine/ledger.ts'
import { t } from '../text.ts'

/** Metrics of ledgers with the clocks sign, report and finish. */
export const taskMetrics = {
  closing_rate: {
    label: t('完成率', 'Completion rate'),
    formula: t('已销号 ÷ 全部事项', 'closed ÷ all items'),
    of: { stage: ['closed'] },
    per: {},
  },
  in_time_rate: {
    label: t('按期完成率', 'On-time completion rate'),
    formula: t(
      '时限已到的事项中，按时申请并已销号的 ÷ 时限已到的事项',
      'of the items whose date has come: handed in on time and closed ÷ all of them',
    ),
    of: { stage: ['closed'], dueSoFar: 'finish', met: { clock: 'finish', inTime: true } },
    per: { dueSoFar: 'finish' },
  },
  sign_rate: {
    label: t('签收及时率', 'Signed in time'),
    formula: t('按时签收 ÷ 签收时限已到的事项', 'signed for in time ÷ items whose limit for signing has come'),
    of: { dueSoFar: 'sign', met: { clock: 'sign', inTime: true } },
    per: { dueSoFar: 'sign' },
  },
  overdue: {
    label: t('逾期', 'Overdue'),
    formula: t('办结时限已过、还没申请销号的事项', 'items past their date and not handed in'),
    of: { late: 'finish' },
    unit: t('项', 'items'),
  },
  report_overdue: {
    label: t('月报未报', 'Monthly report missing'),
    formula: t('本期月报过了 28 日还没报的事项', 'items whose monthly report is past the 28th'),
    of: { late: 'report' },
    unit: t('项', 'items'),
  },
  extension_rate: {
    label: t('延期率', 'Extension rate'),
    formula: t('批准过延期的 ÷ 全部事项', 'extended at least once ÷ all items'),
    of: { values: { extended: true } },
    per: {},
  },
  reopened_rate: {
    label: t('返销率', 'Reopening rate'),
    formula: t('返销过的 ÷ 全部事项', 'reopened at least once ÷ all items'),
    of: { values: { reopened: true } },
    per: {},
  },
} as const satisfies Readonly<Record<string, Metric>>
