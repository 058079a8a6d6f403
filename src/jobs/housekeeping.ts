import { addDays } from '../calendar/day.ts'
import { addMinutes, dayOf, momentAt } from '../calendar/moment.ts'
import type { Context } from '../commands/context.ts'
import { dropOldAudit } from '../storage/audit-store.ts'
import { dropOldAnswers } from '../storage/idempotency-store.ts'
import { inTransaction } from '../storage/retry.ts'
import { settleRollups } from '../storage/rollup-store.ts'
import { deleteExpired } from '../storage/session-store.ts'
import type { Job } from './runner.ts'

/** Answers by Idempotency-Key are kept for a day. */
const ANSWER_MINUTES = 24 * 60
/** The law asks for six months of network logs at least (网络安全法); a year and a half spans a whole assessment year. */
const AUDIT_DAYS = 550

export interface Swept {
  readonly sessions: number
  readonly answers: number
  readonly audit: number
}

/**
 * Deletes sessions that have ended, old answers to repeated writes, and security events past their time; draws the
 * rollup cells of past days together, so that a dashboard reads few.
 */
export async function sweep({ database, city, now }: Context): Promise<Swept> {
  const at = now()
  const { db } = database
  await inTransaction(database, (tx) => settleRollups(tx, city, at))
  return {
    sessions: await deleteExpired(db, city, at),
    answers: await dropOldAnswers(db, city, addMinutes(at, -ANSWER_MINUTES)),
    audit: await dropOldAudit(db, city, momentAt(addDays(dayOf(at), -AUDIT_DAYS), '00:00')),
  }
}

export function housekeeping(context: Context, everySeconds = 900): Job {
  return { name: 'housekeeping', everySeconds, run: () => sweep(context) }
}
