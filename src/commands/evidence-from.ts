import { parseDay } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { NewEvidence } from '../engine/item.ts'
import { findFileInfo } from '../storage/file-store.ts'
import type { FieldFault } from '../errors.ts'
import type { Context, Tx } from './context.ts'
import { badFields, fault } from './refused.ts'

/** A proof as handed in with an action: the file was uploaded before. */
export interface HandedIn {
  readonly sha256: string
  readonly name: string
  readonly kind?: string
  readonly place?: string | null
  readonly takenOn?: string | null
  readonly amount?: number | null
}

/** The proofs with type and size of the stored files. Refuses files that were never uploaded and impossible days. */
export async function evidenceFrom(tx: Tx, context: Context, handedIn: readonly HandedIn[]): Promise<NewEvidence[]> {
  const proofs: NewEvidence[] = []
  const faults: FieldFault[] = []
  for (const [index, proof] of handedIn.entries()) {
    const field = `evidence.${index}`
    faults.push(...factFaults(proof, field, dayOf(context.now())))
    const info = await findFileInfo(tx, context.city, proof.sha256)
    if (info === null) {
      faults.push(
        fault(field, 'no_file', `“${proof.name}”没有上传成功，请重新上传`, `“${proof.name}” was not uploaded`),
      )
      continue
    }
    proofs.push({
      id: context.newId(),
      sha256: info.sha256,
      name: proof.name,
      type: info.type,
      size: info.size,
      kind: proof.kind ?? (info.type.startsWith('image/') ? 'photo' : 'document'),
      place: proof.place ?? null,
      takenOn: proof.takenOn ?? null,
      amount: proof.amount ?? null,
    })
  }
  if (faults.length > 0) throw badFields(faults)
  return proofs
}

function factFaults({ name, takenOn, amount }: HandedIn, field: string, today: string): FieldFault[] {
  const faults: FieldFault[] = []
  if (takenOn != null && (parseDay(takenOn) === null || takenOn > today))
    faults.push(fault(`${field}.takenOn`, 'bad_day', `“${name}”的拍摄日期不对`, `The day of “${name}” is not valid`))
  if (amount != null && !(Number.isFinite(amount) && amount >= 0))
    faults.push(fault(`${field}.amount`, 'bad_amount', `“${name}”的数量不对`, `The amount of “${name}” is not valid`))
  return faults
}
