import { t } from '../text.ts'
import type { Role } from './actor.ts'
import { type Action, type AnyLedger, entryFor, many, type Standing } from './ledger.ts'
import { stagesWith } from './stages.ts'

const LIVE: readonly Standing[] = ['wait', 'open', 'review', 'paused']
const ALL: readonly Standing[] = [...LIVE, 'done']
const EVERYBODY: readonly Role[] = ['owner', 'co', 'supervisor', 'leader']

type BuiltIn = Omit<Action, 'from'> & { readonly standings: readonly Standing[] }

/** Actions that every ledger has. None of them changes the stage. */
const BUILT_IN = {
  attach: {
    label: t('上传佐证', 'Attach proof'),
    standings: LIVE,
    by: ['owner', 'co', 'supervisor'],
    note: 'optional',
  },
  judge: {
    label: t('佐证核验', 'Judge proof'),
    past: t('核验佐证', 'Proof judged'),
    standings: LIVE,
    by: 'supervisor',
    note: 'optional',
    notifies: 'owner',
  },
  remark: {
    label: t('备注', 'Remark'),
    standings: ALL,
    by: EVERYBODY,
    note: 'required',
  },
  press: {
    label: t('催办', 'Press'),
    past: t('催办', 'Pressed'),
    standings: ['wait', 'open', 'review'],
    by: ['supervisor', 'leader'],
    note: 'optional',
    notifies: 'owner',
  },
  transfer: {
    label: t('改派', 'Transfer'),
    past: t('改派', 'Transferred'),
    standings: LIVE,
    by: 'supervisor',
    note: 'required',
    notifies: ['owner', 'co'],
  },
  undo: {
    label: t('撤回', 'Undo'),
    past: t('撤回', 'Taken back'),
    standings: ALL,
    by: EVERYBODY,
    note: 'optional',
    undo: false,
  },
  remind: {
    label: t('到期提醒', 'Remind'),
    past: t('到期提醒', 'Reminded'),
    standings: LIVE,
    by: 'system',
    note: 'optional',
    undo: false,
  },
  escalate: {
    label: t('逾期上报', 'Escalate'),
    past: t('逾期上报', 'Escalated'),
    standings: LIVE,
    by: 'system',
    note: 'optional',
    undo: false,
  },
} as const satisfies Readonly<Record<string, BuiltIn>>

export type BuiltInId = keyof typeof BUILT_IN

/** Ids that a ledger's own actions must not use; 'create' is the entry that opens an item. */
export const RESERVED_ACTIONS: readonly string[] = [...Object.keys(BUILT_IN), 'create']

export const CREATE_LABEL = t('交办', 'Issued')

/** Entries that only tell: they move nothing, so undo reaches past them. */
export const SYSTEM_ACTIONS: readonly string[] = ['remind', 'escalate']

export interface KnownAction {
  readonly id: string
  readonly action: Action
  readonly builtIn: boolean
}

/** An action of the ledger or one that every ledger has; null for an unknown id. */
export function findAction(ledger: AnyLedger, id: string): KnownAction | null {
  const own = entryFor(ledger.actions, id)
  if (own) return { id, action: own, builtIn: false }
  if (!isBuiltIn(id)) return null
  const { standings, ...rest }: BuiltIn = BUILT_IN[id]
  return { id, action: { ...rest, from: stagesWith(ledger, standings) }, builtIn: true }
}

/** All actions that people may take, the ledger's own first, in the order of the definition. */
export function allActions(ledger: AnyLedger): KnownAction[] {
  return [...Object.keys(ledger.actions), ...Object.keys(BUILT_IN)]
    .map((id) => findAction(ledger, id))
    .filter((known) => known !== null)
    .filter(({ action }) => !many(action.by).every((role) => role === 'system'))
}

function isBuiltIn(id: string): id is BuiltInId {
  return Object.hasOwn(BUILT_IN, id)
}
