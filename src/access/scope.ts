import type { Actor } from '../engine/actor.ts'
import { type Scope, wholeCity } from '../storage/scope.ts'

/**
 * Which items an actor sees, as the stores take it: the same answer as the engine's `canSee`. The supervision office,
 * read-only desks and the mayor see the city; units their own as lead or co-unit; leaders what their line leads.
 */
export function scopeOf(actor: Actor): Scope {
  const { roles, unit, line } = actor
  if (roles.includes('supervisor') || roles.includes('viewer')) return wholeCity
  if (roles.includes('leader') && line === 'all') return wholeCity
  const units = roles.includes('owner') || roles.includes('co') ? [unit] : []
  return roles.includes('leader') && line !== 'all' ? { units, line } : { units }
}
