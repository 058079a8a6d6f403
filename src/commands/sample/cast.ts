import { actorIn } from '../../access/actors.ts'
import type { Actor } from '../../engine/actor.ts'
import type { CityPack, PackPost } from './city-pack.ts'

/** Who acts in the sample. */
export interface Cast {
  /** The supervision office: one issues and presses, another judges and closes. */
  readonly clerk: Actor
  readonly chief: Actor
  /** Of a unit: the post that owns its items. */
  readonly owner: (unit: string) => Actor
  readonly post: (id: string) => Actor
  /** The post in whose line the unit stands; the mayor where it is in nobody's. */
  readonly leaderOf: (unit: string) => string
  readonly region: (unit: string) => string | null
}

export function castOf(pack: CityPack): Cast {
  const accounts = new Map(pack.accounts.map(({ login, post }) => [post, accountId(login)]))
  const actor = (post: PackPost) =>
    actorIn(accounts.get(post.id) ?? `acc_${post.id}`, { ...post, line: post.line ?? [] })
  const byId = new Map(pack.posts.map((post) => [post.id, post]))
  const get = (id: string) => {
    const post = byId.get(id)
    if (!post) throw new Error(`sample: there is no post ${id}`)
    return actor(post)
  }
  const owners = pack.posts.filter(({ roles }) => roles.includes('owner'))
  return {
    clerk: get('post_dcs_ky'),
    chief: get('post_dcs_kz'),
    owner: (unit) => {
      const own = owners.filter((post) => post.unit === unit)
      const post = own.find(({ id }) => accounts.has(id)) ?? own.at(-1)
      if (!post) throw new Error(`sample: ${unit} has no post that owns`)
      return actor(post)
    },
    post: get,
    leaderOf: (unit) =>
      pack.posts.find(({ line }) => Array.isArray(line) && line.includes(unit))?.id ??
      pack.posts.find(({ line }) => line === 'all')?.id ??
      '',
    region: (unit) => {
      const found = pack.units.find(({ id }) => id === unit)
      return found !== undefined && (found.kind === 'county' || found.kind === 'zone') ? found.region : null
    },
  }
}

/** Accounts of the sample are named after their login, so that they are the same in every load. */
export function accountId(login: string): string {
  return `acc_${login.replaceAll('-', '_')}`
}
