import { dayText } from '../../calendar/day.ts'
import { dayOf, momentText } from '../../calendar/moment.ts'
import { nextClock } from '../../engine/clocks.ts'
import type { Entry, ItemState } from '../../engine/item.ts'
import { type AnyLedger, entryFor } from '../../engine/ledger.ts'
import { isSilent } from '../../engine/lights.ts'
import { type CountedTriple, type StatedTriple, tripleOf } from '../../engine/progress.ts'
import { t, type Text } from '../../text.ts'
import type { TripleView } from '../present/item.ts'
import type { Viewing } from './viewing.ts'

/** The three statuses with their words. `entries`: newest first, for what changed since the report before. */
export function tripleView(
  ledger: AnyLedger,
  item: ItemState,
  entries: readonly Entry[],
  viewing: Viewing,
): TripleView {
  const triple = tripleOf(ledger, item, viewing.now, viewing.calendar)
  const view =
    triple.kind === 'counted'
      ? countedView(ledger, item, triple, { entries, viewing })
      : statedView(ledger, item, triple, viewing)
  const mute = isSilent(ledger, item, viewing.now) && view.reported.light !== 'late'
  return mute ? { ...view, reported: { ...view.reported, light: 'mute' } } : view
}

interface Told {
  readonly entries: readonly Entry[]
  readonly viewing: Viewing
}

function countedView(ledger: AnyLedger, item: ItemState, triple: CountedTriple, told: Told): TripleView {
  const { reported, evidenced, schedule } = triple
  const unit = reported.unit?.zh ?? null
  const of = reported.of
  const step = lastStep(ledger, told.entries)
  const said = reportedNote(item, told.viewing)
  return {
    reported: {
      light: reported.light,
      value: reported.value,
      of,
      unit,
      note:
        step === null ? said : t(`${said.zh}，比上次 ${signed(step)}`, `${said.en}, ${signed(step)} since the last`),
    },
    evidenced: { light: evidenced.light, value: evidenced.value, of, unit, note: proofNote(evidenced, unit ?? '') },
    schedule: {
      light: schedule.light,
      value: schedule.planned,
      of,
      unit,
      note: planNote(ledger, item, schedule.gap, told.viewing),
    },
  }
}

function statedView(ledger: AnyLedger, item: ItemState, triple: StatedTriple, viewing: Viewing): TripleView {
  const { reported, evidenced, schedule } = triple
  const { valid, pending, total } = evidenced
  return {
    reported: { light: reported.light, value: null, of: null, unit: null, note: reportedNote(item, viewing) },
    evidenced: {
      light: evidenced.light,
      value: valid,
      of: total,
      unit: '件',
      note:
        total === 0
          ? t('还没有佐证', 'No proof yet')
          : t(`有效 ${valid} 件，待核验 ${pending} 件`, `${valid} valid, ${pending} to be checked`),
    },
    schedule: { light: schedule.light, value: null, of: null, unit: null, note: dueNote(ledger, item, viewing) },
  }
}

function reportedNote(item: ItemState, { directory, now }: Viewing): Text {
  if (item.lastReportAt === null) return t('还没报过', 'Not reported yet')
  const { short } = directory.unit(item.lead_unit)
  const [day, today] = [dayOf(item.lastReportAt), dayOf(now)]
  return t(`${short.zh} ${dayText(day, 'zh', today)}报`, `${short.en}, ${dayText(day, 'en', today)}`)
}

function proofNote({ valid, total, missing }: CountedTriple['evidenced'], unit: string): Text {
  if (total === 0) return t('还没有佐证', 'No proof yet')
  const have = t(`${total} 件佐证，${valid} 件有效`, `${total} proofs, ${valid} valid`)
  if (missing === 0) return have
  return t(`${have.zh}，已报的还缺 ${missing} ${unit}`, `${have.en}; ${missing} reported without proof`)
}

function planNote(ledger: AnyLedger, item: ItemState, gap: number | null, viewing: Viewing): Text {
  const nodes = (ledger.progress?.plan ?? []).map((key) => item.values[key])
  if (nodes.every((node) => node === null || node === undefined)) return dueNote(ledger, item, viewing)
  const listed = nodes.map((node) => (typeof node === 'number' ? String(node) : '—')).join(' · ')
  const behind = gap !== null && gap < 0 ? t(`，差 ${-gap}`, `, ${-gap} behind`) : t('', '')
  return t(`季度节点 ${listed}${behind.zh}`, `Quarterly nodes ${listed}${behind.en}`)
}

function dueNote(ledger: AnyLedger, item: ItemState, { now }: Viewing): Text {
  const clock = nextClock(item)
  const definition = clock && entryFor(ledger.clocks, clock.name)
  if (!clock?.dueAt || !definition) return t('没有在走的时限', 'No clock is running')
  return t(
    `${definition.label.zh} ${momentText(clock.dueAt, 'zh', dayOf(now))} 到期`,
    `${definition.label.en}: due ${momentText(clock.dueAt, 'en', dayOf(now))}`,
  )
}

/** How much the last report added; null where it was the first, or is not among these entries. */
function lastStep(ledger: AnyLedger, entries: readonly Entry[]): number | null {
  const key = ledger.progress?.reported
  const change =
    key === undefined ? undefined : entries.find(({ changes }) => Object.hasOwn(changes, key))?.changes[key]
  if (typeof change?.from !== 'number' || typeof change.to !== 'number') return null
  return Math.round((change.to - change.from) * 1000) / 1000
}

function signed(n: number): string {
  return n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '±0'
}
