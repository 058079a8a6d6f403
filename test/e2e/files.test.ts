import ExcelJS from 'exceljs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPage, openBrowser, shoot, signedIn } from '../support/browser.ts'
import { signIn } from '../support/http-client.ts'
import { chooseFile, openAction } from '../support/item-page.ts'
import { type SentFile } from '../support/picture.ts'
import { removeFolder, type RunningServer, startServer } from '../support/server.ts'

/** What goes out as a file and comes back whole, and what comes in and is refused in words. */

/** The head of a Windows program: MZ, and bytes that are no text. */
const PROGRAM = Buffer.from([0x4d, 0x5a, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00, 0x04, 0x00, 0xff, 0xff])
const MB = 1024 * 1024

let server: RunningServer
let browser: Browser

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  removeFolder(server.folder)
})

test('the workbook of a ledger holds the rows that the page shows', async () => {
  const office = await signedIn(browser, server.url, 'dcs-kz')
  await office.goto('/ledgers/supervision_13710')
  const titles = office.locator('tr[data-item] td.c-title')
  await titles.first().waitFor()
  const shown = await titles.allInnerTexts()
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '导出' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\p{Script=Han}.*\.xlsx$/u)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const cells = book.worksheets.flatMap((sheet) => sheet.getSheetValues().flat().map(String))
  const flat = new Set(cells.map(bare))
  expect(shown.length).toBeGreaterThan(10)
  expect(shown.filter((words) => !flat.has(bare(words)))).toEqual([])
})

test('proof that is not what it says, empty, or too large is refused before it is handed in', async () => {
  const unit = await signedIn(browser, server.url, 'zjj-bgs')
  await unit.goto(`/items/${await ownItem()}`)
  const form = await openAction(unit, '上传佐证')
  const send = form.getByRole('button', { name: '上传佐证', exact: true })
  const cases: readonly (readonly [SentFile, string])[] = [
    [
      { name: '现场.png', mimeType: 'image/png', buffer: PROGRAM },
      '只收图片（jpg、png、webp、gif）、pdf、docx、xlsx 和 txt',
    ],
    [{ name: '空白.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, '文件是空的'],
    [{ name: '视频截图.png', mimeType: 'image/png', buffer: Buffer.alloc(25 * MB, 1) }, '文件不能超过 20 MB'],
  ]
  for (const [file, words] of cases) {
    await chooseFile(form, file)
    await form.getByText(words).waitFor()
    await shoot(unit, `20-refused-${file.name}`)
    expect(await send.isDisabled()).toBe(true)
    await form.getByRole('button', { name: `去掉 ${file.name}` }).click()
  }
})

test('a report that is no text is refused with the cure', async () => {
  const office = await signedIn(browser, server.url, 'dcs-kz')
  await office.goto('/reports')
  await office.getByRole('button', { name: '交进报告' }).click()
  const dialog = office.getByRole('dialog', { name: '交进报告' })
  const cases: readonly (readonly [SentFile, string])[] = [
    [
      { name: '报告.txt', mimeType: 'text/plain', buffer: PROGRAM },
      '这不是文本文件。请把 Word、PDF 另存为 txt，或者粘贴文字',
    ],
    [{ name: '空白.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }, '没有文字'],
    [{ name: '太长.txt', mimeType: 'text/plain', buffer: Buffer.alloc(25 * MB, '字') }, '文件不能超过 5 MB'],
  ]
  for (const [file, words] of cases) {
    await chooseFile(dialog, file)
    await dialog.getByRole('alert').getByText(words).waitFor()
    await shoot(office, `21-refused-${file.name}`)
  }
  await dialog.getByRole('button', { name: '关闭' }).click()
  expect(await office.locator('tr:has(a[href^="/reports/"])').count()).toBe(1)
})

test('five wrong passwords lock the account and say for how long', async () => {
  const page = await newPage(browser, server.url)
  await page.goto('/login')
  await page.getByLabel('账号', { exact: true }).fill('tjj-sj')
  for (let left = 4; left >= 0; left -= 1) {
    await tryPassword(page, `记错了 ${left}`)
    await page.getByText(left > 0 ? `还可以试 ${left} 次` : /账号锁定 \d+ 分钟/).waitFor()
  }
  await shoot(page, '22-locked')
  await page.getByLabel('口令', { exact: true }).fill('Luoshi-2024-tjj-sj')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByText(/账号锁定 \d+ 分钟/).waitFor()
  expect(new URL(page.url()).pathname).toBe('/login')
})

async function tryPassword(page: Page, password: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** An item that 市住建局 may add proof to. */
async function ownItem(): Promise<string> {
  const client = await signIn(server.url, 'zjj-bgs')
  const { items } = await client.get<{ items: { id: string }[] }>('/items?stage=working&limit=1')
  const [first] = items
  if (!first) throw new Error('市住建局 has nothing in hand')
  return first.id
}

/** Pages set a thin space between Han and digits; files do not. */
function bare(words: string): string {
  return words.replace(/\s/g, '')
}
