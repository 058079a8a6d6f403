import { may } from '../../access/policies.ts'
import { scopeOf } from '../../access/scope.ts'
import type { Actor } from '../../engine/actor.ts'
import { ledgers } from '../../ledgers/index.ts'
import { dueWindow } from '../../storage/due-window.ts'
import { countUnread } from '../../storage/notification-store.ts'
import { readDue, readRollup, type RollupQuery } from '../../storage/rollup-query.ts'
import { wholeCity } from '../../storage/scope.ts'
import type { SessionView } from '../present/session.ts'
import { dbOf, type Services } from '../services.ts'

const LONG_AGO = '1970-01-01T00:00:00+08:00'

/** The numbers beside the navigation, from the rollups: what is due today and what is late. */
export async function countsFor(services: Services, actor: Actor, now: string): Promise<SessionView['counts']> {
  const [db, { city, calendar }] = [dbOf(services), services.context]
  const base = { ledgers, now, calendar }
  const { from, to } = dueWindow('today', now)
  const due = async (query: RollupQuery, since: string) =>
    (await readDue(db, city, query, { from: since, to })).reduce((sum, { items }) => sum + items, 0)
  const [myWork, day, late, reminders] = await Promise.all([
    may(actor, 'read_my_work') ? due({ ...base, scope: wholeCity, units: [actor.unit] }, LONG_AGO) : 0,
    may(actor, 'read_day') ? due({ ...base, scope: wholeCity }, from) : 0,
    may(actor, 'read_items')
      ? readRollup(db, city, { ...base, scope: scopeOf(actor) }).then(([row]) => row?.counts.late ?? 0)
      : 0,
    countUnread(db, city, actor.post),
  ])
  return { myWork, day, ledgers: late, reminders }
}
