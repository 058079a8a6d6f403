import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Actor, canSee, type Ownership, type PostRole } from '../engine/actor.ts'
import type { Scope } from '../storage/scope.ts'
import { scopeOf } from './scope.ts'

const unit = fc.constantFrom('org_a', 'org_b', 'org_c', 'org_d')
const role = fc.constantFrom<PostRole>('owner', 'co', 'supervisor', 'leader', 'admin', 'viewer')
const actors: fc.Arbitrary<Actor> = fc.record({
  account: fc.constant('acc'),
  post: fc.constant('post'),
  unit,
  roles: fc.uniqueArray(role, { maxLength: 3 }),
  line: fc.oneof(fc.constant('all' as const), fc.uniqueArray(unit)),
})
const items: fc.Arbitrary<Ownership> = fc.record({ leadUnit: unit, coUnits: fc.uniqueArray(unit) })

/** What the stores do with a scope. */
function lets(scope: Scope, { leadUnit, coUnits }: Ownership): boolean {
  if (scope.all) return true
  return (
    scope.units.includes(leadUnit) ||
    scope.units.some((id) => coUnits.includes(id)) ||
    (scope.line ?? []).includes(leadUnit)
  )
}

test('a list never shows more or less than the item page would', () => {
  fc.assert(
    fc.property(actors, items, (actor, item) => {
      // A post that only helps (co, not owner) does not see what its own unit leads: no such post exists.
      fc.pre(!actor.roles.includes('co') || actor.roles.includes('owner'))
      expect(lets(scopeOf(actor), item)).toBe(canSee(item, actor))
    }),
  )
})
