import { type AnyLedger, entryFor } from '../engine/ledger.ts'
import { keyProject } from './key-project.ts'
import { specialTask } from './special-task.ts'
import { supervision13710 } from './supervision-13710.ts'
import { workReportTask } from './work-report-task.ts'

/** Every ledger of the product, in the order of the navigation. */
export const ledgers: readonly AnyLedger[] = [workReportTask, specialTask, supervision13710, keyProject]

const byId: Readonly<Record<string, AnyLedger>> = Object.fromEntries(ledgers.map((ledger) => [ledger.id, ledger]))

export function findLedger(id: string): AnyLedger | undefined {
  return entryFor(byId, id)
}

/** Throws on an id that no ledger has. */
export function getLedger(id: string): AnyLedger {
  const ledger = findLedger(id)
  if (!ledger) throw new Error(`there is no ledger ${id}`)
  return ledger
}
