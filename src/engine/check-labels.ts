import type { Text } from '../text.ts'
import { type Fault, fault } from './faults.ts'
import { type AnyLedger, many } from './ledger.ts'

/** Every text of a definition is there in both languages, and the Chinese one is Chinese. */
export function checkLabels(ledger: AnyLedger): Fault[] {
  return [...texts(ledger)].flatMap(([path, text]) => {
    const faults: Fault[] = []
    if (text.zh.trim() === '') faults.push(fault(ledger.id, `${path}.zh`, 'is empty'))
    if (text.en.trim() === '') faults.push(fault(ledger.id, `${path}.en`, 'is empty'))
    if (/[\u4e00-\u9fff]/.test(text.en)) faults.push(fault(ledger.id, `${path}.en`, 'is not English'))
    if (/[A-Za-z]{3,}/.test(text.zh)) faults.push(fault(ledger.id, `${path}.zh`, 'is not Chinese'))
    return faults
  })
}

function* texts(ledger: AnyLedger): Generator<readonly [string, Text]> {
  yield ['label', ledger.label]
  yield ['code', ledger.code]
  yield ['about', ledger.about]
  yield* fieldTexts(ledger)
  for (const [id, stage] of Object.entries(ledger.stages)) yield [`stages.${id}.label`, stage.label]
  for (const [id, action] of Object.entries(ledger.actions)) {
    yield* given(`actions.${id}`, { label: action.label, past: action.past, whenNot: action.whenNot })
  }
  for (const [id, clock] of Object.entries(ledger.clocks)) {
    yield [`clocks.${id}.label`, clock.label]
    for (const [index, mark] of many(clock.mark).entries()) yield [`clocks.${id}.mark[${index}]`, mark.is]
  }
  for (const [id, metric] of Object.entries(ledger.metrics)) {
    yield* given(`metrics.${id}`, { label: metric.label, formula: metric.formula, unit: metric.unit })
  }
}

function* fieldTexts(ledger: AnyLedger): Generator<readonly [string, Text]> {
  for (const [id, field] of Object.entries(ledger.fields)) {
    yield* given(`fields.${id}`, { label: field.label, hint: field.hint, unit: field.unit })
    for (const [option, label] of Object.entries(field.options ?? {})) yield [`fields.${id}.options.${option}`, label]
  }
}

function* given(
  path: string,
  parts: Readonly<Record<string, Text | null | undefined>>,
): Generator<readonly [string, Text]> {
  for (const [name, text] of Object.entries(parts)) if (text) yield [`${path}.${name}`, text]
}
