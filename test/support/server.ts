import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const START_LIMIT_MS = 120_000

export interface RunningServer {
  readonly url: string
  readonly folder: string
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly output: () => string
  /** Ends the process as an administrator would; kill -9 with 'SIGKILL'. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

export interface ServerOptions {
  /** Reuse a data folder, for restarts. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Starts the built program on a free port and a folder of its own, and waits for its first answer. */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'luoshi-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'main.js')], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LUOSHI_DATA: folder, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const url = `http://127.0.0.1:${port}`
  await waitForAnswer(`${url}/api/city`, child, () => printed)
  return { url, folder, process: child, output: () => printed, stop: (signal) => stop(child, signal ?? 'SIGTERM') }
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

async function waitForAnswer(url: string, child: ChildProcess, printed: () => string): Promise<void> {
  const until = Date.now() + START_LIMIT_MS
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${printed()}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error(`no answer from ${url} within ${START_LIMIT_MS} ms:\n${printed()}`)
}

function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
