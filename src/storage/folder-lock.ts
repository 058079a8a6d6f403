import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { t } from '../text.ts'
import { DatabaseRefused } from './database-errors.ts'

/**
 * A lock file keeps a folder to one process: two PGlites on one folder silently lose each other's rows.
 * Node has no lock that the system gives back when a process is killed, so the file says who made it, and a lock whose
 * maker is gone is taken over.
 */
const lockName = 'lock.json'

/** The holder touches the file at this pace, for those who cannot see its process (another container or machine). */
const touchEveryMs = 5_000
/** A holder that cannot be seen and did not touch the file for this long is taken for dead. */
const silenceMs = 30_000
/** Between 'wx' and the content of a file lies an instant in which it is empty. */
const emptyPatienceMs = 2_000
/** After a takeover: by then anyone who took over at the same instant has written too, and the last one counts. */
const settleMs = 100
const lookAgainMs = 500

type Holder = Readonly<{
  token: string
  pid: number
  /** When the process started, in the system's ticks; a process number alone may have been given again. */
  started: string
  host: string
  /** Boot and process-number space: process numbers mean the same only where these are the same. */
  boot: string
  space: string
}>

export type FolderLock = Readonly<{ release: () => void }>

/** Tokens of the locks that this very process holds. */
const held = new Set<string>()

/**
 * Takes the folder for this process. Throws DatabaseRefused, naming folder and process, where another has it.
 * Waits up to half a minute where the other cannot be seen from here (a shared volume).
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const file = path.join(folder, lockName)
  const me: Holder = { token: randomUUID(), ...identityOf(process.pid) }
  const patientUntil = Date.now() + silenceMs + touchEveryMs
  let tookOver = false
  for (;;) {
    if (create(file, me)) {
      held.add(me.token)
      if (tookOver) await pause(settleMs)
      if (read(file)?.token === me.token) return hold(file, me)
      held.delete(me.token)
      continue
    }
    const other = read(file)
    const state = stateOf(file, other)
    if (state === 'gone') {
      takeAway(file, other)
      tookOver = true
    } else if (state === 'alive' || Date.now() > patientUntil) {
      throw refused(folder, other)
    } else {
      await pause(state === 'changing' ? settleMs : lookAgainMs)
    }
  }
}

function create(file: string, me: Holder): boolean {
  try {
    fs.writeFileSync(file, JSON.stringify(me), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function hold(file: string, me: Holder): FolderLock {
  const timer = setInterval(() => touch(file), touchEveryMs)
  timer.unref()
  return {
    release: () => {
      clearInterval(timer)
      held.delete(me.token)
      if (read(file)?.token === me.token) fs.rmSync(file, { force: true })
    },
  }
}

function touch(file: string): void {
  const now = new Date()
  try {
    fs.utimesSync(file, now, now)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function read(file: string): Holder | undefined {
  try {
    const content: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
    return isHolder(content) ? content : undefined
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw error
  }
}

function isHolder(content: unknown): content is Holder {
  if (typeof content !== 'object' || content === null) return false
  const texts = ['token', 'started', 'host', 'boot', 'space'].every(
    (key) => typeof Reflect.get(content, key) === 'string',
  )
  return texts && typeof Reflect.get(content, 'pid') === 'number'
}

type State = 'alive' | 'gone' | 'changing' | 'unseen'

function stateOf(file: string, other: Holder | undefined): State {
  const age = ageOf(file)
  if (age === undefined) return 'changing'
  if (!other) return age < emptyPatienceMs ? 'changing' : 'gone'
  if (held.has(other.token)) return 'alive'
  const here = identityOf(other.pid)
  if (other.boot !== here.boot && other.host === here.host) return 'gone'
  if (other.boot !== here.boot || other.space !== here.space) return age > silenceMs ? 'gone' : 'unseen'
  // A lock of this process that it does not hold is of an earlier process with the same number.
  if (other.pid === process.pid || !isRunning(other.pid)) return 'gone'
  return other.started === here.started ? 'alive' : 'gone'
}

function ageOf(file: string): number | undefined {
  try {
    return Date.now() - fs.statSync(file).mtimeMs
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Removes a dead holder's file. Another may have done so, and locked, since it was read: what is moved aside is looked
 * at, and put back where it is not the dead one's.
 */
function takeAway(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`
  try {
    fs.renameSync(file, aside)
    if (read(aside)?.token !== dead?.token) fs.linkSync(aside, file)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  } finally {
    fs.rmSync(aside, { force: true })
  }
}

/** Who has the process number `pid` here and now. Where there is no /proc the fields are empty. */
function identityOf(pid: number): Omit<Holder, 'token'> {
  return {
    pid,
    started: startOf(pid),
    host: os.hostname(),
    boot: orNothing(() => fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    space: orNothing(() => fs.readlinkSync('/proc/self/ns/pid')),
  }
}

/** Field 22 of /proc/<pid>/stat; counted after the last bracket, because a process may have spaces in its name. */
function startOf(pid: number): string {
  const stat = orNothing(() => fs.readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}

function orNothing(look: () => string): string {
  try {
    return look()
  } catch {
    return ''
  }
}

/** Whether a process with this number runs; one that may not be signalled runs too. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

function refused(folder: string, other: Holder | undefined): DatabaseRefused {
  const pid = other?.pid ?? '?'
  return new DatabaseRefused(
    t(
      `数据目录 ${folder} 正由另一进程使用（进程号 ${pid}）；请先停止该进程`,
      `The data folder ${folder} is in use by another process (pid ${pid}); stop that one first`,
    ),
  )
}
