import { dayText } from '../calendar/day.ts'
import { t, type Text } from '../text.ts'
import { CREATE_LABEL, findAction } from './built-in-actions.ts'
import { COMMON_LABELS } from './common-faults.ts'
import type { Field } from './field.ts'
import type { Quantity } from './fields.ts'
import type { Change, Entry } from './item.ts'
import { type AnyLedger, entryFor } from './ledger.ts'
import { isCommonKey } from './values.ts'

/** Names behind ids; null where an id is not known. */
export interface Lookups {
  readonly unit: (id: string) => Text | null
  readonly post: (id: string) => Text | null
}

const NONE = t('—', '—')

/** A value in words: an option's label, a unit's name, 1,200.5 元. '—' where nothing is filled in. */
export function valueText(field: Field, value: unknown, lookups: Lookups): Text {
  if (value === null || value === undefined || value === '') return NONE
  const said = plain(value).zh
  switch (field.kind) {
    case 'choice':
      return field.options?.[said] ?? plain(value)
    case 'boolean':
      return value === true ? t('是', 'yes') : t('否', 'no')
    case 'date':
      return t(dayText(said, 'zh'), dayText(said, 'en'))
    case 'unit':
      return lookups.unit(said) ?? plain(value)
    case 'post':
      return lookups.post(said) ?? plain(value)
    case 'money':
    case 'number':
      return withUnit(grouped(said), field.unit)
    case 'quantity':
      return plain((value as Quantity).text)
    case 'quantities':
      return listed((value as readonly Quantity[]).map(({ text }) => plain(text)))
    case 'text':
      return plain(value)
  }
}

export interface ChangeText {
  readonly key: string
  readonly label: Text
  /** Null where nothing stood before, or nothing stands after. */
  readonly from: Text | null
  readonly to: Text | null
}

export interface EntryText {
  readonly label: Text
  readonly changes: readonly ChangeText[]
}

/** One row of the timeline in words: what was done, and what it changed. */
export function entryText(ledger: AnyLedger, entry: Entry, lookups: Lookups): EntryText {
  const action = findAction(ledger, entry.action)?.action
  const label = entry.action === 'create' ? CREATE_LABEL : (action?.past ?? action?.label ?? plain(entry.action))
  return {
    label,
    changes: Object.entries(entry.changes).map(([key, change]) => changeText(ledger, key, change, lookups)),
  }
}

/** The name of a column: a common one or a field of the ledger. */
export function keyLabel(ledger: AnyLedger, key: string): Text {
  if (isCommonKey(key)) return COMMON_LABELS[key]
  return entryFor(ledger.fields, key)?.label ?? plain(key)
}

function changeText(ledger: AnyLedger, key: string, { from, to }: Change, lookups: Lookups): ChangeText {
  const say = (value: unknown) => (isEmpty(value) ? null : columnText(ledger, key, value, lookups))
  return { key, label: keyLabel(ledger, key), from: say(from), to: say(to) }
}

function columnText(ledger: AnyLedger, key: string, value: unknown, lookups: Lookups): Text {
  const field = entryFor(ledger.fields, key)
  if (field) return valueText(field, value, lookups)
  if (key === 'lead_unit') return lookups.unit(plain(value).zh) ?? plain(value)
  if (key === 'leader_post') return lookups.post(plain(value).zh) ?? plain(value)
  if (key === 'co_units' && Array.isArray(value)) {
    return listed(value.map((id) => lookups.unit(plain(id).zh) ?? plain(id)))
  }
  return plain(value)
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function withUnit(number: string, unit: Text | null): Text {
  return unit ? t(`${number} ${unit.zh}`, `${number} ${unit.en}`) : plain(number)
}

/** '1234567.5' → '1,234,567.5' */
function grouped(number: string): string {
  const [whole = '', fraction] = number.split('.')
  const marked = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? marked : `${marked}.${fraction}`
}

function listed(parts: readonly Text[]): Text {
  return t(parts.map(({ zh }) => zh).join('、'), parts.map(({ en }) => en).join(', '))
}

function plain(value: unknown): Text {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return t(text, text)
}
