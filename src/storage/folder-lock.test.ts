import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockFolder } from './folder-lock.ts'

let folder: string
const file = (): string => path.join(folder, 'lock.json')

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-lock-'))
})

afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

/** What a lock taken here and now says, with some of it changed. */
async function foreignLock(change: Record<string, unknown>): Promise<void> {
  const lock = await lockFolder(folder)
  const holder = JSON.parse(fs.readFileSync(file(), 'utf8')) as Record<string, unknown>
  lock.release()
  fs.writeFileSync(file(), JSON.stringify({ ...holder, token: 'of another', ...change }))
}

test('is held until released, also against this process, and names folder and process', async () => {
  const lock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(folder)
  await expect(lockFolder(folder)).rejects.toThrow(`pid ${process.pid}`)
  lock.release()
  expect(fs.readdirSync(folder)).toEqual([])
  const again = await lockFolder(folder)
  again.release()
})

test('a lock of a process that is gone is taken over', async () => {
  await foreignLock({ pid: 2 ** 22 + 1 })
  const lock = await lockFolder(folder)
  expect(fs.readFileSync(file(), 'utf8')).toContain(`"pid":${process.pid}`)
  lock.release()
})

test('a lock of an earlier process with the same number is taken over', async () => {
  await foreignLock({ started: '1' })
  const lock = await lockFolder(folder)
  lock.release()
})

test.skipIf(!fs.existsSync('/proc/1/stat'))(
  'a number given again to another process does not keep the lock',
  async () => {
    await foreignLock({ pid: process.ppid, started: 'never' })
    const lock = await lockFolder(folder)
    lock.release()
  },
)

test('a lock from before the machine was started anew is taken over', async () => {
  await foreignLock({ boot: 'an earlier one', pid: process.ppid })
  const lock = await lockFolder(folder)
  lock.release()
})

test('a lock of a process that cannot be seen is taken over only when it has been silent', async () => {
  await foreignLock({ boot: 'elsewhere', host: 'elsewhere' })
  const silent = new Date(Date.now() - 60_000)
  const waiting = lockFolder(folder)
  const first = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 700, 'waits'))])
  expect(first).toBe('waits')
  fs.utimesSync(file(), silent, silent)
  const lock = await waiting
  lock.release()
})

test('an empty file left by a kill is taken over', async () => {
  fs.writeFileSync(file(), '')
  const old = new Date(Date.now() - 10_000)
  fs.utimesSync(file(), old, old)
  const lock = await lockFolder(folder)
  lock.release()
})

test('of many who find a dead lock at once, one gets it', async () => {
  await foreignLock({ pid: 2 ** 22 + 1 })
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)))
  const got = tries.filter((one) => one.status === 'fulfilled')
  expect(got).toHaveLength(1)
  got[0]?.value.release()
  expect(fs.readdirSync(folder)).toEqual([])
})
