import type { Values } from '../engine/condition.ts'
import type { Common } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import type { FieldFault } from '../errors.ts'
import { listPosts, listUnits } from '../storage/org-store.ts'
import type { Tx } from './context.ts'
import { badFields, fault } from './refused.ts'

type Named = Partial<Pick<Common, 'lead_unit' | 'co_units' | 'leader_post'>>

/** Refuses units and posts that the city does not have, and a lead unit without a post that could own the item. */
export async function checkReferences(
  tx: Tx,
  city: string,
  ledger: AnyLedger,
  values: Values,
  common: Named,
): Promise<void> {
  const units = unitsNamed(ledger, values, common)
  const posts = postsNamed(ledger, values, common)
  if (units.length === 0 && posts.length === 0) return
  const known = await listPosts(tx, city)
  const knownUnits = new Set((await listUnits(tx, city)).map(({ id }) => id))
  const faults: FieldFault[] = [
    ...units
      .filter(({ id }) => !knownUnits.has(id))
      .map(({ field, id }) => fault(field, 'no_unit', `没有单位“${id}”`, `There is no unit “${id}”`)),
    ...posts
      .filter(({ id }) => !known.some((post) => post.id === id))
      .map(({ field, id }) => fault(field, 'no_post', `没有岗位“${id}”`, `There is no post “${id}”`)),
  ]
  const lead = common.lead_unit
  if (
    lead !== undefined &&
    knownUnits.has(lead) &&
    !known.some((post) => post.unit === lead && post.roles.includes('owner'))
  )
    faults.push(fault('lead_unit', 'no_owner', '这个单位还没有承办岗位', 'This unit has no post that owns matters'))
  if (faults.length > 0) throw badFields(faults)
}

interface Reference {
  readonly field: string
  readonly id: string
}

function unitsNamed(ledger: AnyLedger, values: Values, { lead_unit, co_units = [] }: Named): Reference[] {
  return [
    ...(lead_unit === undefined ? [] : [{ field: 'lead_unit', id: lead_unit }]),
    ...co_units.map((id) => ({ field: 'co_units', id })),
    ...ofKind(ledger, values, 'unit'),
  ]
}

function postsNamed(ledger: AnyLedger, values: Values, { leader_post }: Named): Reference[] {
  return [...(leader_post ? [{ field: 'leader_post', id: leader_post }] : []), ...ofKind(ledger, values, 'post')]
}

function ofKind(ledger: AnyLedger, values: Values, kind: 'unit' | 'post'): Reference[] {
  return Object.entries(values).flatMap(([field, id]) =>
    ledger.fields[field]?.kind === kind && typeof id === 'string' ? [{ field, id }] : [],
  )
}
