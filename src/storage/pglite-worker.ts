/** The thread that holds the embedded database: it answers one request after the other, until told to close. */
import type { MessagePort } from 'node:worker_threads'
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import type { EngineStart } from './pglite-engine.ts'
import { makeData, startEngine } from './pglite-engine.ts'
import type { RawResult, Reply, Request } from './pglite-messages.ts'
import { packError } from './pglite-messages.ts'

const port = parentPort
if (!port) throw new Error('pglite-worker runs in a worker thread only')

function send(reply: Reply): void {
  port?.postMessage(reply)
}

/** Switches PGlite's own conversions off: what comes in is bound as it is, what goes out stays text. */
function plain(pglite: PGlite): void {
  for (const type of Object.keys(pglite.parsers)) pglite.parsers[type] = (text) => text
  for (const type of Object.keys(pglite.serializers)) pglite.serializers[type] = (value) => value
}

async function run(pglite: PGlite, { sql, parameters }: Request & { kind: 'query' }): Promise<RawResult> {
  // Without parameters the simple protocol is used, as pg does: one round, and several statements are allowed.
  const result =
    parameters.length === 0
      ? (await pglite.exec(sql, { rowMode: 'array' })).at(-1)
      : await pglite.query(sql, [...parameters], { rowMode: 'array' })
  return {
    command: result?.command ?? '',
    rowCount: result?.rowCount ?? result?.affectedRows ?? 0,
    fields: (result?.fields ?? []).map(({ name, dataTypeID }) => ({ name, type: dataTypeID })),
    // rowMode 'array' and text parsers make this the shape; PGlite's types cannot say so.
    rows: (result?.rows ?? []) as unknown as RawResult['rows'],
  }
}

/** After a PANIC or a trap in the WASM the engine answers nonsense; what it holds is safe in its log. */
function isFatal(error: unknown): boolean {
  if (error instanceof WebAssembly.RuntimeError) return true
  return error instanceof Error && 'severity' in error && (error.severity === 'PANIC' || error.severity === 'FATAL')
}

async function answer(pglite: PGlite, request: Request): Promise<void> {
  if (request.kind === 'close') {
    await pglite.close()
    send({ kind: 'closed', id: request.id })
    port?.close()
    return
  }
  const { id } = request
  try {
    const result = await run(pglite, request)
    send({ kind: 'result', id, result, inTransaction: pglite.isInTransaction() })
  } catch (error) {
    const fatal = isFatal(error)
    send({ kind: 'error', id, error: packError(error), inTransaction: !fatal && pglite.isInTransaction() })
    if (fatal) throw error
  }
}

async function serve(start: EngineStart, port: MessagePort): Promise<void> {
  const pglite = await startEngine(start)
  plain(pglite)
  // PGlite queues by itself, but the order of two requests must not hang on its promises. A rejection ends the thread.
  let last = Promise.resolve()
  port.on('message', (request: Request) => {
    last = last.then(() => answer(pglite, request))
  })
  send({ kind: 'ready' })
}

const start = workerData as EngineStart
try {
  if (start.task === 'make' && start.folder !== undefined) {
    await makeData(start.folder)
    send({ kind: 'ready' })
    port.close()
  } else {
    await serve(start, port)
  }
} catch (error) {
  send({ kind: 'failed', error: packError(error) })
  port.close()
}
