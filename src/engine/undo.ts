import { addMinutes, type Moment } from '../calendar/moment.ts'
import { t } from '../text.ts'
import type { Actor } from './actor.ts'
import { findAction, SYSTEM_ACTIONS } from './built-in-actions.ts'
import type { Entry, Refusal } from './item.ts'
import type { AnyLedger } from './ledger.ts'
import { refusal } from './refusals.ts'
import { standing } from './replay.ts'

/** How long one's own last action can be taken back. */
export const UNDO_MINUTES = 10

/** The entry that undo would take back: the newest that still holds, reminders of the clockwork left aside. */
export function undoTarget(entries: readonly Entry[]): Entry | null {
  return standing(entries).findLast(({ action }) => !SYSTEM_ACTIONS.includes(action)) ?? null
}

/** Only by the account that took it, within ten minutes, and only what the definition lets be taken back. */
export function undoRefusals(ledger: AnyLedger, entry: Entry | null, actor: Actor, at: Moment): Refusal[] {
  const action = entry === null ? null : findAction(ledger, entry.action)?.action
  if (!entry || !action || action.undo === false) {
    return [refusal('undo_impossible', t('没有可撤回的动作', 'There is nothing to take back'))]
  }
  const refusals: Refusal[] = []
  if (entry.actor.account !== actor.account) {
    refusals.push(
      refusal(
        'undo_not_yours',
        t(
          `最近一步“${action.label.zh}”不是本账号办的`,
          `The last step “${action.label.en}” was taken by another account`,
        ),
      ),
    )
  }
  if (at > addMinutes(entry.at, UNDO_MINUTES)) {
    refusals.push(
      refusal('undo_late', t(`已过 ${UNDO_MINUTES} 分钟，不能撤回`, `More than ${UNDO_MINUTES} minutes have passed`)),
    )
  }
  return refusals
}
