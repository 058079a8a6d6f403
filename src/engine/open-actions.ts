import type { Moment } from '../calendar/moment.ts'
import type { Text } from '../text.ts'
import type { Actor } from './actor.ts'
import type { Context } from './apply-entry.ts'
import { allActions, type KnownAction } from './built-in-actions.ts'
import { fittingRoles, proofRefusals, requiredRefusals, standingRefusals } from './check-command.ts'
import { holds } from './condition.ts'
import type { ItemState, Refusal } from './item.ts'
import { type Action, type AnyLedger, many } from './ledger.ts'
import { undoRefusals, undoTarget } from './undo.ts'

/** An action as offered to one actor on one item: open, or blocked with every reason at once. */
export interface OfferedAction {
  readonly action: string
  readonly label: Text
  readonly primary: boolean
  readonly open: boolean
  readonly refusals: readonly Refusal[]
  /** Field ids of the form, in order. */
  readonly asks: readonly string[]
  readonly requires: readonly string[]
  readonly note: 'required' | 'optional' | 'none'
  readonly proof: Action['proof'] | null
  /** Can be taken back for ten minutes; otherwise the form asks once. */
  readonly undo: boolean
  readonly destructive: boolean
  readonly builtIn: boolean
}

export interface OfferContext extends Context {
  readonly at: Moment
}

/**
 * What this actor can do on this item now. Listed: the actions of the present stage that his roles may take, and of the
 * next stage those that close on proof or are the main step, so that it is plain what is missing; blocked ones carry
 * their reasons. An action whose condition fails without words for it (`whenNot`) does not apply and is left out.
 * `undo` shows only while it is open; it needs `ctx.entries`.
 */
export function actionsFor(ledger: AnyLedger, item: ItemState, actor: Actor, ctx: OfferContext): OfferedAction[] {
  const upcoming = nextStage(ledger, item)
  return allActions(ledger).flatMap((known) => {
    if (fittingRoles(item, actor, known.action).length === 0) return []
    if (known.builtIn && known.id === 'undo') return undoOffer(ledger, known, actor, ctx)
    if (!isListed(known.action, item.stage, upcoming)) return []
    const refusals = refusalsNow(ledger, item, known, actor)
    const silent = refusals.some(({ code }) => code === 'condition') && known.action.whenNot === undefined
    return silent ? [] : [offer(known, refusals)]
  })
}

/** The reasons known before the form is filled in. */
function refusalsNow(ledger: AnyLedger, item: ItemState, known: KnownAction, actor: Actor): Refusal[] {
  const { action } = known
  const asks = action.asks ?? []
  const elsewhere = (action.requires ?? []).filter((key) => !asks.includes(key))
  return [
    ...standingRefusals(ledger, item, known, actor),
    ...requiredRefusals(ledger, elsewhere, item.values),
    ...proofRefusals(action, item.evidence),
  ]
}

function undoOffer(
  ledger: AnyLedger,
  known: KnownAction,
  actor: Actor,
  { entries, at }: OfferContext,
): OfferedAction[] {
  const refusals = undoRefusals(ledger, undoTarget(entries ?? []), actor, at)
  return refusals.length === 0 ? [offer(known, [])] : []
}

function isListed(action: Action, stage: string, upcoming: string | null): boolean {
  const from = many(action.from)
  if (from.includes(stage)) return true
  return upcoming !== null && from.includes(upcoming) && (action.primary === true || action.proof !== undefined)
}

/** Where the main step of the present stage leads. */
function nextStage(ledger: AnyLedger, { stage, values }: ItemState): string | null {
  const main = Object.values(ledger.actions).find(
    ({ primary, from, when }) => primary && many(from).includes(stage) && (!when || holds(when, values)),
  )
  return main?.to ?? null
}

function offer({ id, action, builtIn }: KnownAction, refusals: readonly Refusal[]): OfferedAction {
  return {
    action: id,
    label: action.label,
    primary: action.primary === true,
    open: refusals.length === 0,
    refusals,
    asks: action.asks ?? [],
    requires: action.requires ?? [],
    note: action.note ?? 'optional',
    proof: action.proof ?? null,
    undo: action.undo !== false,
    destructive: action.destructive === true,
    builtIn,
  }
}
