import { asTest, type Condition } from './condition.ts'
import type { FaultList } from './faults.ts'

/** Every field of a condition exists, and what it is compared with is a value of that field. */
export function checkCondition(list: FaultList, path: string, condition: Condition): void {
  const c = condition as Readonly<Record<string, unknown>>
  for (const word of ['all', 'any']) {
    const parts = c[word]
    if (!Array.isArray(parts)) continue
    list.must(parts.length > 0, `${path}.${word}`, 'has no parts')
    parts.forEach((part: Condition, index) => checkCondition(list, `${path}.${word}[${index}]`, part))
    return
  }
  if (typeof c['not'] === 'object' && c['not'] !== null) {
    checkCondition(list, `${path}.not`, c['not'])
    return
  }
  for (const [key, test] of Object.entries(c)) checkTest(list, `${path}.${key}`, key, test)
}

function checkTest(list: FaultList, path: string, key: string, test: unknown): void {
  if (!list.field(path, key)) return
  const field = list.ledger.fields[key]
  const { is, in: options } = asTest(test)
  const compared = [...(is === undefined ? [] : [is]), ...(options ?? [])]
  for (const value of compared) {
    const valid = field?.schema.safeParse(value).success === true
    list.must(valid, path, `${JSON.stringify(value)} is no value of this field`)
  }
}
