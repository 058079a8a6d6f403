import { useMemo } from 'react'
import type { CommitmentLabel } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { FilterChip, ToggleChip } from '../../parts/chip.tsx'
import { Kind, kindWords } from '../../parts/kind.tsx'
import { useUnits } from './desk-units.tsx'
import type { Filters } from './desk-filters.ts'
import { digitFilters } from './use-desk-keys.ts'
import type { Desk } from './use-desk.ts'

const kinds: readonly CommitmentLabel[] = ['number', 'state', 'trend', 'activity']
const others: readonly (readonly [key: string, label: Text, on: (now: Filters) => boolean])[] = [
  ['7', t('把握低于 0.8', 'Below 0.8'), (now) => now.low],
  ['8', t('缺牵头', 'No lead'), (now) => now.noLead],
  ['9', t('写明时限', 'Stated deadline'), (now) => now.stated],
]

/** The chips over the desk; set ones are tinted and stand in the address. Keys 1–9 press them. */
export function FilterBar({ desk }: { desk: Desk }) {
  const say = useT()
  const { counts, filters, setFilters } = desk
  const press = (key: string) => {
    const found = digitFilters.find((one) => one.key === key)
    if (found) setFilters(found.change(filters))
  }
  const numbers: Readonly<Record<string, number>> = { 7: counts.low, 8: counts.noLead, 9: counts.stated }
  return (
    <div className="row flt" role="group" aria-label={say(t('筛选', 'Filters'))}>
      <ToggleChip on={filters.state === 'pending'} onChange={() => press('1')}>
        {say(t('待审', 'To review'))} {counts.pending}
      </ToggleChip>
      <ToggleChip on={filters.state === 'all'} onChange={() => press('2')}>
        {say(t('全部', 'All'))} {counts.total}
      </ToggleChip>
      <span className="vbar" />
      {kinds.map((kind, at) => (
        <ToggleChip key={kind} on={filters.label === kind} onChange={() => press(String(at + 3))}>
          <span title={say(kindWords[kind])}>
            <Kind kind={kind} />
          </span>
          {counts.byLabel[kind]}
        </ToggleChip>
      ))}
      <span className="vbar" />
      {others.map(([key, label, on]) => (
        <ToggleChip key={key} on={on(filters)} onChange={() => press(key)} count={numbers[key] ?? 0}>
          {say(label)}
        </ToggleChip>
      ))}
      <ToggleChip
        on={filters.state === 'later'}
        onChange={(on) => setFilters({ state: on ? 'later' : 'pending' })}
        count={counts.later}
      >
        {say(t('留待', 'Later'))}
      </ToggleChip>
      <span className="sp" />
      <Places desk={desk} />
    </div>
  )
}

/** （五）以城乡融合…: a numbered section with its number, the overall targets by their name. */
function sectionWords(id: string, title: string): string {
  return /^[一二三四五六七八九十]+$/.test(id) && !title.startsWith('（') ? `（${id}）${title}` : title
}

/** By section of the report and by unit. */
function Places({ desk }: { desk: Desk }) {
  const say = useT()
  const { nameOf } = useUnits()
  const { filters, setFilters, report, commitments } = desk
  const units = useMemo(() => {
    const counts = new Map<string, number>()
    for (const { decision } of commitments)
      for (const unit of new Set([...(decision.leadUnit === null ? [] : [decision.leadUnit]), ...decision.coUnits]))
        counts.set(unit, (counts.get(unit) ?? 0) + 1)
    return [...counts].toSorted((a, b) => b[1] - a[1]).map(([id, count]) => ({ id, label: nameOf(id), count }))
  }, [commitments, nameOf])
  return (
    <>
      <FilterChip
        label={say(t('单位', 'Unit'))}
        multiple={false}
        options={units}
        value={filters.unit === null ? [] : [filters.unit]}
        onChange={([unit = null]) => setFilters({ unit })}
      />
      <FilterChip
        label={say(t('章节', 'Section'))}
        multiple={false}
        options={report.sections.map(({ id, title, total }) => ({ id, label: sectionWords(id, title), count: total }))}
        value={filters.section === null ? [] : [filters.section]}
        onChange={([section = null]) => setFilters({ section })}
      />
    </>
  )
}
