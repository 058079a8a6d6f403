import type { FieldKind } from './field.ts'
import { type AnyLedger, entryFor } from './ledger.ts'

/** A fault in a definition: 'supervision_13710.actions.extend.requires[1]', 'no such field'. */
export interface Fault {
  readonly path: string
  readonly what: string
}

export function fault(ledgerId: string, path: string, what: string): Fault {
  return { path: `${ledgerId}.${path}`, what }
}

/** Collects the faults of one definition; its checks say whether the thing was in order. */
export class FaultList {
  readonly faults: Fault[] = []
  readonly ledger: AnyLedger

  constructor(ledger: AnyLedger) {
    this.ledger = ledger
  }

  must(inOrder: boolean, path: string, what: string): boolean {
    if (!inOrder) this.faults.push(fault(this.ledger.id, path, what))
    return inOrder
  }

  field(path: string, id: string): boolean {
    return this.must(entryFor(this.ledger.fields, id) !== undefined, path, 'no such field')
  }

  fields(path: string, ids: readonly string[]): void {
    ids.forEach((id, index) => {
      this.field(`${path}[${index}]`, id)
      this.must(ids.indexOf(id) === index, `${path}[${index}]`, 'stands twice')
    })
  }

  fieldOf(path: string, id: string, kinds: readonly FieldKind[]): void {
    const kind = entryFor(this.ledger.fields, id)?.kind
    if (this.field(path, id) && kind) this.must(kinds.includes(kind), path, `is a ${kind}, not a ${kinds.join(' or ')}`)
  }

  stage(path: string, id: string): void {
    this.must(entryFor(this.ledger.stages, id) !== undefined, path, 'no such stage')
  }

  action(path: string, id: string): void {
    this.must(entryFor(this.ledger.actions, id) !== undefined, path, 'no such action')
  }

  clock(path: string, id: string): void {
    this.must(entryFor(this.ledger.clocks, id) !== undefined, path, 'no such clock')
  }
}
