import type { CommitmentView, ReportView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Say } from '../../i18n/lang.tsx'
import { isActive } from './desk-filters.ts'
import { stateWords } from './review-words.ts'
import { targetWords } from './target-words.ts'

const head = [
  t('序号', 'No.'),
  t('状态', 'State'),
  t('原文', 'Text'),
  t('动词', 'Verb'),
  t('对象', 'Object'),
  t('目标', 'Target'),
  t('牵头', 'Lead unit'),
  t('协办', 'Co-units'),
  t('时限', 'Deadline'),
  t('销号凭据', 'Closing proof'),
  t('行', 'Line'),
]

/** The proposals as they stand, as CSV for a spreadsheet. */
export function draftCsv(commitments: readonly CommitmentView[], nameOf: (unit: string) => string, say: Say): string {
  const rows = commitments
    .filter(isActive)
    .map(({ seq, state, text, decision, line }) => [
      String(seq),
      say(stateWords[state]),
      text,
      decision.verb,
      decision.object,
      decision.targets.map(targetWords).join('；'),
      decision.leadUnit === null ? '' : nameOf(decision.leadUnit),
      decision.coUnits.map(nameOf).join('、'),
      decision.dueOn,
      decision.proofRule,
      String(line),
    ])
  return [head.map((one) => say(one)), ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}

/** A cell that begins like a formula would be reckoned by a spreadsheet: an apostrophe keeps it text. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function downloadDraft(
  report: ReportView,
  commitments: readonly CommitmentView[],
  nameOf: (unit: string) => string,
  say: Say,
): void {
  // The mark at the head tells spreadsheets that the text is UTF-8.
  const file = new Blob(['\ufeff', draftCsv(commitments, nameOf, say)], { type: 'text/csv;charset=utf-8' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `${report.title}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}
