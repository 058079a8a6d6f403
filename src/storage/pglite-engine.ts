import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS, syncPath, syncTree } from './durable-node-fs.ts'
import { dataOf } from './pglite-data.ts'
import { sessionTimeZone } from './session-time-zone.ts'

/** The major version of PostgreSQL inside the pinned PGlite. Its data folder does not open with another one. */
const postgresMajor = '18'

/** What PGlite itself starts with, but for -F (no syncing). */
const baseParams = ['--single', '-O', '-j']
const settings: Readonly<Record<string, string>> = {
  search_path: 'public',
  exit_on_error: 'false',
  log_checkpoints: 'false',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  io_method: 'sync',
  // Small footprint: the sample city's tables fit in 16 MB, the system's page cache serves the rest.
  shared_buffers: '16MB',
  work_mem: '8MB',
  maintenance_work_mem: '32MB',
  // Compiling a plan costs more than our queries take, and there is no compiler in WASM.
  jit: 'off',
  TimeZone: sessionTimeZone,
}

function startParams(own: readonly string[]): string[] {
  const all = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return [...baseParams, ...own, ...all]
}

export type EngineStart = Readonly<{
  /** 'make' makes the data folder and ends: an initdb takes 400 MB, which only the end of its thread gives back. */
  task?: 'make' | 'serve' | undefined
  /** Where the database lives; without it, in memory. */
  folder?: string | undefined
  /** A file to start an in-memory database from instead of an initdb; made when missing. */
  template?: string | undefined
}>

/** Opens PGlite in this thread: durable in a folder, or in memory. */
export async function startEngine(start: EngineStart): Promise<PGlite> {
  if (start.folder !== undefined) return openFolder(start.folder)
  return start.template === undefined ? openInMemory() : openFromTemplate(start.template)
}

const durable = ['-c', 'wal_sync_method=fsync']
const careless = ['-F']

async function openFolder(folder: string): Promise<PGlite> {
  const data = dataOf(folder)
  const version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (version !== postgresMajor) {
    throw new Error(`The data in ${data} are of PostgreSQL ${version}; this release opens ${postgresMajor} only`)
  }
  return PGlite.create({ fs: new DurableNodeFS(data), startParams: startParams(durable) })
}

/** Makes the data folder under another name and renames it when it is whole and on the disk: a kill leaves no half. */
export async function makeData(folder: string): Promise<void> {
  const data = dataOf(folder)
  const making = `${data}.making`
  fs.rmSync(making, { recursive: true, force: true })
  fs.mkdirSync(making, { mode: 0o700 })
  const first = await PGlite.create({ fs: new DurableNodeFS(making), startParams: startParams(careless) })
  await first.close()
  syncTree(making)
  fs.chmodSync(making, 0o700)
  fs.renameSync(making, data)
  syncPath(folder)
}

function openInMemory(loadDataDir?: Blob): Promise<PGlite> {
  return PGlite.create({ startParams: startParams(careless), ...(loadDataDir && { loadDataDir }) })
}

async function openFromTemplate(template: string): Promise<PGlite> {
  if (!fs.existsSync(template)) {
    const made = await openInMemory()
    const dump = await made.dumpDataDir('none')
    await made.close()
    fs.mkdirSync(path.dirname(template), { recursive: true })
    // Several may make it at once: each writes its own file, the last rename stands, and all are the same.
    const own = `${template}.${process.pid}-${performance.now()}`
    fs.writeFileSync(own, Buffer.from(await dump.arrayBuffer()))
    fs.renameSync(own, template)
  }
  return openInMemory(new Blob([fs.readFileSync(template)]))
}
