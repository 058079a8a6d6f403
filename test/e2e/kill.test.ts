import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, signIn } from '../support/http-client.ts'
import { checkReplay } from '../support/replay-check.ts'
import { removeFolder, type RunningServer, startServer } from '../support/server.ts'

const ROUNDS = 20
const WRITERS = 6
/** Each round writes at least this much before the process is killed at some later moment. */
const LEAST_WRITES = 5
const ROUND_LIMIT_MS = 20_000

interface Written {
  readonly item: string
  readonly note: string
}

let folder: string
let server: RunningServer

beforeAll(async () => {
  server = await startServer()
  folder = server.folder
})
afterAll(async () => {
  await server.stop()
  removeFolder(folder)
})

test(`kill -9 during ${ROUNDS} rounds of writes loses nothing that was acknowledged`, async () => {
  const acknowledged: Written[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const client = await signIn(server.url, 'dcs-kz')
    const { items } = await client.get<{ items: { id: string; version: number }[] }>(
      `/items?limit=${WRITERS}&sort=number`,
    )
    const writers = items.map((item) => write(client, item, `第 ${round} 轮`, acknowledged))
    await enough(acknowledged, acknowledged.length + LEAST_WRITES)
    await pause((round * 37) % 120)
    await server.stop('SIGKILL')
    await Promise.all(writers)
    server = await startServer({ folder })
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * LEAST_WRITES)
  const client = await signIn(server.url, 'dcs-kz')
  const stored = new Set<string>()
  for (const item of new Set(acknowledged.map((one) => one.item))) {
    for (const note of await notesOf(client, item)) stored.add(`${item} ${note}`)
  }
  expect(acknowledged.filter(({ item, note }) => !stored.has(`${item} ${note}`))).toEqual([])
  await server.stop()
  expect(await checkReplay(folder)).toMatchObject({ differing: [], broken: [] })
  server = await startServer({ folder })
}, 600_000)

async function enough(acknowledged: readonly Written[], wanted: number): Promise<void> {
  const until = Date.now() + ROUND_LIMIT_MS
  while (acknowledged.length < wanted) {
    if (Date.now() > until) throw new Error(`only ${acknowledged.length} of ${wanted} writes were answered in time`)
    await pause(5)
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** Adds remarks one after the other until the connection breaks; keeps those that were answered. */
async function write(client: Client, item: { id: string; version: number }, round: string, acknowledged: Written[]) {
  let version = item.version
  for (let n = 0; ; n += 1) {
    const note = `${round} 第 ${n} 条`
    const answer = await client
      .post<{ version: number }>(`/items/${item.id}/actions/remark`, { note }, version)
      .catch(() => null)
    if (answer === null) return
    acknowledged.push({ item: item.id, note })
    version = answer.version
  }
}

async function notesOf(client: Client, item: string): Promise<string[]> {
  const notes: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page: { items: { note: string | null }[]; next: string | null } = await client.get(
      `/items/${item}/entries?limit=200${after === '' ? '' : `&after=${encodeURIComponent(after)}`}`,
    )
    notes.push(...page.items.flatMap(({ note }) => (note === null ? [] : [note])))
    after = page.next
  }
  return notes
}
