import { nextRung } from '../engine/rungs.ts'
import type { ItemState } from '../engine/item.ts'
import { type AnyLedger, many, type Rung } from '../engine/ledger.ts'
import { findLedger } from '../ledgers/index.ts'
import { claimRung, type DueRung, dueRungs } from '../storage/clock-store.ts'
import { findItem } from '../storage/item-store.ts'
import { listPosts } from '../storage/org-store.ts'
import { dayText } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import { t, type Text } from '../text.ts'
import { committed, type Context, type Tell, type Tx } from './context.ts'
import { notifyPosts, postsOf } from './notify-of-action.ts'

/** As many as one round takes; the next round takes the rest. */
const AT_ONCE = 500

/**
 * Fires the rungs of the clocks' ladders whose time has come: a reminder to the posts the definition names, once for each
 * run of a clock, whoever ticks. A rung is no entry of the item: it changes nothing about it, so it must not make the
 * version a clerk holds an old one. Returns how many were fired.
 */
export async function fireRungs(context: Context): Promise<number> {
  const { database, city, now } = context
  const due = await dueRungs(database.db, city, now(), AT_ONCE)
  let fired = 0
  for (const rung of due) if (await fireOne(context, rung)) fired += 1
  return fired
}

function fireOne(context: Context, due: DueRung): Promise<boolean> {
  return committed(context, async (tx, tell) => {
    const { city, now } = context
    const item = await findItem(tx, city, due.item)
    const ledger = findLedger(due.ledger)
    const clock = item?.clocks[due.clock]
    const current = item && clock?.run === due.run ? { item, clock } : null
    const next = ledger && current ? nextRung(ledger, current.clock, context.calendar, [due.rung]) : null
    const claimed = await claimRung(tx, city, {
      item: due.item,
      clock: due.clock,
      run: due.run,
      rung: due.rung,
      at: now(),
      next: next && { rung: next.rung.id, at: next.at },
    })
    const rung = ledger?.clocks[due.clock]?.rungs?.find(({ id }) => id === due.rung)
    if (!claimed || !ledger || !current || !rung) return false
    await remind(tx, context, { ledger, item: current.item, clock: due.clock, rung }, tell)
    return true
  })
}

interface Reminder {
  readonly ledger: AnyLedger
  readonly item: ItemState
  readonly clock: string
  readonly rung: Rung
}

async function remind(tx: Tx, context: Context, reminder: Reminder, tell: Tell): Promise<void> {
  const { item, rung } = reminder
  const posts = postsOf(many(rung.to), item, await listPosts(tx, context.city))
  await notifyPosts(tx, context, posts, { kind: rung.does, item: item.id, text: textOf(reminder), by: 'system' }, tell)
}

function textOf({ ledger, item, clock, rung }: Reminder): Text {
  const label = ledger.clocks[clock]?.label ?? t(clock, clock)
  const due = dayOf(item.clocks[clock]?.dueAt ?? item.openedAt)
  const head = `${item.number} ${item.title}`
  if (rung.does === 'remind')
    return t(
      `${head}：“${label.zh}”${dayText(due, 'zh', due)}到期`,
      `${head}: “${label.en}” falls due ${dayText(due, 'en', due)}`,
    )
  return t(
    `${head}：“${label.zh}”${dayText(due, 'zh', due)}到期，已逾期`,
    `${head}: “${label.en}” fell due ${dayText(due, 'en', due)} and is late`,
  )
}
