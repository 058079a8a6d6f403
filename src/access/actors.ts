import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { postsHeldBy } from '../storage/assignment-store.ts'
import type { Post } from '../storage/org-store.ts'
import type { Db } from '../storage/schema.ts'
import { t } from '../text.ts'

/**
 * The account acting in a post it holds on this day; without a post named, in the first it holds. Throws `forbidden`
 * where it holds none, or not this one: duties stay with the post when the person goes.
 */
export async function actorOf(db: Db, city: string, account: string, post: string | null, day: string): Promise<Actor> {
  const held = await postsHeldBy(db, city, account, day)
  const chosen = post === null ? held[0] : held.find(({ id }) => id === post)
  if (chosen !== undefined) return actorIn(account, chosen)
  throw new AppError('forbidden', {
    detail:
      held.length === 0
        ? t('本账号今天没有任职的岗位，请找系统管理员', 'This account holds no post today; see the administrator')
        : t('本账号今天不在这个岗位上', 'This account does not hold that post today'),
  })
}

export function actorIn(
  account: string,
  { id, unit, roles, line }: Pick<Post, 'id' | 'unit' | 'roles' | 'line'>,
): Actor {
  return { account, post: id, unit, roles, line }
}
