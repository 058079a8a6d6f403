import * as z from 'zod'
import type { Actor } from '../engine/actor.ts'
import { setPreferences as keep } from '../storage/account-store.ts'
import { committed, type Context } from './context.ts'
import { badFields, fault } from './refused.ts'

const preferences = z.strictObject({
  large: z.boolean().exactOptional(),
  lang: z.enum(['zh', 'en']).exactOptional(),
  keys: z.boolean().exactOptional(),
})

/** Keeps the account's own preferences: large type, language, single-letter keys. Those not named stay as they are. */
export async function setPreferences(context: Context, actor: Actor, sent: unknown): Promise<void> {
  const parsed = preferences.safeParse(sent)
  if (!parsed.success)
    throw badFields(
      parsed.error.issues.map(({ path }) => {
        const field = path.map(String).join('.') || null
        return fault(field, 'bad_field', `“${field ?? '内容'}”填得不对`, `“${field ?? 'body'}” is not valid`)
      }),
    )
  await committed(context, (tx) => keep(tx, context.city, actor.account, parsed.data))
}
