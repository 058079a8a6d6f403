import * as z from 'zod'
import { parseDay } from '../calendar/day.ts'
import type { FieldFault } from '../errors.ts'
import { type Decision, leaderOf, type LeaderLine } from './proposal.ts'
import { badFields, fault } from './refused.ts'

/** What an edit may be checked against. */
export interface EditFacts {
  readonly units: readonly string[]
  readonly leaders: readonly LeaderLine[]
}

const bound = z.number().nullable()
const target = z.object({
  id: z.string().max(20),
  span: z.tuple([z.number().int().min(0), z.number().int().min(0)]),
  op: z.enum(['=', '>=', '<=', '>', '<', '~', 'range', 'rank']),
  value: bound,
  low: bound,
  high: bound,
  unit: z.string().max(20).nullable(),
  text: z.string().max(100),
})
const edit = z.strictObject({
  title: z.string().trim().min(1).max(200).optional(),
  verb: z.string().trim().max(40).optional(),
  object: z.string().trim().max(200).optional(),
  label: z.enum(['number', 'state', 'trend', 'activity']).optional(),
  targets: z.array(target).max(50).optional(),
  leadUnit: z.string().nullable().optional(),
  coUnits: z.array(z.string()).max(40).optional(),
  leader: z.string().nullable().optional(),
  dueOn: z.string().optional(),
  dueDefault: z.boolean().optional(),
  proofRule: z.string().trim().max(500).optional(),
  reason: z.string().trim().max(500).nullable().optional(),
})

export type DecisionEdit = z.infer<typeof edit>

/** An edit as sent, checked: shape, day, and that the units and the leader exist. Throws bad_request field by field. */
export function parseEdit(sent: unknown, facts: EditFacts): DecisionEdit {
  const parsed = edit.safeParse(sent ?? {})
  if (!parsed.success) {
    throw badFields(
      parsed.error.issues.map(({ path }) => {
        const field = path.map(String).join('.') || null
        return fault(field, 'bad_field', `“${field ?? '内容'}”填得不对`, `“${field ?? 'body'}” is not valid`)
      }),
    )
  }
  const faults = referenceFaults(parsed.data, facts)
  if (faults.length > 0) throw badFields(faults)
  return parsed.data
}

/**
 * The decision with the edit. A new lead unit brings its leader unless one is named, and leaves the co-units; a due date
 * that is set is no default any more.
 */
export function edited(before: Decision, changes: DecisionEdit, leaders: readonly LeaderLine[]): Decision {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const after: Decision = { ...before, ...given }
  const leadChanged = after.leadUnit !== before.leadUnit
  const leader = leadChanged && changes.leader === undefined ? leaderFor(after, leaders) : after.leader
  const dueDefault = changes.dueOn === undefined || changes.dueOn === before.dueOn ? before.dueDefault : false
  const coUnits = [...new Set(after.coUnits)].filter((unit) => unit !== after.leadUnit)
  return { ...after, leader, dueDefault, coUnits }
}

function leaderFor({ leadUnit }: Decision, leaders: readonly LeaderLine[]): string | null {
  return leadUnit === null ? null : leaderOf(leadUnit, leaders)
}

function referenceFaults({ leadUnit, coUnits = [], leader, dueOn }: DecisionEdit, facts: EditFacts): FieldFault[] {
  const faults: FieldFault[] = []
  if (leadUnit != null && !facts.units.includes(leadUnit)) faults.push(noUnit('leadUnit', leadUnit))
  for (const unit of coUnits) if (!facts.units.includes(unit)) faults.push(noUnit('coUnits', unit))
  if (leader != null && !facts.leaders.some(({ post }) => post === leader))
    faults.push(fault('leader', 'no_post', `没有领导岗位“${leader}”`, `There is no leader “${leader}”`))
  if (dueOn !== undefined && parseDay(dueOn) === null)
    faults.push(fault('dueOn', 'bad_day', '完成时限不是日期', 'The due date is not a day'))
  return faults
}

function noUnit(field: string, unit: string): FieldFault {
  return fault(field, 'no_unit', `没有单位“${unit}”`, `There is no unit “${unit}”`)
}
