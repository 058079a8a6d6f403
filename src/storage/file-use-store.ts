import { sql } from 'kysely'
import type { Db } from './schema.ts'
import { inScope } from './scope-sql.ts'
import type { Scope } from './scope.ts'
import { json } from './values.ts'

/**
 * The name under which a file hangs on an item in the scope as proof; null where it hangs on none of them.
 * select … where evidence @> [{"sha256": …}], by its GIN index.
 */
export async function findEvidenceName(db: Db, city: string, sha256: string, scope: Scope): Promise<string | null> {
  const row = await db
    .selectFrom('item')
    .select('evidence')
    .where('jurisdiction', '=', city)
    .where(sql<boolean>`evidence @> ${json([{ sha256 }])}`)
    .where(inScope(scope))
    .limit(1)
    .executeTakeFirst()
  return row?.evidence.find((proof) => proof.sha256 === sha256)?.name ?? null
}
