import type { ItemRow } from '../../../api/present/item.ts'
import type { Field } from '../../../engine/field.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { ledgers } from '../../../ledgers/index.ts'
import { type Lang, t, type Text } from '../../../text.ts'
import type { Dir, Sort } from './address.ts'

/** What stands in a cell: one of the table's own columns, or a field of the ledger. */
export type ColumnKind =
  | 'light'
  | 'number'
  | 'title'
  | 'ledger'
  | 'stage'
  | 'lead_unit'
  | 'co_units'
  | 'leader'
  | 'section'
  | 'opened'
  | 'rungs'
  | 'next'
  | 'left'
  | 'triple'
  | 'proof'
  | 'last'
  | 'field'

export type Column = Readonly<{
  id: string
  kind: ColumnKind
  label: Text
  /** In pixels; 0 takes what is left. */
  width: number
  align: 'left' | 'right' | 'center'
  /** The order a press on the head asks for, and its first direction. */
  sort: readonly [Sort, Dir] | null
  /** Shown until this browser's reader chooses otherwise. */
  shown: boolean
  field: Field | null
}>

type Shape = Partial<Omit<Column, 'id' | 'kind' | 'label' | 'width'>>

function column(kind: ColumnKind, label: Text, width: number, shape: Shape = {}): Column {
  return { id: kind, kind, label, width, align: 'left', sort: null, shown: true, field: null, ...shape }
}

/** English words of these columns are longer than the Chinese ones. */
const EN_WIDTHS: Partial<Record<ColumnKind, number>> = {
  light: 96,
  lead_unit: 112,
  opened: 68,
  next: 148,
  left: 96,
  last: 88,
  proof: 50,
}

export function widthOf({ kind, width }: Column, lang: Lang): number {
  return lang === 'en' ? (EN_WIDTHS[kind] ?? width) : width
}

/** Fields that are shown in a table: long words are read on the item's page. */
const WIDTHS: Partial<Record<Field['kind'], number>> = {
  choice: 94,
  number: 76,
  money: 120,
  date: 82,
  boolean: 72,
  unit: 98,
  post: 120,
}

/** At most so many choices of the ledger stand in the table from the start (类别, 程度). */
const CHOICES_SHOWN = 2

/** Every column that a ledger offers, in the order of the table; without a ledger, those that all items have. */
export function columnsOf(ledger: AnyLedger | null): readonly Column[] {
  return [
    column('light', t('灯', 'Light'), 78, { sort: ['gravity', 'asc'] }),
    column('number', t('编号', 'No.'), ledger ? 52 : 76, { sort: ['number', 'asc'] }),
    column('title', t('事项', 'Item'), 0, { sort: ['title', 'asc'] }),
    ...(ledger ? fieldColumns(ledger) : [column('ledger', t('台账', 'Ledger'), 52)]),
    column('section', t('章节', 'Section'), 52, { align: 'center', shown: ledger?.id === 'work_report_task' }),
    column('stage', t('环节', 'Stage'), 90, { shown: false }),
    column('lead_unit', t('牵头单位', 'Lead unit'), 96, { sort: ['unit', 'asc'] }),
    column('co_units', t('协办单位', 'Co-units'), 120, { shown: false }),
    column('leader', t('分管领导', 'Leader'), 110, { shown: false }),
    column('opened', t('交办', 'Issued'), 64, { align: 'right', sort: ['opened', 'desc'] }),
    column('rungs', t('时限', 'Clocks'), rungWidth(ledger)),
    column('next', t('下一时限', 'Next limit'), 130, { sort: ['due', 'asc'] }),
    column('left', t('还剩', 'Left'), 78),
    column('triple', t('报 证 时', 'R E S'), 80, { align: 'center' }),
    column('proof', t('佐证', 'Proof'), 44, { align: 'right' }),
    column('last', t('最近记录', 'Last entry'), 72, { align: 'right', sort: ['recent', 'desc'] }),
  ]
}

function fieldColumns(ledger: AnyLedger): Column[] {
  const early = choiceIds(ledger).slice(0, CHOICES_SHOWN)
  const rank = (id: string) => (early.includes(id) ? early.indexOf(id) : early.length)
  return Object.entries(ledger.fields)
    .flatMap(([id, field]) => {
      const width = WIDTHS[field.kind]
      if (width === undefined) return []
      const align = field.kind === 'number' || field.kind === 'money' || field.kind === 'date' ? 'right' : 'left'
      const fitting = field.kind === 'choice' ? choiceWidth(field) : width
      return [{ ...column('field', field.label, fitting, { align, field, shown: early.includes(id) }), id: `f.${id}` }]
    })
    .sort((a, b) => rank(a.id.slice(2)) - rank(b.id.slice(2)))
}

/** The marked clocks of the ledger and the closing 0; across ledgers the most that any has. */
function rungWidth(ledger: AnyLedger | null): number {
  const rungs = (one: AnyLedger) => Object.values(one.clocks).filter(({ mark }) => mark !== undefined).length + 1
  const most = Math.max(...(ledger ? [ledger] : ledgers).map(rungs))
  return 12 + most * 25
}

/** Wide enough for the longest option, no narrower than its head. */
function choiceWidth({ options, label }: Field): number {
  const longest = Math.max(label.zh.length, ...Object.values(options ?? {}).map(({ zh }) => zh.length))
  return Math.min(112, 14 + longest * 13.5)
}

/** The choices a ledger is opened with: what items are sorted and filtered by. */
export function choiceIds(ledger: AnyLedger): string[] {
  return ledger.create.asks.filter((id) => ledger.fields[id]?.kind === 'choice')
}

/** The chosen columns in the order of the table; ids that the ledger no longer has are passed over. */
export function shownColumns(all: readonly Column[], chosen: readonly string[] | null): readonly Column[] {
  return all.filter(({ id, kind, shown }) => kind === 'title' || (chosen === null ? shown : chosen.includes(id)))
}

/** Marks that head the rungs of a ledger: 1 · 3 · 7 · 0. Taken from a row, since gravity may change one of them. */
export function rungHead(rows: readonly ItemRow[], say: (text: Text) => string): string | null {
  const marks = rows[0]?.rungs.map(({ mark }) => say(mark))
  return marks && marks.length > 1 ? marks.join(' · ') : null
}

export function alignClass(column: Column | undefined): string {
  return column?.align === 'right' ? 'r' : column?.align === 'center' ? 'c' : ''
}
