import { sql } from 'kysely'
import type { Db } from './schema.ts'
import { wordsSql } from './item-filter-sql.ts'
import { type ItemRecord, itemRecord, STATE_COLUMNS } from './item-row.ts'
import { inScope } from './scope-sql.ts'
import type { Scope } from './scope.ts'

/** Items whose title or number holds the words, those whose number begins with them first, then the newest. */
export async function searchItems(
  db: Db,
  city: string,
  words: string,
  scope: Scope,
  limit: number,
): Promise<ItemRecord[]> {
  const conditions = wordsSql(words)
  if (conditions.length === 0) return []
  const prefix = `${words.trim().replace(/[\\%_]/g, '\\$&')}%`
  const rows = await db
    .selectFrom('item')
    .select(STATE_COLUMNS)
    .where('jurisdiction', '=', city)
    .where(inScope(scope))
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy(sql`item.number ilike ${prefix} desc, item.id desc`)
    .limit(limit)
    .execute()
  return rows.map(itemRecord)
}
