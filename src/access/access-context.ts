import type { Database } from '../storage/database.ts'
import type { Schema } from '../storage/schema.ts'

/** What signing in needs of the world: the database, the city, the present moment and fresh ids. */
export interface AccessContext {
  readonly database: Database<Schema>
  /** The jurisdiction every key begins with. */
  readonly city: string
  /** '2024-09-18T09:40:00+08:00' */
  readonly now: () => string
  readonly newId: () => string
}
