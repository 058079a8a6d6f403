import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { findLedger, ledgers } from '../../../ledgers/index.ts'
import { t, type Text } from '../../../text.ts'
import { useUnitOptions } from '../../fields/units.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { FilterChip, type FilterOption } from '../../parts/chip.tsx'
import { lightWords } from '../../parts/light.tsx'
import { MenuButton } from '../../parts/menu.tsx'
import { Icon } from '../../parts/icon.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { addressOf, isFiltered, withoutFilters, withValues } from './address.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { choiceIds } from './column-list.ts'
import { DateChip } from './date-chip.tsx'
import { FigureChips } from './figure-chips.tsx'
import type { Columns } from './use-columns.ts'

type FiltersProps = {
  ledger: string
  params: URLSearchParams
  total: number | undefined
  columns: Columns | null
}

type Chip = Readonly<{ key: string; label: Text; options: readonly FilterOption[]; always: boolean }>

/** The row of filters: what is set is tinted with an ×, everything stands in the address. */
export function Filters({ ledger, params, total, columns }: FiltersProps) {
  const say = useT()
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<readonly string[]>([])
  const chips = useChips(findLedger(ledger) ?? null)
  const go = (next: URLSearchParams) => navigate(addressOf(ledger, next), { replace: true })
  const isShown = (chip: Chip) => chip.always || params.has(chip.key) || opened.includes(chip.key)
  const more = chips.filter((chip) => !isShown(chip))
  return (
    <div className="row flt">
      <Search ledger={ledger} params={params} total={total} />
      <FigureChips params={params} onChange={go} />
      {chips.filter(isShown).map((chip) => (
        <FilterChip
          key={chip.key}
          label={say(chip.label)}
          options={chip.options}
          value={params.getAll(chip.key)}
          onChange={(values) => go(withValues(params, chip.key, values))}
        />
      ))}
      <DateChip params={params} onChange={go} />
      {more.length > 0 && (
        <MenuButton
          label={say(t('加条件', 'Add a condition'))}
          className="chip"
          placement="bottom start"
          actions={more.map(({ key, label }) => ({
            id: key,
            label: say(label),
            onAction: () => setOpened([...opened, key]),
          }))}
        >
          <Icon name="plus" size="xs" />
          {say(t('条件', 'Condition'))}
        </MenuButton>
      )}
      {isFiltered(params) && (
        <Button small look="text" onPress={() => go(withoutFilters(params))}>
          {say(t('清除', 'Clear'))}
        </Button>
      )}
      <span className="sp" />
      {columns && <ColumnChooser columns={columns} />}
    </div>
  )
}

/** Typed words are asked for after a short rest; an address from elsewhere replaces them. */
const REST_MS = 250

function Search({ ledger, params, total }: Omit<FiltersProps, 'columns'>) {
  const say = useT()
  const [, navigate] = useLocation()
  const set = params.get('q') ?? ''
  const [typed, setTyped] = useState(set)
  const [seen, setSeen] = useState(set)
  if (seen !== set) {
    setSeen(set)
    if (typed.trim() !== set) setTyped(set)
  }
  const rest = params.toString()
  useEffect(() => {
    if (typed.trim() === set) return
    const timer = setTimeout(() => {
      const next = withValues(new URLSearchParams(rest), 'q', [typed.trim()])
      navigate(addressOf(ledger, next), { replace: true })
    }, REST_MS)
    return () => clearTimeout(timer)
  }, [typed, set, rest, ledger, navigate])
  const label =
    total === undefined || set !== ''
      ? say(t('在事项中查找', 'Search items'))
      : say(t('在 {n} 项中查找', 'Search {n} items'), { n: total })
  return <SearchField className="fsrch" label={label} value={typed} onChange={setTyped} />
}

/** Which choices are on the row from the start, as in the table. */
const CHOICES_ALWAYS = 2
const SECTIONS = ['目', '一', '二', '三', '四', '五', '六', '七', '八']

function useChips(ledger: AnyLedger | null): readonly Chip[] {
  const say = useT()
  const units = useUnitOptions()
  const options = (table: Readonly<Record<string, Text>>): FilterOption[] =>
    Object.entries(table).map(([id, label]) => ({ id, label: say(label) }))
  const { mute: _mute, ...lights } = lightWords
  const common: Chip[] = [
    {
      key: 'unit',
      label: t('牵头单位', 'Lead unit'),
      options: units.map(({ id, short }) => ({ id, label: short })),
      always: true,
    },
    { key: 'light', label: t('灯', 'Light'), options: options(lights), always: true },
    {
      key: 'silent',
      label: t('静默', 'Silence'),
      options: [{ id: '1', label: say(t('静默的', 'silent')) }],
      always: false,
    },
  ]
  if (!ledger) {
    const books = ledgers.map(({ id, label }) => ({ id, label: say(label) }))
    return [{ key: 'ledger', label: t('台账', 'Ledger'), options: books, always: true }, ...common, sectionChip(false)]
  }
  const early = choiceIds(ledger).slice(0, CHOICES_ALWAYS)
  const choices = Object.entries(ledger.fields).flatMap(([id, field]): Chip[] => {
    const key = `f.${id}`
    if (field.kind === 'boolean') {
      const yes = [{ id: 'true', label: say(t('是', 'yes')) }]
      return [{ key, label: field.label, options: yes, always: false }]
    }
    return field.options
      ? [{ key, label: field.label, options: options(field.options), always: early.includes(id) }]
      : []
  })
  const stages = Object.fromEntries(Object.entries(ledger.stages).map(([id, { label }]) => [id, label]))
  const stage: Chip = { key: 'stage', label: t('环节', 'Stage'), options: options(stages), always: true }
  return [...choices, ...common, stage, sectionChip(ledger.id === 'work_report_task')].sort(
    (a, b) => Number(b.always) - Number(a.always),
  )
}

function sectionChip(always: boolean): Chip {
  const options = SECTIONS.map((id) => ({ id, label: id }))
  return { key: 'section', label: t('章节', 'Section'), options, always }
}
