/** What a post may be, city-wide. */
export type PostRole = 'owner' | 'co' | 'supervisor' | 'leader' | 'admin' | 'viewer'

/** What an actor is with respect to one item; actions name these. */
export type Role = 'owner' | 'co' | 'supervisor' | 'leader' | 'system'

/** Who acts: an account in a post. `line` lists the units in a leader's charge; 'all' for the mayor. */
export interface Actor {
  readonly account: string
  readonly post: string
  readonly unit: string
  readonly roles: readonly PostRole[]
  readonly line: readonly string[] | 'all'
}

export interface Ownership {
  readonly leadUnit: string
  readonly coUnits: readonly string[]
}

/** The clockwork itself: reminders and escalations are written in its name. */
export const systemActor: Actor = { account: 'system', post: 'system', unit: 'system', roles: [], line: [] }

/** The roles this actor has on this item. A lead unit owns its own items only; a leader sees his line. */
export function rolesOn(item: Ownership, actor: Actor): Role[] {
  if (actor === systemActor || actor.account === 'system') return ['system']
  const roles: Role[] = []
  if (actor.roles.includes('supervisor')) roles.push('supervisor')
  if (actor.roles.includes('owner') && actor.unit === item.leadUnit) roles.push('owner')
  if ((actor.roles.includes('owner') || actor.roles.includes('co')) && item.coUnits.includes(actor.unit))
    roles.push('co')
  if (actor.roles.includes('leader') && inLine(item.leadUnit, actor)) roles.push('leader')
  return roles
}

export function canSee(item: Ownership, actor: Actor): boolean {
  return actor.roles.includes('viewer') || rolesOn(item, actor).length > 0
}

export function inLine(unit: string, actor: Actor): boolean {
  return actor.line === 'all' || actor.line.includes(unit)
}
