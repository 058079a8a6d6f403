import { type SelectQueryBuilder, sql } from 'kysely'
import { AppError } from '../errors.ts'
import { inChunks } from './chunks.ts'
import type { Db, Schema } from './schema.ts'
import type { CommitmentState } from './schema-report.ts'
import { json } from './values.ts'

type Data = Readonly<Record<string, unknown>>

/** What the officer decided, and the columns that are searched. */
export interface DecisionState {
  readonly state: CommitmentState
  readonly label: string
  readonly decision: Data
  readonly leadUnit: string | null
  readonly dueOn: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
}

export interface NewCommitment extends DecisionState {
  readonly id: string
  /** Order in the report; the parts of a split take the place of the whole. */
  readonly seq: number
  readonly start: number
  readonly end: number
  readonly section: string | null
  readonly confidence: number
  /** What the reader proposed; never changed. */
  readonly proposal: Data
}

export interface Commitment extends NewCommitment {
  readonly report: string
  readonly itemId: string | null
  readonly version: number
}

export async function insertCommitments(
  tx: Db,
  city: string,
  report: string,
  list: readonly NewCommitment[],
): Promise<void> {
  for (const chunk of inChunks(list, 1000)) {
    await tx
      .insertInto('commitment')
      .values(
        chunk.map(({ start, end, proposal, decision, leadUnit, dueOn, decidedBy, decidedAt, ...rest }) => ({
          ...rest,
          jurisdiction: city,
          report_id: report,
          span_start: start,
          span_end: end,
          proposal: json(proposal),
          decision: json(decision),
          lead_unit: leadUnit,
          due_on: dueOn,
          decided_by: decidedBy,
          decided_at: decidedAt,
          item_id: null,
          version: 1,
        })),
      )
      .execute()
  }
}

/** In the order of the report. */
export async function listCommitments(
  db: Db,
  city: string,
  report: string,
  { ids }: { readonly ids?: readonly string[] } = {},
): Promise<Commitment[]> {
  const query = commitments(db, city).where('report_id', '=', report)
  return chosen(query, ids).orderBy('seq').orderBy('span_start').orderBy('id').execute()
}

/** The same, locked until the transaction ends, always in one order, so that two officers cannot block each other. */
export async function lockCommitments(
  tx: Db,
  city: string,
  report: string,
  ids?: readonly string[],
): Promise<Commitment[]> {
  const query = commitments(tx, city).where('report_id', '=', report)
  return chosen(query, ids).orderBy('seq').orderBy('span_start').orderBy('id').forUpdate().execute()
}

export interface SavedDecision extends DecisionState {
  readonly id: string
  /** The version the officer saw; one higher afterwards. */
  readonly version: number
}

/**
 * Writes decisions, all or none: throws conflict with the rows as they stand now (`current`: Commitment[]) where one
 * has been changed since. One statement: update … from the list, row by row where the version still fits.
 */
export async function saveDecisions(
  tx: Db,
  city: string,
  report: string,
  list: readonly SavedDecision[],
): Promise<void> {
  if (list.length === 0) return
  const { numAffectedRows } = await sql`
    update commitment c set state = x.state, label = x.label, decision = x.decision, lead_unit = x."leadUnit",
      due_on = x."dueOn", decided_by = x."decidedBy", decided_at = x."decidedAt", version = c.version + 1
    from jsonb_to_recordset(${json(list)}) as x (id text, version int, state text, label text, decision jsonb,
      "leadUnit" text, "dueOn" date, "decidedBy" text, "decidedAt" timestamptz)
    where c.jurisdiction = ${city} and c.report_id = ${report} and c.id = x.id and c.version = x.version
  `.execute(tx)
  if (numAffectedRows === BigInt(list.length)) return
  const current = await listCommitments(tx, city, report, { ids: list.map(({ id }) => id) })
  throw new AppError('conflict', { current })
}

/** Notes which item each commitment became. */
export async function linkCommitments(
  tx: Db,
  city: string,
  report: string,
  list: readonly { readonly commitment: string; readonly item: string }[],
): Promise<void> {
  if (list.length === 0) return
  await sql`
    update commitment c set item_id = x.item, version = c.version + 1
    from jsonb_to_recordset(${json(list)}) as x (commitment text, item text)
    where c.jurisdiction = ${city} and c.report_id = ${report} and c.id = x.commitment
  `.execute(tx)
}

export async function findCommitmentByItem(db: Db, city: string, item: string): Promise<Commitment | null> {
  return (await commitments(db, city).where('item_id', '=', item).executeTakeFirst()) ?? null
}

export interface CommitmentCounts {
  /** All but those that were merged into another or split up. */
  readonly total: number
  readonly pending: number
  readonly accepted: number
  readonly edited: number
  readonly rejected: number
  readonly later: number
  /** Without a lead unit, of those not rejected. */
  readonly noLead: number
  readonly lowConfidence: number
  /** Whose due date stands in the text: `decision.dueDefault` is false. */
  readonly statedDeadline: number
  readonly byLabel: Readonly<Record<string, number>>
}

/** Below this the reader itself doubts its proposal. */
export const LOW_CONFIDENCE = 0.6

/** By report, for those that have commitments: group by report × state × label, added up here. */
export async function countCommitments(
  db: Db,
  city: string,
  reports: readonly string[],
  lowConfidence = LOW_CONFIDENCE,
): Promise<Map<string, CommitmentCounts>> {
  if (reports.length === 0) return new Map()
  const rows = await db
    .selectFrom('commitment')
    .select(({ fn }) => [
      'report_id as report',
      'state',
      'label',
      fn.countAll<number>().as('n'),
      fn.countAll<number>().filterWhere('lead_unit', 'is', null).as('noLead'),
      fn.countAll<number>().filterWhere('confidence', '<', lowConfidence).as('low'),
      fn
        .countAll<number>()
        .filterWhere(sql<boolean>`decision->'dueDefault' = 'false'::jsonb`)
        .as('stated'),
    ])
    .where('jurisdiction', '=', city)
    .where('report_id', 'in', reports)
    .where('state', 'not in', ['merged', 'split'])
    .groupBy(['report_id', 'state', 'label'])
    .execute()
  return new Map(reports.map((report) => [report, added(rows.filter((row) => row.report === report))]))
}

interface CountRow {
  readonly state: CommitmentState
  readonly label: string
  readonly n: number
  readonly noLead: number
  readonly low: number
  readonly stated: number
}

function added(rows: readonly CountRow[]): CommitmentCounts {
  const sum = (of: (row: CountRow) => number) => rows.reduce((total, row) => total + of(row), 0)
  const inState = (state: CommitmentState) => sum((row) => (row.state === state ? row.n : 0))
  const byLabel: Record<string, number> = {}
  for (const { label, n } of rows) byLabel[label] = (byLabel[label] ?? 0) + n
  return {
    total: sum(({ n }) => n),
    pending: inState('pending'),
    accepted: inState('accepted'),
    edited: inState('edited'),
    rejected: inState('rejected'),
    later: inState('later'),
    noLead: sum((row) => (row.state === 'rejected' ? 0 : row.noLead)),
    lowConfidence: sum(({ low }) => low),
    statedDeadline: sum(({ stated }) => stated),
    byLabel,
  }
}

function chosen<O>(query: SelectQueryBuilder<Schema, 'commitment', O>, ids: readonly string[] | undefined) {
  return ids === undefined ? query : query.where(sql<boolean>`id = any(${ids}::text[])`)
}

function commitments(db: Db, city: string) {
  return db
    .selectFrom('commitment')
    .select([
      'report_id as report',
      'id',
      'seq',
      'span_start as start',
      'span_end as end',
      'label',
      'section',
      'confidence',
      'state',
      'proposal',
      'decision',
      'lead_unit as leadUnit',
      'due_on as dueOn',
      'decided_by as decidedBy',
      'decided_at as decidedAt',
      'item_id as itemId',
      'version',
    ])
    .where('jurisdiction', '=', city)
}
