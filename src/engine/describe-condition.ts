import { dayText } from '../calendar/day.ts'
import { t, type Text } from '../text.ts'
import { asTest, type Condition, type Test } from './condition.ts'
import type { Field } from './field.ts'
import type { AnyLedger } from './ledger.ts'

/** A condition as a sentence for a clerk: 程度为“重大”，且延期申请已填. */
export function describeCondition(ledger: AnyLedger, condition: Condition): Text {
  const c = condition as Readonly<Record<string, unknown>>
  if (Array.isArray(c['all'])) return allOf((c['all'] as Condition[]).map((part) => describeCondition(ledger, part)))
  if (Array.isArray(c['any'])) return anyOf((c['any'] as Condition[]).map((part) => describeCondition(ledger, part)))
  if (typeof c['not'] === 'object' && c['not'] !== null && !Array.isArray(c['not'])) {
    const inner = describeCondition(ledger, c['not'])
    return t(`不是“${inner.zh}”`, `not (${inner.en})`)
  }
  return allOf(Object.entries(c).map(([key, test]) => describeTest(ledger.fields[key], key, asTest(test))))
}

function describeTest(field: Field | undefined, key: string, test: Test): Text {
  const label = field?.label ?? t(key, key)
  const parts: Text[] = []
  if (test.is !== undefined) parts.push(isText(label, field, test.is))
  if (test.in !== undefined) {
    const options = test.in.map((value) => plainValue(field, value))
    parts.push(
      t(
        `${label.zh}为${options.map(({ zh }) => zh).join('或')}`,
        `${label.en} is ${options.map(({ en }) => en).join(' or ')}`,
      ),
    )
  }
  if (test.atLeast !== undefined) parts.push(bound(label, '不少于', 'at least', plainValue(field, test.atLeast)))
  if (test.atMost !== undefined) parts.push(bound(label, '不多于', 'at most', plainValue(field, test.atMost)))
  if (test.filled === true) parts.push(t(`已填“${label.zh}”`, `${label.en} is filled in`))
  if (test.filled === false) parts.push(t(`没填“${label.zh}”`, `${label.en} is not filled in`))
  return allOf(parts)
}

function isText(label: Text, field: Field | undefined, value: string | number | boolean): Text {
  if (value === true) return label
  if (value === false) return t(`未${label.zh}`, `not ${label.en}`)
  const said = plainValue(field, value)
  return t(`${label.zh}为“${said.zh}”`, `${label.en} is “${said.en}”`)
}

function bound(label: Text, zh: string, en: string, value: Text): Text {
  return t(`${label.zh}${zh} ${value.zh}`, `${label.en} is ${en} ${value.en}`)
}

function plainValue(field: Field | undefined, value: string | number | boolean): Text {
  const option = field?.options?.[String(value)]
  if (option) return option
  if (field?.kind === 'date' && typeof value === 'string') return t(dayText(value, 'zh'), dayText(value, 'en'))
  return t(String(value), String(value))
}

function allOf(parts: readonly Text[]): Text {
  if (parts.length === 0) return t('任何情形', 'always')
  return t(parts.map(({ zh }) => zh).join('，且'), parts.map(({ en }) => en).join(' and '))
}

function anyOf(parts: readonly Text[]): Text {
  return t(parts.map(({ zh }) => zh).join('，或'), parts.map(({ en }) => en).join(' or '))
}
