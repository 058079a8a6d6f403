import type { Moment } from '../calendar/moment.ts'
import { t } from '../text.ts'
import type { Actor } from './actor.ts'
import { applyEntry, type Context } from './apply-entry.ts'
import { findAction, type KnownAction } from './built-in-actions.ts'
import { noteRefusals, pastDateRefusals, proofRefusals, requiredRefusals, standingRefusals } from './check-command.ts'
import { cleanCoUnits, parseCommon } from './common-faults.ts'
import type { Values } from './condition.ts'
import { parseValues } from './field-faults.ts'
import type { Change, Common, Entry, EntryActor, Evidence, ItemState, NewEvidence, Refusal, Verdict } from './item.ts'
import type { AnyLedger } from './ledger.ts'
import { refusal, unknownAction } from './refusals.ts'
import { replay } from './replay.ts'
import { undoRefusals, undoTarget } from './undo.ts'
import { changesOf, commonOf, differences, isFilled } from './values.ts'

/** What somebody wants done to an item. Time and the entry's id come from outside. */
export interface Command {
  readonly action: string
  readonly actor: Actor
  readonly at: Moment
  readonly entryId: string
  /** By field id; only fields that the action asks for. */
  readonly values?: Values
  /** For `transfer` only: lead_unit, co_units, leader_post. */
  readonly common?: Partial<Common>
  readonly note?: string | null
  readonly evidence?: readonly NewEvidence[]
  /** For `judge`: the id of the proof, and the verdict on it. */
  readonly target?: string
  readonly verdict?: Verdict
}

export type Outcome =
  | { readonly ok: true; readonly item: ItemState; readonly entry: Entry }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * Takes an action on an item: checks it, makes the entry, applies it. Pure; a user's mistake is an answer with every
 * reason at once, never an exception. `ctx.entries` (the whole history) is needed for `undo` alone.
 */
export function transition(ledger: AnyLedger, item: ItemState, command: Command, ctx: Context): Outcome {
  const known = findAction(ledger, command.action)
  if (!known) return { ok: false, refusals: [unknownAction(command.action)] }
  if (known.builtIn && known.id === 'undo') return takeBack(ledger, item, command, ctx)
  const draft = draftOf(ledger, item, known, command)
  const refusals = [...standingRefusals(ledger, item, known, command.actor), ...draft.refusals]
  if (refusals.length > 0) return { ok: false, refusals }
  const entry = entryOf(ledger, item, command, {
    to: known.action.to ?? item.stage,
    changes: draft.changes,
    evidence: draft.evidence,
    reverts: null,
  })
  return { ok: true, item: applyEntry(ledger, item, entry, ctx), entry }
}

interface Draft {
  readonly changes: Readonly<Record<string, Change>>
  readonly evidence: readonly Evidence[]
  readonly refusals: readonly Refusal[]
}

/** The changes a command would make, and what its form lacks. */
function draftOf(ledger: AnyLedger, item: ItemState, known: KnownAction, command: Command): Draft {
  const { action } = known
  const form = parseValues(ledger.fields, action.asks ?? [], command.values ?? {})
  const cleared = Object.fromEntries((action.clears ?? []).map((key) => [key, null]))
  const stated = { ...cleared, ...form.values, ...action.set }
  const values = { ...item.values, ...stated }
  const special = specialDraft(item, known, command)
  const added = (command.evidence ?? []).map((proof) => newProof(proof, command))
  return {
    changes: { ...changesOf(item.values, stated, Object.keys(form.values)), ...special.changes },
    evidence: [...added, ...special.evidence],
    refusals: [
      ...form.refusals,
      ...requiredRefusals(ledger, action.requires ?? [], values),
      ...pastDateRefusals(ledger, known, values, command.at),
      ...noteRefusals(action, noteOf(command)),
      ...proofRefusals(action, [...item.evidence, ...added]),
      ...special.refusals,
    ],
  }
}

const NOTHING: Draft = { changes: {}, evidence: [], refusals: [] }

/** What the built-in actions check and change beyond the common rules. */
function specialDraft(item: ItemState, { id, builtIn }: KnownAction, command: Command): Draft {
  if (builtIn && id === 'transfer') return transferDraft(item, command)
  if (command.common && Object.keys(command.common).length > 0) return refused(parseCommon(command.common, []).refusals)
  if (builtIn && id === 'judge') return judgeDraft(item, command)
  if (builtIn && id === 'attach' && !command.evidence?.length) {
    return refused([refusal('needs_proof', t('还没选文件', 'No file is chosen'), 'evidence')])
  }
  return NOTHING
}

function transferDraft(item: ItemState, command: Command): Draft {
  const { common, refusals } = parseCommon(command.common ?? {}, ['lead_unit', 'co_units', 'leader_post'])
  if (refusals.length > 0) return refused(refusals)
  const next = { ...commonOf(item), ...common }
  const changes = changesOf({ ...commonOf(item) }, { ...next, co_units: cleanCoUnits(next.lead_unit, next.co_units) })
  if (isFilled(Object.keys(changes))) return { ...NOTHING, changes }
  return refused([
    refusal(
      'needs_field',
      t('单位没有改动，先选要改派的单位', 'Nothing would change: choose another unit'),
      'lead_unit',
    ),
  ])
}

function judgeDraft(item: ItemState, { target, verdict, actor, note }: Command): Draft {
  const proof = item.evidence.find(({ id }) => id === target)
  if (!proof) return refused([refusal('needs_field', t('先选一件佐证', 'Choose a proof first'), 'target')])
  if (verdict === undefined || verdict === 'pending') {
    return refused([
      refusal('needs_field', t('先选结论：有效、存疑或不予采信', 'Choose valid, doubtful or rejected'), 'verdict'),
    ])
  }
  const refusals: Refusal[] = []
  if (proof.by === actor.account) {
    refusals.push(
      refusal(
        'same_person',
        t('这件佐证是本账号上传的，要由另一人核验', 'This account added the proof; another person must judge it'),
      ),
    )
  }
  if (verdict !== 'valid' && !note?.trim()) {
    refusals.push(
      refusal('needs_note', t('存疑或不予采信要写明理由', 'Doubting or rejecting a proof needs a reason'), 'note'),
    )
  }
  return { changes: {}, evidence: [{ ...proof, verdict }], refusals }
}

function refused(refusals: readonly Refusal[]): Draft {
  return { ...NOTHING, refusals }
}

/** 撤回: the history without the entry taken back. Both entries stay. */
function takeBack(ledger: AnyLedger, item: ItemState, command: Command, ctx: Context): Outcome {
  const entries = ctx.entries ?? []
  const target = undoTarget(entries)
  const refusals = undoRefusals(ledger, target, command.actor, command.at)
  if (!target || refusals.length > 0) return { ok: false, refusals }
  const draft = entryOf(ledger, item, command, { to: item.stage, changes: {}, evidence: [], reverts: target.id })
  const restored = replay(ledger, item, [...entries, draft], ctx)
  const entry = { ...draft, to: restored.stage, changes: differences(item, restored) }
  return { ok: true, item: restored, entry }
}

type EntryParts = Pick<Entry, 'to' | 'changes' | 'evidence' | 'reverts'>

function entryOf(ledger: AnyLedger, item: ItemState, command: Command, parts: EntryParts): Entry {
  return {
    id: command.entryId,
    seq: item.version + 1,
    action: command.action,
    at: command.at,
    actor: entryActor(command.actor),
    from: item.stage,
    note: noteOf(command),
    ruleVersion: ledger.version,
    ...parts,
  }
}

export function entryActor({ account, post, unit, roles }: Actor): EntryActor {
  return { account, post, unit, roles }
}

export function newProof(proof: NewEvidence, { actor, at }: Pick<Command, 'actor' | 'at'>): Evidence {
  const { id, sha256, name, type, size, kind, place, takenOn, amount } = proof
  const facts = { id, sha256, name, type, size, kind, place, takenOn, amount }
  return { ...facts, verdict: 'pending', unit: actor.unit, by: actor.account, addedAt: at }
}

function noteOf({ note }: Command): string | null {
  const words = note?.trim() ?? ''
  return words === '' ? null : words
}
