import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { findLedger } from '../ledgers/index.ts'
import { insertView, listViews } from '../storage/view-store.ts'
import { committed, type Context } from './context.ts'
import { badFields, fault } from './refused.ts'

export interface NewView {
  readonly ledger: string
  readonly name: string
  /** Address parameters without the question mark. */
  readonly query: string
}

const MOST = 30

/** Keeps a filter of a ledger under a name of the account's own. */
export async function saveView(context: Context, actor: Actor, view: NewView): Promise<NewView & { id: string }> {
  demand(actor, 'save_view')
  const name = view.name.trim()
  if (name === '' || name.length > 40)
    throw badFields([fault('name', 'bad_name', '名称要填，最多 40 字', 'A name is needed, at most 40 characters')])
  if (view.query.length > 2000) throw badFields([fault('query', 'too_long', '筛选条件太长', 'The filter is too long')])
  if (findLedger(view.ledger) === undefined)
    throw badFields([fault('ledger', 'no_ledger', '没有这本台账', 'There is no such ledger')])
  return committed(context, async (tx) => {
    const mine = await listViews(tx, context.city, actor.account)
    if (mine.length >= MOST)
      throw badFields([
        fault('name', 'too_many', `最多存 ${MOST} 个视图，先删一个`, `At most ${MOST} views; delete one first`),
      ])
    const saved = { id: context.newId(), ledger: view.ledger, name, query: view.query.replace(/^\?/, '') }
    await insertView(tx, context.city, actor.account, saved)
    return saved
  })
}
