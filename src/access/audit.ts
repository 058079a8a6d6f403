import { addAudit } from '../storage/audit-store.ts'
import type { Db } from '../storage/schema.ts'
import type { AccessContext } from './access-context.ts'

/** Security events, kept at least six months (网络安全法, network logs). */
export type SecurityEvent =
  | 'signed_in'
  | 'sign_in_failed'
  | 'locked_out'
  | 'address_refused'
  | 'signed_out'
  | 'password_changed'
  | 'account_created'
  | 'account_disabled'
  | 'account_enabled'
  | 'password_reset'
  | 'post_assigned'
  | 'city_set_up'

export interface AuditParts {
  readonly event: SecurityEvent
  readonly account?: string | null
  readonly login?: string | null
  readonly address?: string | null
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Writes a security event down. Passwords and cookies never go into `detail`. */
export async function audit(
  db: Db,
  { city, now, newId }: Pick<AccessContext, 'city' | 'now' | 'newId'>,
  { event, account = null, login = null, address = null, detail = {} }: AuditParts,
): Promise<void> {
  await addAudit(db, city, { id: newId(), at: now(), event, account, login, address, detail })
}
