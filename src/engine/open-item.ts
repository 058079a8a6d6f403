import type { Moment } from '../calendar/moment.ts'
import { type Actor, rolesOn } from './actor.ts'
import { type Context, openingState } from './apply-entry.ts'
import { cleanCoUnits, parseCommon } from './common-faults.ts'
import { requiredRefusals } from './check-command.ts'
import type { Values } from './condition.ts'
import { parseValues } from './field-faults.ts'
import { COMMON_KEYS, type Common, type Entry, type NewEvidence, type Refusal } from './item.ts'
import { type AnyLedger, many } from './ledger.ts'
import { wrongRole } from './refusals.ts'
import { entryActor, newProof, type Outcome } from './transition.ts'
import { changesOf } from './values.ts'

export interface NewItem {
  readonly id: string
  /** The business number: 督0412. */
  readonly number: string
  readonly common: Common
  /** By field id; only fields that `create.asks` names. */
  readonly values: Values
  readonly actor: Actor
  readonly at: Moment
  readonly entryId: string
  readonly note?: string | null
  readonly evidence?: readonly NewEvidence[]
}

/** Opens an item (交办): its first entry, action 'create', seq 1. Refuses like `transition`, with every reason at once. */
export function openItem(ledger: AnyLedger, input: NewItem, ctx: Context): Outcome {
  const { common, values, refusals } = checked(ledger, input)
  if (refusals.length > 0) return { ok: false, refusals }
  const stated: Values = { ...common, co_units: cleanCoUnits(common.lead_unit, common.co_units), ...values }
  const entry: Entry = {
    id: input.entryId,
    seq: 1,
    action: 'create',
    at: input.at,
    actor: entryActor(input.actor),
    from: null,
    to: ledger.initial,
    changes: changesOf({}, stated),
    note: input.note?.trim() || null,
    evidence: (input.evidence ?? []).map((proof) => newProof(proof, input)),
    reverts: null,
    ruleVersion: ledger.version,
  }
  return { ok: true, item: openingState(ledger, input, entry, ctx), entry }
}

interface Checked {
  readonly common: Common
  readonly values: Values
  readonly refusals: readonly Refusal[]
}

function checked(ledger: AnyLedger, { common, values, actor }: NewItem): Checked {
  const { asks, by } = ledger.create
  const columns = parseCommon({ ...common }, COMMON_KEYS)
  const form = parseValues(ledger.fields, asks, values)
  const missing = requiredRefusals(
    ledger,
    asks.filter((key) => ledger.fields[key]?.required && !(key in values)),
    form.values,
  )
  const roles = rolesOn({ leadUnit: common.lead_unit, coUnits: common.co_units }, actor)
  const mayOpen = roles.some((role) => many(by).includes(role))
  return {
    common: { ...common, ...columns.common },
    values: form.values,
    refusals: [...(mayOpen ? [] : [wrongRole(by)]), ...columns.refusals, ...form.refusals, ...missing],
  }
}
