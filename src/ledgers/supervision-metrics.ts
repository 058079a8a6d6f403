import type { Metric } from '../engine/ledger.ts'
import { t } from '../text.ts'

/**
 * No official formula of the 办结率 was found, so the two that are in use stand side by side, each with its name
 * (domain handbook §1.1); the report's own 95 % does not say which it is.
 */
export const supervisionMetrics = {
  closing_rate_issued: {
    label: t('办结率（销号÷交办）', 'Closing rate (closed ÷ issued)'),
    formula: t('已销号 ÷ 累计交办', 'closed ÷ all issued so far'),
    of: { stage: ['closed'] },
    per: {},
    target: { atLeast: 95 },
  },
  closing_rate_due: {
    label: t('办结率（销号÷应结）', 'Closing rate (closed ÷ due)'),
    formula: t(
      '办结时限已到的事项中已销号的 ÷ 办结时限已到的事项',
      'of the items whose limit has come: closed ÷ all of them',
    ),
    of: { stage: ['closed'], dueSoFar: 'settle' },
    per: { dueSoFar: 'settle' },
    target: { atLeast: 95 },
  },
  in_time_rate: {
    label: t('按期办结率', 'On-time closing rate'),
    formula: t(
      '办结时限已到的事项中，按时申请销号且已销号的 ÷ 办结时限已到的事项；转长期推进的不算按期',
      'of the items whose limit has come: handed in on time and closed ÷ all of them; long-term matters do not count as on time',
    ),
    of: {
      stage: ['closed'],
      dueSoFar: 'settle',
      met: { clock: 'settle', inTime: true },
      values: { not: { long_term: true } },
    },
    per: { dueSoFar: 'settle' },
  },
  sign_rate: {
    label: t('签收及时率', 'Signed in time'),
    formula: t('当天签收 ÷ 签收时限已到的事项', 'signed for the same day ÷ items whose limit for signing has come'),
    of: { dueSoFar: 'sign', met: { clock: 'sign', inTime: true } },
    per: { dueSoFar: 'sign' },
  },
  feedback_rate: {
    label: t('三日反馈率', 'Three-day report rate'),
    formula: t('按时首次反馈 ÷ 首次反馈时限已到的事项', 'first reported in time ÷ items whose limit for it has come'),
    of: { dueSoFar: 'feedback', met: { clock: 'feedback', inTime: true } },
    per: { dueSoFar: 'feedback' },
  },
  extension_rate: {
    label: t('延期率', 'Extension rate'),
    formula: t('批准过延期或转长期推进的 ÷ 累计交办', 'extended or made long-term ÷ all issued so far'),
    of: { values: { extended: true } },
    per: {},
  },
  reopened_rate: {
    label: t('返销率', 'Reopening rate'),
    formula: t('返销过的 ÷ 累计交办', 'reopened at least once ÷ all issued so far'),
    of: { values: { reopened: true } },
    per: {},
  },
  overdue: {
    label: t('逾期', 'Overdue'),
    formula: t('办结时限已过、还没申请销号的事项', 'items past their limit and not handed in'),
    of: { late: 'settle' },
    unit: t('件', 'items'),
  },
  long_term: {
    label: t('长期推进', 'Long-term'),
    formula: t('现在长期推进的事项', 'items that now run long-term'),
    of: { stage: ['long_term'] },
    unit: t('件', 'items'),
  },
} as const satisfies Readonly<Record<string, Metric>>
