import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Day, parseDay } from './calendar/day.ts'

export interface Settings {
  readonly port: number
  readonly host: string
  /** Folder for the embedded database and its lock. */
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly today: Day | null
}

/** Reads the environment. Throws with the name of the setting and the cure. */
export function readSettings(env: Readonly<Record<string, string | undefined>>, root: string): Settings {
  return {
    port: portOf(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    data: (env['LUOSHI_DATA'] ?? join(root, '.luoshi')).replace(/^~(?=\/)/, homedir()),
    databaseUrl: env['DATABASE_URL'] || undefined,
    today: todayOf(env['LUOSHI_TODAY']),
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 8713
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT=${text}：应为 0—65535 的整数 / must be a whole number from 0 to 65535`)
}

function todayOf(text: string | undefined): Day | null {
  if (text === undefined || text === '') return null
  const day = parseDay(text)
  if (day !== null) return day
  throw new Error(`LUOSHI_TODAY=${text}：应为日期，如 2024-09-18 / must be a date such as 2024-09-18`)
}
