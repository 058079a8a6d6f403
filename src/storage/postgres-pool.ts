import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { PoolClient, QueryResult } from 'pg'
import { Pool } from 'pg'
import { t } from '../text.ts'
import { DatabaseClosed, DatabaseRefused } from './database-errors.ts'
import { engineProfiles } from './engine-profiles.ts'
import { PoolCounts, refuseLostCommit } from './pool.ts'
import { sessionTimeZone } from './session-time-zone.ts'
import { bindable, parserOf } from './values.ts'

/** The schema and the statements are written for PostgreSQL 15. */
const oldestVersion = 150_000
/** A server that does not answer within this is reported, not waited for. */
const connectPatienceMs = 10_000

/** `pg`'s pool behind the same face as the embedded one: the same parameters in, the same values out. */
export class PostgresServerPool implements PostgresPool {
  readonly counts = new PoolCounts()
  readonly #pool: Pool
  #ending: Promise<void> | undefined

  private constructor(pool: Pool) {
    this.#pool = pool
  }

  /** Connects once to see that the server will do. Throws DatabaseRefused where it will not. */
  static async open(url: string, log: (line: string) => void): Promise<PostgresServerPool> {
    const pool = new Pool({
      connectionString: url,
      // With the start of a session, not by SET afterwards: a pooler in between could hand SET to others.
      options: `-c TimeZone=${sessionTimeZone}`,
      max: engineProfiles.postgres.concurrentSessions,
      connectionTimeoutMillis: connectPatienceMs,
      types: { getTypeParser: (type: number) => parserOf(type) },
    })
    // Without a listener an idle connection that breaks would end the process; the pool replaces it by itself.
    pool.on('error', (error) => log(`database: an idle connection broke: ${error.message}`))
    const opened = new PostgresServerPool(pool)
    try {
      await opened.#examine()
    } catch (error) {
      await pool.end()
      throw error
    }
    return opened
  }

  get waiting(): number {
    return this.#pool.waitingCount
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.#ending) throw new DatabaseClosed()
    const client = await this.#pool.connect()
    return {
      query: async <R>(sql: unknown, parameters?: readonly unknown[]) => this.#query<R>(client, sql, parameters ?? []),
      release: () => client.release(),
    } as PostgresPoolClient // cursors are not offered: the dialect is not told of any
  }

  end(): Promise<void> {
    this.#ending ??= this.#pool.end()
    return this.#ending
  }

  async #query<R>(client: PoolClient, sql: unknown, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (typeof sql !== 'string') throw new TypeError('No cursors are offered; page through the query')
    const values = parameters.map((value) => bytesAsBuffer(bindable(value)))
    const answered: QueryResult | QueryResult[] = await client.query({ text: sql, values })
    const result = Array.isArray(answered) ? answered.at(-1) : answered
    const command = result?.command ?? ''
    const rowCount = result?.rowCount ?? 0
    refuseLostCommit(sql, command)
    this.counts.add(command, rowCount)
    return { command: command as PostgresQueryResult<R>['command'], rowCount, rows: (result?.rows ?? []) as R[] }
  }

  async #examine(): Promise<void> {
    const { rows } = await this.#pool.query<{ version: number; encoding: string; moment: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
        '2024-01-01T00:00:00Z'::timestamptz::text as moment`,
    )
    const [server] = rows
    if (!server) throw new Error('The server answered without a row')
    const { version, encoding, moment } = server
    if (version < oldestVersion) throw refusedVersion(version)
    if (encoding !== 'UTF8') throw refusedEncoding(encoding)
    // A url with options= of its own replaces ours.
    if (moment !== '2024-01-01 08:00:00+08') throw refusedTimeZone(moment)
  }
}

function refusedVersion(version: number): DatabaseRefused {
  const major = Math.trunc(version / 10_000)
  return new DatabaseRefused(
    t(
      `数据库服务器是 PostgreSQL ${major}，需要 15 或更高版本`,
      `The server is PostgreSQL ${major}; 15 or newer is needed`,
    ),
  )
}

function refusedEncoding(encoding: string): DatabaseRefused {
  return new DatabaseRefused(
    t(
      `数据库的编码是 ${encoding}，需要 UTF8：请用 create database … encoding 'UTF8' 新建`,
      `The database is encoded in ${encoding}; make one with create database … encoding 'UTF8'`,
    ),
  )
}

function refusedTimeZone(moment: string): DatabaseRefused {
  return new DatabaseRefused(
    t(
      `数据库会话的时区或日期格式不是 +08（读到 ${moment}）：请去掉连接地址中的 options 和 DateStyle 设置`,
      `The session's time zone or date style is not ours (read ${moment}): remove options and DateStyle from the url`,
    ),
  )
}

/** pg sends a Buffer as bytes, but any other Uint8Array only since 8.12 and by copying. */
function bytesAsBuffer(value: string | Uint8Array | null): string | Buffer | null {
  if (value === null || typeof value === 'string' || Buffer.isBuffer(value)) return value
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
}
