import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { dayOf } from '../src/calendar/moment.ts'
import { readCityCalendar } from '../src/commands/city-calendar.ts'
import { listCities } from '../src/storage/city-store.ts'
import { openDatabase } from '../src/storage/database.ts'
import type { Schema } from '../src/storage/schema.ts'
import { type RunningServer, startServer } from '../test/support/server.ts'
import { fill } from './fill.ts'
import { type Client, signIn } from '../test/support/http-client.ts'
import { timeReader } from './reader.ts'

/**
 * Measures the operations of docs/design §8 over HTTP on this machine, load and server on the same cores.
 * `npm run bench -- [--items 10000] [--seconds 6] [--connections 20]`; DATABASE_URL measures a PostgreSQL server.
 */
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const ITEMS = option('items', 10_000)
const SECONDS = option('seconds', 6)
const CONNECTIONS = option('connections', 20)

const folder = mkdtempSync(join(tmpdir(), 'luoshi-bench-'))
try {
  await prepare()
  const server = await startServer({ folder })
  try {
    await measure(server)
  } finally {
    await server.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** A first start loads the sample city; then the items are added with the server down. */
async function prepare(): Promise<void> {
  const started = performance.now()
  const server = await startServer({ folder })
  console.log(`first start with the sample city: ${seconds(started)} s`)
  await server.stop()
  const database = await openDatabase<Schema>({ url: process.env['DATABASE_URL'], folder: join(folder, 'database') })
  try {
    const [city] = await listCities(database.db)
    if (!city) throw new Error('the first start left no city')
    const calendar = await readCityCalendar(database.db, city.id)
    const filling = performance.now()
    await fill(database, city.id, calendar, dayOf('2024-09-18T09:40:00+08:00'), ITEMS)
    console.log(`${ITEMS} items through the engine: ${seconds(filling)} s`)
    await database.checkpoint()
  } finally {
    await database.close()
  }
}

async function measure(server: RunningServer): Promise<void> {
  const client = await signIn(server.url, 'dcs-kz')
  const list = await client.get<{ items: { id: string; version: number }[] }>(
    '/ledgers/supervision_13710/items?limit=50',
  )
  const first = list.items[0]
  if (!first) throw new Error('the ledger is empty')
  console.log(
    `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${ITEMS} items, ${CONNECTIONS} connections`,
  )
  const reads: Readonly<Record<string, string>> = {
    'one item': `/items/${first.id}`,
    'list 20, newest first': '/ledgers/supervision_13710/items?limit=20&sort=recent&dir=desc',
    'filter and sort, 20': '/ledgers/supervision_13710/items?limit=20&unit=org_zjj&light=late&sort=due',
    'group: figures of a ledger': '/ledgers/supervision_13710/figures',
    'dashboard: cockpit': '/cockpit?scope=city',
    'search in Chinese, 20': `/ledgers/supervision_13710/items?limit=20&q=${encodeURIComponent('管网改造')}`,
  }
  for (const [name, path] of Object.entries(reads)) report(name, await load(client, path))
  await writes(client, list.items)
  console.log(`memory of the server: ${residentMegabytes(server.process.pid)} MB`)
  timeReader()
}

function load(client: Client, path: string) {
  return autocannon({
    url: `${client.url}/api${path}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: client.headers,
  })
}

function report(name: string, result: Awaited<ReturnType<typeof load>>): void {
  const { requests, latency, non2xx } = result
  const wrong = non2xx > 0 ? `, ${non2xx} refused` : ''
  console.log(
    `${name.padEnd(28)} ${requests.average.toFixed(0).padStart(6)}/s  p50 ${latency.p50} ms  p99 ${latency.p99} ms${wrong}`,
  )
}

/** Each connection adds remarks to an item of its own, one after the other: entry, hash, clocks, rollups, one transaction. */
async function writes(client: Client, items: readonly { id: string; version: number }[]): Promise<void> {
  const until = performance.now() + SECONDS * 1000
  const times: number[] = []
  const work = async (item: { id: string; version: number }) => {
    let version = item.version
    while (performance.now() < until) {
      const started = performance.now()
      const answer = await client.post<{ version: number }>(
        `/items/${item.id}/actions/remark`,
        { note: '测速' },
        version,
      )
      version = answer.version
      times.push(performance.now() - started)
    }
  }
  await Promise.all(items.slice(0, CONNECTIONS).map(work))
  times.sort((a, b) => a - b)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0)
  console.log(
    `${'audited write'.padEnd(28)} ${(times.length / SECONDS).toFixed(0).padStart(6)}/s  p50 ${at(0.5)} ms  p99 ${at(0.99)} ms`,
  )
}

/** Linux only; elsewhere the line says —. */
function residentMegabytes(pid: number | undefined): string {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    return (Number(/VmRSS:\s+(\d+)/.exec(text)?.[1]) / 1024).toFixed(0)
  } catch {
    return '—'
  }
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1)
}
