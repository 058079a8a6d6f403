import type { Text } from '../text.ts'
import type { ItemState } from './item.ts'
import { type AnyLedger, entryFor, type Standing } from './ledger.ts'

/** Where the item's stage stands. Throws on a stage the definition does not have: then the wrong definition was used. */
export function standingOf(ledger: AnyLedger, item: Pick<ItemState, 'stage'>): Standing {
  return getStage(ledger, item.stage).standing
}

export function stageLabel(ledger: AnyLedger, stage: string): Text {
  return getStage(ledger, stage).label
}

/** Ids of the stages with one of these standings, in the order of the definition. */
export function stagesWith(ledger: AnyLedger, standings: readonly Standing[]): string[] {
  return Object.entries(ledger.stages)
    .filter(([, stage]) => standings.includes(stage.standing))
    .map(([id]) => id)
}

function getStage(ledger: AnyLedger, id: string) {
  const stage = entryFor(ledger.stages, id)
  if (!stage) throw new Error(`${ledger.id}.stages.${id}: no such stage`)
  return stage
}
