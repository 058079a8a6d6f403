import { findAction, CREATE_LABEL } from '../engine/built-in-actions.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import { type AnyLedger, many } from '../engine/ledger.ts'
import { notify } from '../storage/notification-store.ts'
import { listPosts } from '../storage/org-store.ts'
import { t, type Text } from '../text.ts'
import type { Context, Tell, Tx } from './context.ts'

export type Audience = 'owner' | 'co' | 'supervisor' | 'leader'

/** What of an item decides whom it concerns. */
export type Concerned = Pick<ItemState, 'lead_unit' | 'co_units' | 'leader_post'>

export interface Happening {
  readonly ledger: AnyLedger
  /** Null for an item just opened. A transfer concerns the units before and after it. */
  readonly before: ItemState | null
  readonly after: ItemState
  readonly entry: Entry
}

/** Tells the posts that the action's definition names, except the one that took it. */
export async function notifyOfAction(tx: Tx, context: Context, happening: Happening, tell: Tell): Promise<void> {
  const { ledger, before, after, entry } = happening
  const audience: readonly Audience[] =
    entry.action === 'create' ? ['owner', 'co'] : many(findAction(ledger, entry.action)?.action.notifies)
  if (audience.length === 0) return
  const all = await listPosts(tx, context.city)
  const posts = new Set([after, ...(before ? [before] : [])].flatMap((item) => postsOf(audience, item, all)))
  posts.delete(entry.actor.post)
  const text = textOf(happening)
  await notifyPosts(tx, context, [...posts], { kind: entry.action, item: after.id, text, by: entry.actor.post }, tell)
}

export interface Notice {
  readonly kind: string
  readonly item: string | null
  readonly text: Text
  /** The post that caused it; 'system' for the clockwork. */
  readonly by: string
}

export async function notifyPosts(
  tx: Tx,
  context: Context,
  posts: readonly string[],
  { kind, item, text, by }: Notice,
  tell: Tell,
): Promise<void> {
  if (posts.length === 0) return
  const at = context.now()
  await notify(
    tx,
    context.city,
    posts.map((post) => ({ id: context.newId(), post, at, kind, item, text })),
  )
  for (const post of posts) tell({ topic: 'notification', id: post, post: by })
}

type PostFacts = { readonly id: string; readonly unit: string; readonly roles: readonly string[] }

/** The posts an audience stands for, with respect to one item. */
export function postsOf(audience: readonly Audience[], item: Concerned, posts: readonly PostFacts[]): string[] {
  return posts
    .filter(({ id, unit, roles }) =>
      audience.some((whom) => {
        if (whom === 'leader') return id === item.leader_post
        if (whom === 'supervisor') return roles.includes('supervisor')
        if (whom === 'owner') return unit === item.lead_unit && roles.includes('owner')
        return item.co_units.includes(unit) && (roles.includes('co') || roles.includes('owner'))
      }),
    )
    .map(({ id }) => id)
}

function textOf({ ledger, after, entry }: Happening): Text {
  const action = findAction(ledger, entry.action)?.action
  const done = entry.action === 'create' ? CREATE_LABEL : (action?.past ?? action?.label ?? CREATE_LABEL)
  const note = entry.note === null ? '' : `：${entry.note}`
  return t(`${done.zh} ${after.number} ${after.title}${note}`, `${done.en}: ${after.number} ${after.title}`)
}
