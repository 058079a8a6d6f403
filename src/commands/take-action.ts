import { type Actor, canSee } from '../engine/actor.ts'
import type { Context as EngineContext } from '../engine/apply-entry.ts'
import type { Values } from '../engine/condition.ts'
import type { Common, ItemState, Verdict } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { type Command, transition } from '../engine/transition.ts'
import { AppError } from '../errors.ts'
import { getLedger } from '../ledgers/index.ts'
import { listEntries } from '../storage/entry-store.ts'
import { lockItem, saveTransition } from '../storage/item-store.ts'
import { committed, type Context, type Tell, type Tx } from './context.ts'
import { evidenceFrom, type HandedIn } from './evidence-from.ts'
import { checkReferences } from './check-references.ts'
import { notifyOfAction } from './notify-of-action.ts'
import { refused } from './refused.ts'

export interface ActionBody {
  readonly values?: Values
  readonly common?: Partial<Pick<Common, 'lead_unit' | 'co_units' | 'leader_post'>>
  readonly note?: string | null
  readonly evidence?: readonly HandedIn[]
  /** For `judge`: the proof and the verdict on it. */
  readonly target?: string
  readonly verdict?: Verdict
}

export interface ActionRequest {
  readonly item: string
  readonly action: string
  /** The version the clerk saw. */
  readonly version: number
  readonly body?: ActionBody
}

/**
 * Takes an action on an item: all of it or nothing. Throws `not_found` (also for what the actor may not see),
 * `conflict` with what changed since the version given, and `refused` with every reason.
 */
export async function takeAction(context: Context, actor: Actor, request: ActionRequest): Promise<ItemState> {
  return committed(context, (tx, tell) => takeActionIn(tx, context, actor, request, tell))
}

async function takeActionIn(
  tx: Tx,
  context: Context,
  actor: Actor,
  request: ActionRequest,
  tell: Tell,
): Promise<ItemState> {
  const { city, calendar } = context
  const before = await lockItem(tx, city, request.item)
  if (before === null || !canSee({ leadUnit: before.lead_unit, coUnits: before.co_units }, actor))
    throw new AppError('not_found')
  if (before.version !== request.version) throw await conflictWith(tx, city, before, request.version)
  const ledger = getLedger(before.ledger)
  const command = await commandFrom(tx, context, actor, ledger, request)
  const outcome = transition(ledger, before, command, await engineContext(tx, context, before, request.action))
  if (!outcome.ok) throw refused(outcome.refusals)
  const { item: after, entry } = outcome
  await saveTransition(tx, city, { before, after, entry, ledger, calendar })
  await notifyOfAction(tx, context, { ledger, before, after, entry }, tell)
  tell({ topic: 'item', id: after.id, ledger: after.ledger, post: actor.post })
  return after
}

async function commandFrom(
  tx: Tx,
  context: Context,
  actor: Actor,
  ledger: AnyLedger,
  { action, body = {} }: ActionRequest,
): Promise<Command> {
  const { evidence, ...rest } = body
  await checkReferences(tx, context.city, ledger, rest.values ?? {}, rest.common ?? {})
  const proofs = evidence?.length ? await evidenceFrom(tx, context, evidence) : []
  return { ...rest, action, actor, at: context.now(), entryId: context.newId(), evidence: proofs }
}

/** Undo alone needs the whole history. */
async function engineContext(tx: Tx, context: Context, item: ItemState, action: string): Promise<EngineContext> {
  const { calendar, city } = context
  return action === 'undo' ? { calendar, entries: await listEntries(tx, city, item.id) } : { calendar }
}

/** What is stored now, and the entries that the clerk has not seen. */
export async function conflictWith(tx: Tx, city: string, item: ItemState, seen: number): Promise<AppError> {
  const entries = await listEntries(tx, city, item.id, { after: seen })
  return new AppError('conflict', { current: { version: item.version, item, entries } })
}
