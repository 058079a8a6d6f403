import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { useKeys } from '../../parts/keys.tsx'
import type { Filters } from './desk-filters.ts'
import { focusField } from './use-desk.ts'
import type { Desk } from './use-desk.ts'

const title = t('报告台', 'Report desk')

/** The chips in their order; each stands under its digit. */
export const digitFilters: readonly Readonly<{
  key: string
  label: Text
  change: (now: Filters) => Partial<Filters>
}>[] = [
  { key: '1', label: t('待审', 'To review'), change: () => ({ state: 'pending' }) },
  { key: '2', label: t('全部', 'All'), change: () => ({ state: 'all' }) },
  {
    key: '3',
    label: t('只看数', 'Numbers only'),
    change: (now) => ({ label: now.label === 'number' ? null : 'number' }),
  },
  { key: '4', label: t('只看状', 'States only'), change: (now) => ({ label: now.label === 'state' ? null : 'state' }) },
  { key: '5', label: t('只看势', 'Trends only'), change: (now) => ({ label: now.label === 'trend' ? null : 'trend' }) },
  {
    key: '6',
    label: t('只看行', 'Activities only'),
    change: (now) => ({ label: now.label === 'activity' ? null : 'activity' }),
  },
  { key: '7', label: t('把握低于 0.8', 'Confidence below 0.8'), change: (now) => ({ low: !now.low }) },
  { key: '8', label: t('缺牵头', 'No lead unit'), change: (now) => ({ noLead: !now.noLead }) },
  { key: '9', label: t('写明时限', 'Stated deadline'), change: (now) => ({ stated: !now.stated }) },
]

export type DeskKeys = Readonly<{ toSource: () => void; toWhy: () => void }>

/** The single keys of the desk. */
export function useDeskKeys(desk: Desk, { toSource, toWhy }: DeskKeys): void {
  const { locked } = desk
  useKeys(title, [
    { keys: 'J', label: t('下一条', 'Next'), run: () => desk.move(1) },
    { keys: 'K', label: t('上一条', 'Previous'), run: () => desk.move(-1) },
    { keys: 'A', label: t('接受', 'Accept'), run: desk.accept },
    { keys: 'E', label: t('修改', 'Edit'), run: () => focusField('verb') },
    { keys: 'M', label: t('与下一条合并', 'Merge with the next'), run: desk.merge },
    { keys: 'S', label: t('拆分', 'Split'), run: () => desk.setMode(locked ? 'view' : 'split') },
    { keys: 'R', label: t('不是承诺', 'Not a promise'), run: () => desk.setMode(locked ? 'view' : 'reject') },
    { keys: 'O', label: t('牵头', 'Lead unit'), run: () => focusField('lead') },
    { keys: 'D', label: t('时限', 'Deadline'), run: () => focusField('due') },
    { keys: 'T', label: t('目标', 'Target'), run: () => focusField('target0') },
    { keys: 'L', label: t('留待', 'Later'), run: desk.later },
    { keys: 'G', label: t('到原文', 'To the source'), run: toSource },
    { keys: 'W', label: t('为什么', 'Why'), run: toWhy },
    { keys: 'Z', label: t('撤销', 'Undo'), run: () => !locked && desk.takeBack() },
    ...digitFilters.map(({ key, label, change }) => ({
      keys: key,
      label,
      run: () => desk.setFilters(change(desk.filters)),
    })),
    {
      keys: '0',
      label: t('只看留待', 'Left for later only'),
      run: () => desk.setFilters({ state: desk.filters.state === 'later' ? 'pending' : 'later' }),
    },
    { keys: 'Escape', label: t('收起', 'Close'), run: () => desk.setMode('view') },
  ])
}
