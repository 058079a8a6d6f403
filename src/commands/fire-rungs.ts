import { dayText } from '../calendar/day.ts'
import { dayOf } from '../calendar/moment.ts'
import type { ItemState } from '../engine/item.ts'
import { type AnyLedger, many, type Rung } from '../engine/ledger.ts'
import { nextRung } from '../engine/rungs.ts'
import { findLedger } from '../ledgers/index.ts'
import { claimRung, type DueRung, dueRungs } from '../storage/clock-store.ts'
import { findItems } from '../storage/item-store.ts'
import { notify, type NewNotification } from '../storage/notification-store.ts'
import { listPosts } from '../storage/org-store.ts'
import { t, type Text } from '../text.ts'
import { committed, type Context, type Tx } from './context.ts'
import { postsOf } from './notify-of-action.ts'

/** As many as one transaction takes; the round goes on until nothing is due. */
const AT_ONCE = 200

/**
 * Fires the rungs of the clocks' ladders whose time has come: a reminder to the posts the definition names, once for each
 * run of a clock, whoever ticks. A rung is no entry of the item: it changes nothing about it, so it must not make the
 * version a clerk holds an old one. After a standstill a reminder is left out where a later rung has come too: nobody
 * needs to hear that something will fall due when it is late; escalations are all told. Returns how many were told.
 */
export async function fireRungs(context: Context): Promise<number> {
  let fired = 0
  for (;;) {
    const { due, told } = await fireSome(context)
    if (due === 0) return fired
    fired += told
  }
}

function fireSome(context: Context): Promise<{ due: number; told: number }> {
  return committed(context, async (tx, tell) => {
    const { city, now } = context
    const due = await dueRungs(tx, city, now(), AT_ONCE)
    if (due.length === 0) return { due: 0, told: 0 }
    const items = new Map(
      (await findItems(tx, city, [...new Set(due.map(({ item }) => item))])).map((item) => [item.id, item]),
    )
    const posts = await listPosts(tx, city)
    const notes: NewNotification[] = []
    let told = 0
    for (const rung of due) {
      const reminder = await claim(tx, context, rung, items.get(rung.item))
      if (reminder === null) continue
      told += 1
      const {
        item,
        rung: { does, to },
      } = reminder
      const text = textOf(reminder)
      for (const post of postsOf(many(to), item, posts))
        notes.push({ id: context.newId(), post, at: now(), kind: does, item: item.id, text })
    }
    await notify(tx, city, notes)
    for (const post of new Set(notes.map((note) => note.post)))
      tell({ topic: 'notification', id: post, post: 'system' })
    return { due: due.length, told }
  })
}

interface Reminder {
  readonly ledger: AnyLedger
  readonly item: ItemState
  readonly clock: string
  readonly rung: Rung
}

/** Takes the rung, and says what to remind of; null where another took it, a later one has come, or its clock has ended. */
async function claim(
  tx: Tx,
  { city, calendar, now }: Context,
  due: DueRung,
  item: ItemState | undefined,
): Promise<Reminder | null> {
  const ledger = findLedger(due.ledger)
  const clock = item?.clocks[due.clock]
  const runs = clock?.run === due.run
  const next = ledger && clock && runs ? nextRung(ledger, clock, calendar, [due.rung]) : null
  const claimed = await claimRung(tx, city, {
    item: due.item,
    clock: due.clock,
    run: due.run,
    rung: due.rung,
    at: now(),
    next: next && { rung: next.rung.id, at: next.at },
  })
  const rung = ledger?.clocks[due.clock]?.rungs?.find(({ id }) => id === due.rung)
  const isOld = rung?.does === 'remind' && next !== null && next.at <= now()
  return claimed && !isOld && ledger && item && rung && runs ? { ledger, item, clock: due.clock, rung } : null
}

function textOf({ ledger, item, clock, rung }: Reminder): Text {
  const label = ledger.clocks[clock]?.label ?? t(clock, clock)
  const due = dayOf(item.clocks[clock]?.dueAt ?? item.openedAt)
  const [zh, en] = [dayText(due, 'zh', due), dayText(due, 'en', due)]
  const head = `${item.number} ${item.title}`
  if (rung.does === 'remind') return t(`${head}：“${label.zh}”${zh}到期`, `${head}: “${label.en}” falls due ${en}`)
  return t(`${head}：“${label.zh}”${zh}到期，已逾期`, `${head}: “${label.en}” fell due ${en} and is late`)
}
