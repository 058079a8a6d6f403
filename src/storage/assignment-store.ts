import type { Db } from './schema.ts'
import type { Post } from './org-store.ts'

/** Who holds a post, from which day to which (both counted); null: until further notice. */
export interface Assignment {
  readonly id: string
  readonly post: string
  readonly account: string
  readonly from: string
  readonly to: string | null
}

export async function assign(db: Db, city: string, { id, post, account, from, to }: Assignment): Promise<void> {
  await db
    .insertInto('assignment')
    .values({ jurisdiction: city, id, post_id: post, account_id: account, from_on: from, to_on: to })
    .execute()
}

/** Ends the account's standing assignments on a day (counted); those that begin later are taken away. */
export async function endAssignments(db: Db, city: string, account: string, on: string): Promise<void> {
  await db
    .deleteFrom('assignment')
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .where('from_on', '>', on)
    .execute()
  await db
    .updateTable('assignment')
    .set({ to_on: on })
    .where('jurisdiction', '=', city)
    .where('account_id', '=', account)
    .where((eb) => eb.or([eb('to_on', 'is', null), eb('to_on', '>', on)]))
    .execute()
}

/** The posts an account holds on a day, in the posts' order. */
export async function postsHeldBy(db: Db, city: string, account: string, day: string): Promise<Post[]> {
  return held(db, city, day)
    .where('assignment.account_id', '=', account)
    .select([
      'post.id as id',
      'post.unit_id as unit',
      'post.title as title',
      'post.roles as roles',
      'post.line as line',
      'post.position as position',
    ])
    .distinctOn(['post.position', 'post.id'])
    .orderBy('post.position')
    .orderBy('post.id')
    .execute()
}

/** Who holds what on a day, over the whole city. */
export async function listAssignments(db: Db, city: string, day: string): Promise<Assignment[]> {
  return held(db, city, day)
    .select([
      'assignment.id as id',
      'assignment.post_id as post',
      'assignment.account_id as account',
      'assignment.from_on as from',
      'assignment.to_on as to',
    ])
    .orderBy('assignment.from_on')
    .orderBy('assignment.id')
    .execute()
}

function held(db: Db, city: string, day: string) {
  return db
    .selectFrom('assignment')
    .innerJoin('post', (on) =>
      on.onRef('post.jurisdiction', '=', 'assignment.jurisdiction').onRef('post.id', '=', 'assignment.post_id'),
    )
    .where('assignment.jurisdiction', '=', city)
    .where('assignment.from_on', '<=', day)
    .where((eb) => eb.or([eb('assignment.to_on', 'is', null), eb('assignment.to_on', '>=', day)]))
}
