import { type Actor, rolesOn } from '../../engine/actor.ts'
import type { ItemState } from '../../engine/item.ts'
import { actionsFor, type OfferedAction } from '../../engine/open-actions.ts'
import { getLedger } from '../../ledgers/index.ts'
import type { StoredEntry } from '../../storage/entry-store.ts'
import type { Link } from '../../storage/link-store.ts'
import type { ActionView, ItemView, LinkView, OriginView } from '../present/item.ts'
import { clockViews } from './clock-view.ts'
import { entryViews } from './entry-view.ts'
import { itemRow } from './item-row.ts'
import { tripleView } from './triple-view.ts'
import type { Viewing } from './viewing.ts'

/** How many entries an item's page opens with. */
export const FIRST_ENTRIES = 20

export interface ItemFacts {
  readonly item: ItemState
  /** The newest entries, newest first. */
  readonly entries: readonly StoredEntry[]
  readonly links: readonly Link[]
  readonly origin: OriginView | null
  /** False for a past moment: nothing can be done then. */
  readonly live: boolean
}

/** An item's page as one actor sees it. */
export function itemView({ item, entries, links, origin, live }: ItemFacts, actor: Actor, viewing: Viewing): ItemView {
  const ledger = getLedger(item.ledger)
  const context = { calendar: viewing.calendar, at: viewing.now, entries: [...entries].reverse() }
  return {
    ...itemRow(item, viewing),
    evidence: item.evidence,
    status: tripleView(ledger, item, entries, viewing),
    clocks: clockViews(ledger, item, viewing),
    actions: live ? actionsFor(ledger, item, actor, context).map(actionView) : [],
    entries: entryViews(ledger, entries.slice(0, FIRST_ENTRIES), viewing),
    entryCount: item.version,
    links: links.map(linkView),
    origin,
    roles: rolesOn({ leadUnit: item.lead_unit, coUnits: item.co_units }, actor),
  }
}

function actionView({ action, proof: _proof, ...offered }: OfferedAction): ActionView {
  return { id: action, ...offered }
}

function linkView({ id, kind, target, label }: Link): LinkView {
  return { id, kind, target, label, href: hrefOf(kind, target) }
}

/** A commitment's target is '<report>/<commitment>'. */
function hrefOf(kind: Link['kind'], target: string): string | null {
  if (kind === 'item') return `/items/${target}`
  if (kind !== 'commitment') return null
  const [report, commitment = ''] = target.split('/')
  return `/reports/${report}?c=${encodeURIComponent(commitment)}`
}
