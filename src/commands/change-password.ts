import { audit } from '../access/audit.ts'
import { checkNewPassword, hashPassword, verifyPassword } from '../access/passwords.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { getAccount, setPassword } from '../storage/account-store.ts'
import { deleteSessionsOf } from '../storage/session-store.ts'
import { t } from '../text.ts'
import { committed, type Context } from './context.ts'

export interface PasswordChange {
  readonly old: string
  readonly new: string
  /** The session that goes on; all others of the account end. */
  readonly session: string | null
  readonly address?: string | null
}

/** Changes one's own password. Throws `wrong_password` for the old one, `bad_request` naming the rule for the new. */
export async function changePassword(context: Context, actor: Actor, change: PasswordChange): Promise<void> {
  const { database, city } = context
  const account = await getAccount(database.db, city, actor.account)
  if (!(await verifyPassword(account.password, change.old)))
    throw new AppError('wrong_password', { detail: t('原口令不对', 'The old password is wrong') })
  checkNewPassword(change.new, account.login, 'new')
  const password = await hashPassword(change.new)
  await committed(context, async (tx) => {
    await setPassword(tx, city, account.id, password)
    await deleteSessionsOf(tx, city, account.id, change.session)
    await audit(tx, context, { event: 'password_changed', account: account.id, address: change.address ?? null })
  })
}
