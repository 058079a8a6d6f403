import { scopeOf } from '../../access/scope.ts'
import type { Actor } from '../../engine/actor.ts'
import type { AnyLedger, Metric, Standing } from '../../engine/ledger.ts'
import { ledgers } from '../../ledgers/index.ts'
import { dueWindow } from '../../storage/due-window.ts'
import { type Figure, figuresOf } from '../../storage/metric-query.ts'
import { type LightCounts, readDue, readRollup, readStages, type RollupQuery } from '../../storage/rollup-query.ts'
import { t } from '../../text.ts'
import type { LedgerFigures, LedgerSummary, MetricView } from '../present/ledger.ts'
import { dbOf, type Services } from '../services.ts'

function rollupFor({ context }: Services, actor: Actor, of: readonly AnyLedger[]): RollupQuery {
  return { scope: scopeOf(actor), ledgers: of, now: context.now(), calendar: context.calendar }
}

/** Each ledger with its counts in the actor's scope, from the rollups. */
export async function ledgerSummaries(services: Services, actor: Actor): Promise<LedgerSummary[]> {
  const [db, { city }] = [dbOf(services), services.context]
  const query = rollupFor(services, actor, ledgers)
  const [rows, due] = await Promise.all([
    readRollup(db, city, query, ['ledger']),
    readDue(db, city, query, dueWindow('today', query.now)),
  ])
  return ledgers.map(({ id, label, code, about }) => {
    const counts = rows.find(({ ledger }) => ledger === id)?.counts ?? NO_ITEMS
    return {
      id,
      label,
      code,
      about,
      total: counts.all,
      open: counts.all - counts.done,
      late: counts.late,
      dueToday: due.find(({ ledger }) => ledger === id)?.items ?? 0,
      silent: counts.silent,
    }
  })
}

/** The figures of one ledger with its metrics, or of all together (`ledger` null), which have no metric in common. */
export async function ledgerFigures(
  services: Services,
  actor: Actor,
  ledger: AnyLedger | null,
): Promise<LedgerFigures> {
  const [db, { city }] = [dbOf(services), services.context]
  const query = rollupFor(services, actor, ledger ? [ledger] : ledgers)
  const [rows, stages, today, week, figures] = await Promise.all([
    readRollup(db, city, query),
    readStages(db, city, query),
    readDue(db, city, query, dueWindow('today', query.now)),
    readDue(db, city, query, dueWindow('week', query.now)),
    ledger ? figuresOf(db, city, ledger, query.scope, query.now) : [],
  ])
  const counts = rows[0]?.counts ?? NO_ITEMS
  const standing = (wanted: Standing) => sum(stages.filter((row) => row.standing === wanted))
  return {
    asOf: query.now,
    total: counts.all,
    open: counts.all - counts.done,
    done: counts.done,
    late: counts.late,
    dueToday: sum(today),
    dueWeek: sum(week),
    silent: counts.silent,
    review: standing('review'),
    paused: standing('paused'),
    byStage: byStage(stages),
    metrics: ledger ? figures.flatMap((figure) => metricView(ledger, figure)) : [],
  }
}

function metricView(ledger: AnyLedger, { id, value, of, per }: Figure): MetricView[] {
  const metric: Metric | undefined = ledger.metrics[id]
  if (!metric) return []
  const { label, formula, target = null } = metric
  const unit = metric.unit ?? (metric.per ? PERCENT : null)
  const href = `/ledgers/${ledger.id}?metric=${encodeURIComponent(id)}&part=of`
  return [{ id, label, formula, value, unit, of, per, target, href }]
}

const PERCENT = t('%', '%')

function byStage(stages: readonly { readonly stage: string; readonly items: number }[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { stage, items } of stages) counts[stage] = (counts[stage] ?? 0) + items
  return counts
}

function sum(rows: readonly { readonly items: number }[]): number {
  return rows.reduce((total, { items }) => total + items, 0)
}

/** Where there is no cell, nothing is counted: zero is known here. */
export const NO_ITEMS: LightCounts = {
  all: 0,
  silent: 0,
  late: 0,
  warn: 0,
  back: 0,
  ok: 0,
  wait: 0,
  pause: 0,
  done: 0,
}
