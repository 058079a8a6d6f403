import { useLayoutEffect, useMemo, useRef } from 'react'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { useKeys } from '../../parts/keys.tsx'
import type { KeyBinding } from '../../parts/keys.tsx'
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

/** The single keys of the desk. They read the desk as it is when pressed, so they are registered once. */
export function useDeskKeys(desk: Desk, { toSource, toWhy }: DeskKeys): void {
  const latest = useRef({ desk, toSource, toWhy })
  useLayoutEffect(() => {
    latest.current = { desk, toSource, toWhy }
  })
  const bindings = useMemo((): KeyBinding[] => {
    const on = (keys: string, label: Text, run: (now: Desk) => void) => ({
      keys,
      label,
      run: () => run(latest.current.desk),
    })
    return [
      on('J', t('下一条', 'Next'), (now) => now.move(1)),
      on('K', t('上一条', 'Previous'), (now) => now.move(-1)),
      on('A', t('接受', 'Accept'), (now) => now.accept()),
      on('E', t('修改', 'Edit'), () => focusField('verb')),
      on('M', t('与下一条合并', 'Merge with the next'), (now) => now.merge()),
      on('S', t('拆分', 'Split'), (now) => now.setMode(now.locked ? 'view' : 'split')),
      on('R', t('不是承诺', 'Not a promise'), (now) => now.setMode(now.locked ? 'view' : 'reject')),
      on('O', t('牵头', 'Lead unit'), () => focusField('lead')),
      on('D', t('时限', 'Deadline'), () => focusField('due')),
      on('T', t('目标', 'Target'), () => focusField('target0')),
      on('L', t('留待', 'Later'), (now) => now.later()),
      on('G', t('到原文', 'To the source'), () => latest.current.toSource()),
      on('W', t('为什么', 'Why'), () => latest.current.toWhy()),
      on('Z', t('撤销', 'Undo'), (now) => !now.locked && now.takeBack()),
      ...digitFilters.map(({ key, label, change }) => on(key, label, (now) => now.setFilters(change(now.filters)))),
      on('0', t('留待', 'Later'), (now) =>
        now.setFilters({ state: now.filters.state === 'later' ? 'pending' : 'later' }),
      ),
      on('Escape', t('收起', 'Close'), (now) => now.setMode('view')),
    ]
  }, [])
  useKeys(title, bindings)
}
