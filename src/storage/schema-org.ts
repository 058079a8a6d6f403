import type { PostRole } from '../engine/actor.ts'
import type { Text } from '../text.ts'
import type { Day, Json, Moment } from './schema-columns.ts'

/** Tables of the organisation and of who signs in. */

export interface JurisdictionTable {
  id: string
  name: Json<Text>
  region: string
  sample: boolean
  /** Parameters of the city with their source: office hours, light presets. */
  settings: Json<Record<string, unknown>>
  created_at: Moment
}

export interface UnitTable {
  jurisdiction: string
  id: string
  parent_id: string | null
  name: Json<Text>
  short: Json<Text>
  kind: string
  region: string | null
  position: number
  duties: Json<readonly string[]>
  /** Initials and full pinyin of the short name, for the pickers. */
  pinyin: string
}

export interface PostTable {
  jurisdiction: string
  id: string
  unit_id: string
  title: Json<Text>
  roles: Json<readonly PostRole[]>
  /** Units in a leader's charge. */
  line: Json<readonly string[] | 'all'>
  position: number
}

export interface PersonTable {
  jurisdiction: string
  id: string
  name: string
}

/** Who holds a post, from when to when. The duty stays with the post. */
export interface AssignmentTable {
  jurisdiction: string
  id: string
  post_id: string
  account_id: string
  from_on: Day
  to_on: Day | null
}

export interface AccountTable {
  jurisdiction: string
  id: string
  login: string
  person_id: string | null
  /** argon2id in PHC form. */
  password: string
  failures: number
  locked_until: Moment | null
  disabled_at: Moment | null
  preferences: Json<Record<string, unknown>>
  created_at: Moment
  /** When one of its sessions was last used. */
  seen_at: Moment | null
}

export interface SessionTable {
  jurisdiction: string
  /** SHA-256 of the cookie; the cookie itself is never stored. */
  id: string
  account_id: string
  post_id: string
  csrf: string
  created_at: Moment
  seen_at: Moment
  expires_at: Moment
}

/** Security events: sign-ins, refusals, lockouts. Kept at least six months (网络安全法). */
export interface AuditTable {
  jurisdiction: string
  id: string
  at: Moment
  event: string
  account_id: string | null
  login: string | null
  address: string | null
  detail: Json<Record<string, unknown>>
}
