import * as z from 'zod'
import type { AnyLedger } from '../engine/ledger.ts'

/** zod shapes of the bodies a ledger accepts, made from its definition: they guard the API and document it. */

const UNIT = z.string().regex(/^org_[a-z0-9_]+$/)
const POST = z.string().regex(/^post_[a-z0-9_]+$/)
const SHA256 = z.string().regex(/^[0-9a-f]{64}$/)
const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

const newEvidence = z.strictObject({
  sha256: SHA256,
  name: z.string().min(1).max(200),
  kind: z.string().max(40).optional(),
  place: z.string().max(200).nullable().optional(),
  takenOn: DAY.nullable().optional(),
  amount: z.number().min(0).nullable().optional(),
})

const common = {
  co_units: z.array(UNIT).max(40).optional(),
  leader_post: POST.nullable().optional(),
}

/** POST /api/ledgers/{ledger}/items */
export function newItemSchema(ledger: AnyLedger) {
  return z.strictObject({
    title: z.string().trim().min(1).max(200),
    lead_unit: UNIT,
    ...common,
    region: z
      .string()
      .regex(/^\d{6}$/)
      .nullable()
      .optional(),
    values: z.strictObject(shapeOf(ledger, ledger.create.asks, 'create')),
  })
}

/** POST /api/items/{id}/actions/{action}, whatever the ledger: the engine checks the values against the definition. */
export const actionSchema = z.strictObject({
  values: z.record(z.string(), z.unknown()).optional(),
  common: z.strictObject({ lead_unit: UNIT.optional(), ...common }).optional(),
  note: z.string().max(2000).nullable().optional(),
  evidence: z.array(newEvidence).max(20).optional(),
  target: z.string().max(60).optional(),
  verdict: z.enum(['valid', 'doubtful', 'rejected']).optional(),
})

export const bulkSchema = z.strictObject({
  action: z.string().min(1).max(60),
  items: z
    .array(z.strictObject({ id: z.string(), version: z.int().min(1) }))
    .min(1)
    .max(200),
  note: z.string().max(2000).nullable().optional(),
})

/** All values of an item, as answered. */
export function itemValuesSchema(ledger: AnyLedger) {
  return z.object(shapeOf(ledger, Object.keys(ledger.fields), 'answer'))
}

function shapeOf(ledger: AnyLedger, keys: readonly string[], use: 'create' | 'answer') {
  const shape: Record<string, z.ZodType> = {}
  for (const key of keys) {
    const field = ledger.fields[key]
    if (!field) continue
    const optional = use === 'answer' || !field.required
    shape[key] = (optional ? field.schema.nullable().optional() : field.schema).describe(field.label.zh)
  }
  return shape
}
