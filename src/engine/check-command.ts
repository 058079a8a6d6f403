import { dayOf, type Moment } from '../calendar/moment.ts'
import { t } from '../text.ts'
import { type Actor, rolesOn } from './actor.ts'
import { findAction, type KnownAction } from './built-in-actions.ts'
import { holds, type Values } from './condition.ts'
import { describeCondition } from './describe-condition.ts'
import type { Evidence, ItemState, Refusal } from './item.ts'
import { type Action, type AnyLedger, many } from './ledger.ts'
import { needsField, needsNote, needsProof, pastDate, refusal, samePerson, wrongRole, wrongStage } from './refusals.ts'
import { isFilled } from './values.ts'

/** The roles on the item that let this actor take the action. */
export function fittingRoles(item: ItemState, actor: Actor, action: Action) {
  const may = many(action.by)
  return rolesOn({ leadUnit: item.lead_unit, coUnits: item.co_units }, actor).filter((role) => may.includes(role))
}

/** What stands in the way whatever is filled in: stage, role, condition, the same person. */
export function standingRefusals(ledger: AnyLedger, item: ItemState, known: KnownAction, actor: Actor): Refusal[] {
  const { action } = known
  const refusals: Refusal[] = []
  if (!many(action.from).includes(item.stage)) refusals.push(wrongStage(ledger, item.stage, action))
  if (fittingRoles(item, actor, action).length === 0) refusals.push(wrongRole(action.by))
  if (action.when && !holds(action.when, item.values)) {
    const rule = describeCondition(ledger, action.when)
    refusals.push(refusal('condition', action.whenNot ?? t(`须${rule.zh}`, `Only if ${rule.en}`)))
  }
  const earlier = action.notBySamePersonAs
  if (earlier !== undefined && item.takenBy[earlier] === actor.account) {
    refusals.push(samePerson(findAction(ledger, earlier)?.action.label ?? t(earlier, earlier)))
  }
  return refusals
}

/** Proof that counts towards the action: not rejected; with `valid`, found valid by a supervisor. */
export function proofRefusals(action: Action, evidence: readonly Evidence[]): Refusal[] {
  const { proof } = action
  if (!proof) return []
  const have = evidence.filter(({ verdict }) => (proof.valid === true ? verdict === 'valid' : verdict !== 'rejected'))
  return have.length >= proof.atLeast ? [] : [needsProof(have.length, proof)]
}

/** Fields that must hold a value when the action is done. */
export function requiredRefusals(ledger: AnyLedger, keys: readonly string[], values: Values): Refusal[] {
  return keys.flatMap((key) => {
    const field = ledger.fields[key]
    return field && !isFilled(values[key]) ? [needsField(key, field.label)] : []
  })
}

export function noteRefusals(action: Action, note: string | null): Refusal[] {
  if (action.note === 'required' && note === null) return [needsNote()]
  if (action.note === 'none' && note !== null) {
    return [refusal('unknown_field', t('这个动作不收备注', 'This action takes no note'), 'note')]
  }
  return []
}

/**
 * A date that a clock is to run to lies ahead: when it is asked for, and still when it is approved. What is checked are
 * the fields that some action extends a clock to, or that this action requires for a clock it starts.
 */
export function pastDateRefusals(
  ledger: AnyLedger,
  { id, action }: KnownAction,
  values: Values,
  at: Moment,
): Refusal[] {
  const moved = Object.values(ledger.actions).map(extensionField)
  const asked = moved.filter((key) => key !== null && action.asks?.includes(key) === true)
  const checked = new Set([...asked, extensionField(action), ...startFields(ledger, id, action)])
  return [...checked].flatMap((key) => {
    if (key === null) return []
    const [day, field] = [values[key], ledger.fields[key]]
    return field && typeof day === 'string' && day <= dayOf(at) ? [pastDate(key, field.label)] : []
  })
}

function extensionField({ clock }: Action): string | null {
  return clock && 'extend' in clock ? clock.to : null
}

function startFields(ledger: AnyLedger, id: string, { requires }: Action): string[] {
  return Object.values(ledger.clocks).flatMap(({ starts, limit }) =>
    'until' in limit && many(starts).includes(id) && requires?.includes(limit.until) === true ? [limit.until] : [],
  )
}
