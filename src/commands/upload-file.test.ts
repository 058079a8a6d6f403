import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../engine/actor.ts'
import { findFile } from '../storage/file-store.ts'
import { openTestDesk, refusalOf, type TestDesk } from './testing.ts'
import { cleanName, LARGEST_FILE, uploadFile } from './upload-file.ts'

let desk: TestDesk
let zjj: Actor
beforeAll(async () => {
  desk = await openTestDesk()
  zjj = await desk.actor('post_zjj')
})
afterAll(() => desk.close())

const png = Buffer.from('\x89PNG\r\n\x1a\n a photo', 'latin1')
const refused = (name: string, bytes: Uint8Array) => refusalOf(uploadFile(desk, zjj, { name, bytes }))

test('bytes are kept under their hash, once', async () => {
  const file = await uploadFile(desk, zjj, { name: 'C:\\现场\\照片 1.PNG', bytes: png })
  expect(file).toMatchObject({ name: '照片 1.PNG', type: 'image/png', size: png.length })
  expect(await uploadFile(desk, zjj, { name: '同一张.png', bytes: png })).toMatchObject({ sha256: file.sha256 })
  const stored = await findFile(desk.database.db, desk.city, file.sha256)
  expect(Buffer.from(stored?.bytes ?? []).equals(png)).toBe(true)
})

test('what is not accepted is refused with the reason', async () => {
  expect((await refused('空.png', Buffer.alloc(0))).errors).toMatchObject([{ field: 'file', code: 'empty' }])
  expect((await refused('大.png', Buffer.alloc(LARGEST_FILE + 1))).code).toBe('too_large')
  expect((await refused('程序.png', Buffer.from('MZ\x90\0', 'latin1'))).code).toBe('wrong_type')
  expect((await refused('照片.pdf', png)).detail.zh).toContain('对不上')
  expect((await refused('..', png)).errors).toMatchObject([{ field: 'name' }])
  const viewer = await desk.actor('post_viewer')
  expect((await refusalOf(uploadFile(desk, viewer, { name: 'x.png', bytes: png }))).code).toBe('forbidden')
})

test('names lose paths, hidden direction marks and excess length, and keep their ending', () => {
  expect(cleanName('../../etc/验收\u202e单.pdf')).toBe('验收单.pdf')
  const long = cleanName(`${'长'.repeat(300)}.docx`)
  expect(long).toHaveLength(120)
  expect(long.endsWith('.docx')).toBe(true)
})
