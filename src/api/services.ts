import type { Context } from '../commands/context.ts'
import type { City } from '../storage/city-store.ts'
import type { Db } from '../storage/schema.ts'
import type { DirectoryCache } from './directory.ts'
import type { LiveBus } from './http/live-bus.ts'
import type { SampleAccount } from './present/session.ts'

/** All that the HTTP side is given. src/main.ts makes it; nothing here reads the environment. */
export interface Services {
  /** What the commands are given; its `calendar` may be a getter, so that a notice loaded later counts at once. */
  readonly context: Context
  readonly city: City
  readonly directory: DirectoryCache
  /** The bus that `context.publish` feeds. */
  readonly bus: LiveBus
  readonly startedAt: string
  readonly version: string
  /** Folder of the built web app; null where there is none (tests, `npm run dev`). */
  readonly webRoot: string | null
  /** Shown on the sign-in page; empty unless sample data is loaded. */
  readonly sampleAccounts: readonly SampleAccount[]
  /** True: Secure cookies always. False: where the request came by https (X-Forwarded-Proto), for plain http has no other. */
  readonly secureCookies: boolean
  readonly log: (line: string) => void
}

export function dbOf(services: Services): Db {
  return services.context.database.db
}
