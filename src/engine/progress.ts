import { addDays, type Day, daysBetween, yearOf } from '../calendar/day.ts'
import { dayOf, type Moment } from '../calendar/moment.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { Text } from '../text.ts'
import { isLate } from './clock-due.ts'
import { fromMillionths, sumOf, toMillionths } from './exact-sums.ts'
import type { Evidence, ItemState } from './item.ts'
import { type AnyLedger, entryFor, many, type Progress } from './ledger.ts'
import { type Light, lightOf } from './lights.ts'

/** What a unit has promised to reach, in numbers. */
export interface CountedTriple {
  readonly kind: 'counted'
  readonly reported: {
    readonly value: number | null
    readonly of: number
    readonly unit: Text | null
    readonly light: Light
  }
  readonly evidenced: {
    /** Proofs found valid, and how many there are in all. */
    readonly valid: number
    readonly total: number
    /** What the valid ones show done. */
    readonly value: number
    readonly of: number
    readonly light: Light
    /** Reported, but not shown by valid proof. */
    readonly missing: number
  }
  readonly schedule: {
    /** What the plan wants by today; null where no node is planned. */
    readonly planned: number | null
    readonly light: Light
    /** Shown by proof against the plan: negative is behind. */
    readonly gap: number | null
  }
}

/** A promise without a number: what was said last, what proof there is, how its clocks stand. */
export interface StatedTriple {
  readonly kind: 'stated'
  readonly reported: { readonly at: Moment | null; readonly light: Light }
  readonly evidenced: {
    readonly valid: number
    readonly pending: number
    readonly total: number
    readonly light: Light
  }
  readonly schedule: { readonly light: Light }
}

export type Triple = CountedTriple | StatedTriple

/** The three statuses, side by side and never averaged: reported, evidenced, schedule. */
export function tripleOf(ledger: AnyLedger, item: ItemState, now: Moment, calendar: WorkCalendar): Triple {
  const light = lightOf(ledger, item, now, calendar)
  const { progress } = ledger
  const target = progress ? numberIn(item, progress.target) : null
  if (!progress || target === null) return statedTriple(ledger, item, now, light)
  return countedTriple(ledger, item, { progress, target, today: dayOf(now), light })
}

interface Counted {
  readonly progress: Progress
  readonly target: number
  readonly today: Day
  readonly light: Light
}

function countedTriple(ledger: AnyLedger, item: ItemState, { progress, target, today, light }: Counted): CountedTriple {
  const value = numberIn(item, progress.reported)
  const proofs = proofCounts(item.evidence)
  const shown = fromMillionths(sumOf(validProofs(item.evidence).map(({ amount }) => amount)))
  const planned = plannedOn(progress, item, today)
  const missing = Math.max(0, exact((value ?? 0) - shown))
  const gap = planned === null ? null : exact(shown - planned)
  return {
    kind: 'counted',
    reported: { value, of: target, unit: unitOf(ledger, progress, item), light: reportedLight(light, value, planned) },
    evidenced: {
      valid: proofs.valid,
      total: proofs.total,
      value: shown,
      of: target,
      light: light === 'done' ? 'done' : proofs.total === 0 ? 'wait' : missing > 0 ? 'warn' : 'ok',
      missing,
    },
    schedule: { planned, light: scheduleLight(light, gap), gap },
  }
}

/** Amber where the unit itself reports less than its plan wants by today. */
function reportedLight(light: Light, value: number | null, planned: number | null): Light {
  if (light === 'done') return 'done'
  if (value === null) return 'wait'
  return planned !== null && value < planned ? 'warn' : 'ok'
}

/** Red stays for what is past due; to be behind the plan is amber. */
function scheduleLight(light: Light, gap: number | null): Light {
  const settled = light === 'done' || light === 'pause' || light === 'late'
  return !settled && gap !== null && gap < 0 ? 'warn' : light
}

function statedTriple(ledger: AnyLedger, item: ItemState, now: Moment, light: Light): StatedTriple {
  const proofs = proofCounts(item.evidence)
  return {
    kind: 'stated',
    reported: { at: item.lastReportAt, light: statedReportLight(ledger, item, now, light) },
    evidenced: {
      ...proofs,
      light: light === 'done' ? 'done' : proofs.total === 0 ? 'wait' : proofs.valid === 0 ? 'warn' : 'ok',
    },
    schedule: { light },
  }
}

/** Red where a report is overdue; hollow before the first one. */
function statedReportLight(ledger: AnyLedger, item: ItemState, now: Moment, light: Light): Light {
  if (light === 'done') return 'done'
  const reportClocks = Object.entries(ledger.clocks).filter(([, clock]) =>
    many(clock.stops).some((id) => entryFor(ledger.actions, id)?.reports === true),
  )
  const overdue = reportClocks.some(([name]) => {
    const clock = item.clocks[name]
    return clock !== undefined && isLate(clock, now)
  })
  if (overdue) return 'late'
  return item.lastReportAt === null ? 'wait' : 'ok'
}

/**
 * What the quarterly nodes want by a day: straight from node to node, by natural days, from zero at the start of the
 * year in which the item was opened. Whole numbers are rounded down: a half-built school is not yet due.
 */
export function plannedOn(progress: Progress, item: ItemState, today: Day): number | null {
  const year = yearOf(dayOf(item.openedAt))
  const ends = [`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`]
  const nodes = progress.plan.flatMap((key, index) => {
    const [total, on] = [numberIn(item, key), ends[index]]
    return total === null || on === undefined ? [] : [{ on, total }]
  })
  if (nodes.length === 0) return null
  const whole = nodes.every(({ total }) => Number.isInteger(total))
  const wanted = between([{ on: addDays(`${year}-01-01`, -1), total: 0 }, ...nodes], today)
  return whole ? Math.floor(wanted) : exact(wanted)
}

type Node = Readonly<{ on: Day; total: number }>

function between(nodes: readonly Node[], today: Day): number {
  const next = nodes.findIndex(({ on }) => on >= today)
  const [before, after] = [nodes[next - 1], nodes[next]]
  if (!after) return nodes.at(-1)?.total ?? 0
  if (!before) return after.total
  const share = daysBetween(before.on, today) / daysBetween(before.on, after.on)
  return before.total + (after.total - before.total) * share
}

function unitOf(ledger: AnyLedger, { unit, target }: Progress, item: ItemState): Text | null {
  const named = unit === undefined ? null : item.values[unit]
  if (typeof named !== 'string') return entryFor(ledger.fields, target)?.unit ?? null
  const option = unit === undefined ? undefined : entryFor(ledger.fields, unit)?.options?.[named]
  return option ?? { zh: named, en: named }
}

function proofCounts(evidence: readonly Evidence[]) {
  const pending = evidence.filter(({ verdict }) => verdict === 'pending').length
  return { valid: validProofs(evidence).length, pending, total: evidence.length }
}

function validProofs(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(({ verdict }) => verdict === 'valid')
}

/** A number field, or a money field kept as text. */
function numberIn(item: ItemState, key: string): number | null {
  const size = toMillionths(item.values[key])
  return size === null ? null : fromMillionths(size)
}

/** Cuts the dust of binary fractions. */
function exact(n: number): number {
  return Math.round(n * 1000) / 1000
}
