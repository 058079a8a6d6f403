import { sql } from 'kysely'
import type { Entry } from '../engine/item.ts'
import { entryHash } from './entry-hash.ts'
import type { Db } from './schema.ts'

export interface StoredEntry extends Entry {
  readonly hash: string
}

export interface EntryPage {
  /** Only entries with a higher seq. */
  readonly after?: number
  /** Only entries with a lower seq. */
  readonly before?: number
  readonly limit?: number
  /** By seq; 'asc' is the default. */
  readonly order?: 'asc' | 'desc'
}

/** An item's history, the whole of it unless a page is asked for. */
export async function listEntries(db: Db, city: string, item: string, page: EntryPage = {}): Promise<StoredEntry[]> {
  const { after, before, limit, order = 'asc' } = page
  return db
    .selectFrom('entry')
    .select(ENTRY_COLUMNS)
    .where('jurisdiction', '=', city)
    .where('item_id', '=', item)
    .$if(after !== undefined, (query) => query.where('seq', '>', after ?? 0))
    .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
    .orderBy('seq', order)
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
}

/** When the city's newest entry was made; null before the first. One read at the head of the index on `at`. */
export async function latestEntryAt(db: Db, city: string): Promise<string | null> {
  const row = await db
    .selectFrom('entry')
    .select('at')
    .where('jurisdiction', '=', city)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Reckons the chain of an item anew. `brokenAt` is the seq of the first entry that does not fit, or null. */
export async function verifyChain(
  db: Db,
  city: string,
  item: string,
): Promise<{ readonly entries: number; readonly brokenAt: number | null }> {
  const entries = await listEntries(db, city, item)
  let previous = item
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (entry.seq !== index + 1 || entryHash(previous, entry) !== hash)
      return { entries: entries.length, brokenAt: index + 1 }
    previous = hash
  }
  return { entries: entries.length, brokenAt: null }
}

/** An entry with the item it belongs to: for what was done in the city today. */
export interface CityEntry extends StoredEntry {
  readonly item: string
  readonly ledger: string
  readonly title: string
  readonly number: string
  readonly leadUnit: string
  /** The item's version now. */
  readonly version: number
}

export interface EntryFilter {
  readonly since: string
  readonly until?: string
  readonly actions?: readonly string[]
  readonly account?: string
  readonly unit?: string
  readonly limit?: number
}

/** What was done in the city in a time and not taken back, newest first. `unit` is that of who did it. */
export async function listCityEntries(db: Db, city: string, filter: EntryFilter): Promise<CityEntry[]> {
  const { since, until, actions, account, unit, limit = 100 } = filter
  return db
    .selectFrom('entry')
    .innerJoin('item', (on) =>
      on.onRef('item.jurisdiction', '=', 'entry.jurisdiction').onRef('item.id', '=', 'entry.item_id'),
    )
    .select([
      ...ENTRY_COLUMNS,
      'entry.item_id as item',
      'item.ledger as ledger',
      'item.title as title',
      'item.number as number',
      'item.lead_unit as leadUnit',
      'item.version as version',
    ])
    .where('entry.jurisdiction', '=', city)
    .where('entry.at', '>=', since)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('entry as later')
            .select('later.seq')
            .whereRef('later.jurisdiction', '=', 'entry.jurisdiction')
            .whereRef('later.item_id', '=', 'entry.item_id')
            .whereRef('later.reverts', '=', 'entry.id'),
        ),
      ),
    )
    .$if(until !== undefined, (query) => query.where('entry.at', '<', until ?? ''))
    .$if(actions !== undefined, (query) => query.where(sql<boolean>`entry.action = any(${actions ?? []}::text[])`))
    .$if(account !== undefined, (query) => query.where('entry.account_id', '=', account ?? ''))
    .$if(unit !== undefined, (query) => query.where('entry.unit_id', '=', unit ?? ''))
    .orderBy('entry.at', 'desc')
    .orderBy('entry.item_id', 'desc')
    .orderBy('entry.seq', 'desc')
    .limit(limit)
    .execute()
}

/** How often each action was taken on the items of each lead unit in a time: the load of the units. */
export async function countActions(
  db: Db,
  city: string,
  { since, until, actions }: Required<Pick<EntryFilter, 'since' | 'until' | 'actions'>>,
): Promise<{ leadUnit: string; action: string; entries: number }[]> {
  return db
    .selectFrom('entry')
    .innerJoin('item', (on) =>
      on.onRef('item.jurisdiction', '=', 'entry.jurisdiction').onRef('item.id', '=', 'entry.item_id'),
    )
    .select(({ fn }) => ['item.lead_unit as leadUnit', 'entry.action as action', fn.countAll<number>().as('entries')])
    .where('entry.jurisdiction', '=', city)
    .where('entry.at', '>=', since)
    .where('entry.at', '<', until)
    .where(sql<boolean>`entry.action = any(${actions}::text[])`)
    .groupBy(['item.lead_unit', 'entry.action'])
    .orderBy('item.lead_unit')
    .orderBy('entry.action')
    .execute()
}

export async function countEntries(db: Db, city: string): Promise<number> {
  const { n } = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('jurisdiction', '=', city)
    .executeTakeFirstOrThrow()
  return n
}

const ENTRY_COLUMNS = [
  'entry.id',
  'entry.seq',
  'entry.action',
  'entry.at',
  'entry.actor',
  'entry.from_stage as from',
  'entry.to_stage as to',
  'entry.changes',
  'entry.note',
  'entry.evidence',
  'entry.reverts',
  'entry.rule_version as ruleVersion',
  'entry.hash',
] as const
