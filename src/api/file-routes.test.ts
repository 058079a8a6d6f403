import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody } from './present/common.ts'
import type { FileView, ItemView } from './present/item.ts'
import { type Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
let zjj: Browser
let fgw: Browser
beforeAll(async () => {
  city = await openTestApp()
  ;[clerk, zjj, fgw] = await Promise.all([city.signIn('clerk'), city.signIn('zjj'), city.signIn('fgw')])
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const formOf = (bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const form = new FormData()
  form.set('file', new File([bytes], name))
  return form
}
const upload = (browser: Browser, bytes: Uint8Array<ArrayBuffer>, name: string) =>
  browser.post<FileView & ProblemBody>('/api/files', formOf(bytes, name))

describe('proof', () => {
  test('is told by its bytes, kept under its hash, and shown in a sandbox', async () => {
    const heard = await upload(zjj, new Uint8Array(PNG), '竣工验收.png')
    const sha256 = createHash('sha256').update(PNG).digest('hex')
    expect(heard).toMatchObject({
      status: 201,
      body: { sha256, name: '竣工验收.png', type: 'image/png', size: PNG.length },
    })
    const response = await zjj.raw('GET', `/api/files/${sha256}`)
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(response.headers.get('content-disposition')).toMatch(/^inline/)
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
    const download = await zjj.raw('GET', `/api/files/${sha256}?download=1`)
    expect(download.headers.get('content-disposition')).toMatch(/^attachment/)
  })

  test('a PDF is shown by the browser’s viewer, which refuses sandboxed documents', async () => {
    const { body } = await upload(zjj, new Uint8Array(Buffer.from('%PDF-1.7\n%%EOF\n')), '验收备案表.pdf')
    const response = await zjj.raw('GET', `/api/files/${body.sha256}`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toMatch(/^inline/)
    expect(response.headers.get('content-security-policy')).not.toContain('sandbox')
    const download = await zjj.raw('GET', `/api/files/${body.sha256}?download=1`)
    expect(download.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('nobody else has it before it hangs on an item; then whoever sees the item', async () => {
    const { body } = await upload(zjj, new Uint8Array(Buffer.concat([PNG, Buffer.from('x')])), '外墙.png')
    const path = `/api/files/${body.sha256}`
    expect((await clerk.get(path)).status).toBe(404)
    const item = await openMatter(clerk)
    const proof = {
      sha256: body.sha256,
      name: '外墙.png',
      kind: 'photo',
      place: '朔城区',
      takenOn: '2024-09-17',
      amount: 1,
    }
    const attached = await zjj.act(item, 'attach', { evidence: [proof] })
    expect(attached).toMatchObject({ status: 200, body: { evidenceCount: 1, evidence: [{ verdict: 'pending' }] } })
    expect((await clerk.get(path)).status).toBe(200)
    expect((await fgw.get(path)).status).toBe(404)
    const judged = await clerk.act(attached.body, 'judge', {
      target: attached.body.evidence[0]?.id,
      verdict: 'valid',
    })
    expect(judged.body.evidence[0]?.verdict).toBe('valid')
    expect((await zjj.get<ItemView>(`/api/items/${item.id}`)).body.status.evidenced).toMatchObject({ value: 1, of: 1 })
  })

  test.each<[string, Uint8Array<ArrayBuffer>, string, number]>([
    ['a page named as a picture', new TextEncoder().encode('<script>alert(1)</script>'), '图.png', 415],
    ['a picture named as a page', new Uint8Array(PNG), '图.html', 415],
    ['a programme', new Uint8Array(Buffer.from('MZ\u0090\u0000', 'latin1')), 'a.exe', 415],
    ['nothing', new Uint8Array(0), '空.png', 400],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(1), '大.png', 413],
    ['more than the door lets in', new Uint8Array(22 * 1024 * 1024), '大.png', 413],
  ])('%s: refused', async (_, bytes, name, status) => {
    const heard = await upload(zjj, bytes, name)
    expect(heard.status).toBe(status)
    expect(heard.body.detail.zh).toMatch(/\p{Script=Han}/u)
  })

  test('a form without a file, and a body that is no form', async () => {
    const form = new FormData()
    form.set('other', 'x')
    expect(await zjj.post('/api/files', form)).toMatchObject({ status: 400 })
    expect(await zjj.post('/api/files', { file: 'x' })).toMatchObject({ status: 415 })
    const broken = await zjj.post('/api/files', '--x\r\nnothing', { 'content-type': 'multipart/form-data; boundary=x' })
    expect(broken).toMatchObject({ status: 400 })
  })

  test('the same form under one key is one upload, whatever its boundary', async () => {
    const headers = { 'idempotency-key': 'file-1' }
    const [first, second] = [formOf(new Uint8Array(PNG), '一.png'), formOf(new Uint8Array(PNG), '一.png')]
    expect((await zjj.post('/api/files', first, headers)).status).toBe(201)
    expect((await zjj.post('/api/files', second, headers)).status).toBe(201)
    const other = formOf(new Uint8Array(PNG), '二.png')
    expect(await zjj.post('/api/files', other, headers)).toMatchObject({ status: 409 })
  })

  test('proof that was never uploaded cannot be handed in', async () => {
    const item = await openMatter(clerk)
    const heard = await zjj.act(item, 'attach', { evidence: [{ sha256: 'a'.repeat(64), name: '无.png' }] })
    expect(heard.status).toBeGreaterThanOrEqual(400)
    expect(heard.status).toBeLessThan(500)
  })
})
