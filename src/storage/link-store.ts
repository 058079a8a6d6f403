import type { Db } from './schema.ts'

/** A typed link of an item: to another item, a commitment, an indicator or a project code. */
export interface Link {
  readonly id: string
  readonly item: string
  readonly kind: 'item' | 'commitment' | 'indicator' | 'code'
  readonly target: string
  readonly label: string
  readonly createdAt: string
}

export async function insertLinks(db: Db, city: string, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return
  await db
    .insertInto('link')
    .values(
      links.map(({ id, item, kind, target, label, createdAt }) => ({
        jurisdiction: city,
        item_id: item,
        id,
        kind,
        target,
        label,
        created_at: createdAt,
      })),
    )
    .execute()
}

/** An item's links, oldest first. */
export async function listLinks(db: Db, city: string, item: string): Promise<Link[]> {
  return links(db, city).where('item_id', '=', item).orderBy('id').execute()
}

/** What links to something, e.g. the items of an indicator. */
export async function listLinksTo(db: Db, city: string, kind: Link['kind'], target: string): Promise<Link[]> {
  return links(db, city).where('kind', '=', kind).where('target', '=', target).orderBy('id').execute()
}

export async function deleteLink(db: Db, city: string, item: string, id: string): Promise<void> {
  await db
    .deleteFrom('link')
    .where('jurisdiction', '=', city)
    .where('item_id', '=', item)
    .where('id', '=', id)
    .execute()
}

function links(db: Db, city: string) {
  return db
    .selectFrom('link')
    .select(['id', 'item_id as item', 'kind', 'target', 'label', 'created_at as createdAt'])
    .where('jurisdiction', '=', city)
}
