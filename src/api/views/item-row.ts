import { nextClock } from '../../engine/clocks.ts'
import type { ItemState } from '../../engine/item.ts'
import { type AnyLedger, entryFor } from '../../engine/ledger.ts'
import { isSilent, lightOf } from '../../engine/lights.ts'
import { tripleOf } from '../../engine/progress.ts'
import { rungsOf } from '../../engine/rungs.ts'
import { stageLabel } from '../../engine/stages.ts'
import { getLedger } from '../../ledgers/index.ts'
import type { ItemRow } from '../present/item.ts'
import type { Viewing } from './viewing.ts'

/** An item as a row of a table. */
export function itemRow(item: ItemState, { directory, now, calendar }: Viewing): ItemRow {
  const ledger = getLedger(item.ledger)
  const silent = isSilent(ledger, item, now)
  const { reported, evidenced, schedule } = tripleOf(ledger, item, now, calendar)
  const { id, number, title, stage, region, section, openedAt, closedAt, lastReportAt, lastEntryAt, version } = item
  return {
    id,
    ledger: ledger.id,
    number,
    title,
    stage,
    region,
    section,
    openedAt,
    closedAt,
    lastReportAt,
    lastEntryAt,
    stageLabel: stageLabel(ledger, stage),
    light: lightOf(ledger, item, now, calendar),
    silent,
    leadUnit: directory.unit(item.lead_unit),
    coUnits: item.co_units.map((unit) => directory.unit(unit)),
    leader: item.leader_post === null ? null : directory.post(item.leader_post),
    ...dueOf(ledger, item),
    rungs: rungsOf(ledger, item, now),
    triple: {
      reported: silent && reported.light !== 'late' ? 'mute' : reported.light,
      evidenced: evidenced.light,
      schedule: schedule.light,
    },
    evidenceCount: item.evidence.length,
    version,
    values: item.values,
  }
}

function dueOf(ledger: AnyLedger, item: ItemState): Pick<ItemRow, 'dueAt' | 'dueClock'> {
  const clock = nextClock(item)
  const definition = clock && entryFor(ledger.clocks, clock.name)
  return {
    dueAt: clock?.dueAt ?? null,
    dueClock: clock && definition ? { id: clock.name, label: definition.label } : null,
  }
}
