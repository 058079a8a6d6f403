import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

const oldestMajor = 15
const startPatienceMs = 30_000
const debianFolder = '/usr/lib/postgresql'
const missing = `No PostgreSQL ${oldestMajor} or newer was found below ${debianFolder}. Install one (Debian and Ubuntu: apt-get install postgresql), or set LUOSHI_TEST_PG_URL to a server on which databases may be made.`

type Owner = Readonly<{ uid?: number; gid?: number }>

export type Cluster = Readonly<{ url: string; stop: () => Promise<void> }>

/**
 * Starts a PostgreSQL server of our own in a temporary folder, reached through a socket in it: no port, no account.
 * It stops at `stop`, and by itself when this process dies.
 */
export async function startCluster(): Promise<Cluster> {
  const bin = findBinaries()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-pg-'))
  const owner = ownerOf(folder)
  const data = path.join(folder, 'data')
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
  execFileSync(path.join(bin, 'initdb'), initdb, { ...owner, cwd: folder, stdio: 'pipe' })
  const server = startServer(path.join(bin, 'postgres'), data, folder, owner)
  const url = `postgres://postgres@${encodeURIComponent(folder)}/postgres`
  const stop = async (): Promise<void> => {
    await ended(server)
    fs.rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

function findBinaries(): string {
  const found = fs.existsSync(debianFolder) ? fs.readdirSync(debianFolder) : []
  const newest = found
    .map(Number)
    .filter((major) => major >= oldestMajor && fs.existsSync(`${debianFolder}/${major}/bin/initdb`))
    .sort((a, b) => b - a)[0]
  if (newest === undefined) throw new Error(missing)
  return `${debianFolder}/${newest}/bin`
}

/** PostgreSQL refuses to run as root; the package brings a user for it. */
function ownerOf(folder: string): Owner {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })))
  if (uid === undefined || gid === undefined) throw new Error('There is no user postgres')
  fs.chownSync(folder, uid, gid)
  return { uid, gid }
}

/** The shell ends the server when its own input ends: at `stop`, or when this process is gone in whatever way. */
const keeper = '"$@" & read -r _; kill -INT $!; wait $!'

function startServer(postgres: string, data: string, folder: string, owner: Owner): ChildProcess {
  const quick = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100']
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, ...quick].flatMap((one) => ['-c', one])
  const log = fs.openSync(path.join(folder, 'server.log'), 'a')
  return spawn('sh', ['-c', keeper, 'sh', postgres, '-D', data, ...settings], {
    ...owner,
    cwd: folder,
    stdio: ['pipe', log, log],
  })
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const until = Date.now() + startPatienceMs
  for (;;) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until) throw new Error('PostgreSQL did not start', { cause: error })
      await pause(50)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const exit = new Promise((resolve) => server.once('exit', resolve))
  server.stdin?.end()
  await exit
}
