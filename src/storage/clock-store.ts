import { sql } from 'kysely'
import type { Db } from './schema.ts'

/** A rung whose time has come. */
export interface DueRung {
  readonly item: string
  readonly ledger: string
  readonly clock: string
  readonly run: number
  readonly rung: string
  readonly at: string
}

/** Rungs to fire by `now`, the oldest first: read from the index of the next rungs, whatever else is stored. */
export async function dueRungs(db: Db, city: string, now: string, limit: number): Promise<DueRung[]> {
  const rows = await db
    .selectFrom('clock')
    .select(['item_id as item', 'ledger', 'name as clock', 'run', 'next_rung as rung', 'next_rung_at as at'])
    .where('jurisdiction', '=', city)
    .where('next_rung_at', '<=', now)
    .where('next_rung', 'is not', null)
    .orderBy('next_rung_at')
    .orderBy('item_id')
    .orderBy('name')
    .limit(limit)
    .$narrowType<{ rung: string; at: string }>()
    .execute()
  return rows
}

export interface Claim {
  readonly item: string
  readonly clock: string
  readonly run: number
  readonly rung: string
  readonly at: string
  /** What comes after it: engine `nextRung(…, [rung])`; null where the ladder ends. */
  readonly next: { readonly rung: string; readonly at: string } | null
}

/**
 * Takes a rung to fire; false where it was taken before: each fires once in a run, whoever ticks. One statement: the
 * claim is the row, and where it is new the clock is set to the rung that follows.
 */
export async function claimRung(tx: Db, city: string, { item, clock, run, rung, at, next }: Claim): Promise<boolean> {
  const { rows } = await sql<{ claimed: boolean }>`
    with claim as (
      insert into rung (jurisdiction, item_id, clock, run, rung, fired_at)
      values (${city}, ${item}, ${clock}, ${run}, ${rung}, ${at}) on conflict do nothing returning rung
    ), step as (
      update clock set next_rung = ${next?.rung ?? null}, next_rung_at = ${next?.at ?? null}::timestamptz
      where jurisdiction = ${city} and item_id = ${item} and name = ${clock} and run = ${run} and next_rung = ${rung}
      returning run
    )
    select exists (select from claim) as claimed from (select count(*) from step) s`.execute(tx)
  return rows[0]?.claimed === true
}

/** When the next rung of the city is due; null where none is. */
export async function nextRungAt(db: Db, city: string): Promise<string | null> {
  const row = await db
    .selectFrom('clock')
    .select('next_rung_at as at')
    .where('jurisdiction', '=', city)
    .where('next_rung_at', 'is not', null)
    .orderBy('next_rung_at')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Every run of an item's clocks, in order: the newest is the one the item shows. */
export async function listRuns(
  db: Db,
  city: string,
  item: string,
): Promise<{ clock: string; run: number; startedAt: string; dueAt: string | null; stoppedAt: string | null }[]> {
  return db
    .selectFrom('clock')
    .select(['name as clock', 'run', 'started_at as startedAt', 'due_at as dueAt', 'stopped_at as stoppedAt'])
    .where('jurisdiction', '=', city)
    .where('item_id', '=', item)
    .orderBy('name')
    .orderBy('run')
    .execute()
}
