import { Worker } from 'node:worker_threads'
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import { DatabaseClosed } from './database-errors.ts'
import type { EngineStart } from './pglite-engine.ts'
import { hasData } from './pglite-data.ts'
import type { RawResult, Reply, Request } from './pglite-messages.ts'
import { unpackError } from './pglite-messages.ts'
import { SessionQueue } from './pglite-session-queue.ts'
import { PoolCounts, refuseLostCommit } from './pool.ts'
import { bindable, parserOf } from './values.ts'

/** How long close waits for whoever still holds the session before it takes it away. */
const closePatienceMs = 10_000

type Waiting = { resolve: (reply: Reply) => void; reject: (error: Error) => void }
type Ask = Request extends infer R ? (R extends Request ? Omit<R, 'id'> : never) : never

/**
 * PGlite in a worker thread with the face of a `pg.Pool`, so that Kysely's PostgresDialect serves both engines.
 * There is one session; it is leased to one holder at a time, first come, first served, so a transaction is never
 * mixed with another's statements.
 */
export class PglitePool implements PostgresPool {
  readonly counts = new PoolCounts()
  readonly #worker: Worker
  readonly #queue = new SessionQueue()
  readonly #asked = new Map<number, Waiting>()
  readonly #log: (line: string) => void
  #lastId = 0
  #inTransaction = false
  #over: DatabaseClosed | undefined
  #ending: Promise<void> | undefined

  private constructor(worker: Worker, log: (line: string) => void) {
    this.#worker = worker
    this.#log = log
  }

  /** Starts the thread and waits until the database is open. Throws what the engine says where it cannot. */
  static async open(start: EngineStart, log: (line: string) => void): Promise<PglitePool> {
    if (start.folder !== undefined && !hasData(start.folder)) await PglitePool.#make(start.folder, log)
    const pool = new PglitePool(startWorker(start), log)
    await pool.#ready()
    return pool
  }

  /** Makes the data folder in a thread of its own. */
  static async #make(folder: string, log: (line: string) => void): Promise<void> {
    const maker = new PglitePool(startWorker({ folder, task: 'make' }), log)
    await maker.#ready()
    maker.#over = new DatabaseClosed()
    await maker.#worker.terminate()
  }

  #ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#worker.on('message', (reply: Reply) => {
        if (reply.kind === 'ready') resolve()
        else if (reply.kind === 'failed') {
          this.#over = new DatabaseClosed('it could not be opened')
          reject(unpackError(reply.error))
        } else this.#settle(reply)
      })
      this.#worker.on('error', (error) => this.#fail(`its thread failed: ${String(error)}`, error, reject))
      this.#worker.on('exit', (code) => this.#fail(`its thread ended (exit code ${code})`, undefined, reject))
    })
  }

  /** Holders and waiters of the one session. */
  get waiting(): number {
    return this.#queue.length
  }

  async connect(): Promise<PostgresPoolClient> {
    if (this.#over) throw this.#over
    if (this.#ending) throw new DatabaseClosed()
    const release = await this.#queue.lease()
    let held = true
    return {
      query: async <R>(sql: unknown, parameters?: readonly unknown[]) => {
        if (!held) throw new Error('This lease of the database session was given back already')
        return this.#query<R>(sql, parameters ?? [])
      },
      release: () => {
        if (!held) return
        held = false
        void this.#giveBack(release)
      },
    } as PostgresPoolClient // cursors are not offered: the dialect is not told of any
  }

  /** Waits for those who hold or wait for the session, then closes; safe to call twice. */
  end(): Promise<void> {
    this.#ending ??= this.#end()
    return this.#ending
  }

  async #end(): Promise<void> {
    const release = await this.#queue.lease(closePatienceMs)
    if (!release) this.#log('database: closing although a session is still held')
    if (!this.#over) await this.#ask({ kind: 'close' }).catch(() => undefined)
    this.#over ??= new DatabaseClosed()
    await this.#worker.terminate()
    release?.()
  }

  async #query<R>(sql: unknown, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    if (typeof sql !== 'string') throw new TypeError('The embedded database offers no cursors; page through the query')
    const reply = await this.#ask({ kind: 'query', sql, parameters: parameters.map(bindable) })
    if (reply.kind !== 'result') throw new Error(`Unexpected reply ${reply.kind}`)
    const { command, rowCount } = reply.result
    refuseLostCommit(sql, command)
    this.counts.add(command, rowCount)
    return { command: command as PostgresQueryResult<R>['command'], rowCount, rows: rowsOf<R>(reply.result) }
  }

  /** A holder who left a transaction open would hand it to the next one. */
  async #giveBack(release: () => void): Promise<void> {
    if (this.#inTransaction && !this.#over) {
      this.#log('database: a session was given back inside a transaction; rolled back')
      await this.#ask({ kind: 'query', sql: 'rollback', parameters: [] }).catch(() => undefined)
    }
    release()
  }

  #ask(ask: Ask): Promise<Reply> {
    if (this.#over) return Promise.reject(this.#over)
    this.#lastId += 1
    const request: Request = { ...ask, id: this.#lastId }
    return new Promise((resolve, reject) => {
      this.#asked.set(request.id, { resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
      this.#worker.postMessage(request)
    })
  }

  #settle(reply: Exclude<Reply, { kind: 'ready' | 'failed' }>): void {
    const waiting = this.#asked.get(reply.id)
    this.#asked.delete(reply.id)
    if (reply.kind !== 'closed') this.#inTransaction = reply.inTransaction
    if (reply.kind === 'error') waiting?.reject(unpackError(reply.error))
    else waiting?.resolve(reply)
  }

  #fail(why: string, cause: unknown, reject: (error: Error) => void): void {
    if (!this.#over && !this.#ending) this.#log(`database: ${why}`)
    this.#over ??= new DatabaseClosed(why, { cause })
    reject(this.#over)
    for (const waiting of this.#asked.values()) waiting.reject(this.#over)
    this.#asked.clear()
  }
}

function rowsOf<R>({ fields, rows }: RawResult): R[] {
  const columns = fields.map(({ name, type }) => ({ name, parse: parserOf(type) }))
  return rows.map((row) => {
    const made: Record<string, unknown> = {}
    for (const [index, { name, parse }] of columns.entries()) {
      const text = row[index] ?? null
      made[name] = text === null ? null : parse(text)
    }
    return made as R
  })
}

/**
 * From source, Node 20 cannot read the worker's TypeScript, and a worker ignores `--import`: so tsx is registered
 * from a line of plain JavaScript first. Compiled, the worker is plain JavaScript itself.
 */
function startWorker(workerData: EngineStart): Worker {
  if (!import.meta.url.endsWith('.ts')) {
    return new Worker(new URL('./pglite-worker.js', import.meta.url), { workerData })
  }
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const worker = JSON.stringify(new URL('./pglite-worker.ts', import.meta.url).href)
  const first = `import(${tsx}).then((tsx) => { tsx.register(); return import(${worker}) })`
  return new Worker(first, { eval: true, execArgv: [], workerData })
}
