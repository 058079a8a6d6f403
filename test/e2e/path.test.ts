import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, shoot, signedIn } from '../support/browser.ts'
import { type Cockpit, moved, readCockpit } from '../support/cockpit.ts'
import {
  actionButton,
  addProof,
  expectNewest,
  judge,
  openAction,
  submit,
  timeline,
  timelineMoments,
} from '../support/item-page.ts'
import { pngPicture } from '../support/picture.ts'
import { checkReplay } from '../support/replay-check.ts'
import {
  chipCount,
  chooseSection,
  currentProposal,
  currentSeq,
  expectCounts,
  expectSeq,
  giveLead,
  leaveSection,
  PATIENCE,
  reviewCounts,
  sectionNames,
} from '../support/report-desk.ts'
import { removeFolder, type RunningServer, startServer } from '../support/server.ts'

/**
 * The path the product is for, walked in a browser: a report comes in, is reviewed, becomes items; a unit delivers, the
 * supervision office judges and closes; the year's page moves by that one item. Each test goes on where the last stopped.
 */

const ROOT = join(import.meta.dirname, '..', '..')
const PRINTED = join(ROOT, '..', 'shared', 'report', 'shuozhou-2024.txt')
const SAMPLE = join(ROOT, 'data', 'cities', 'shuozhou', 'report-2024.txt')
/** A section that both texts have, with counted targets in it. */
const SECTION = '（一）'

let server: RunningServer
let browser: Browser
/** 督查室, at one desk. */
let office: Page
/** 市住建局, at another. */
let unit: Page
let before: Cockpit
let report: string
let chosen: { seq: number; item: string }
let issued: number

beforeAll(async () => {
  server = await startServer()
  browser = await openBrowser()
  office = await signedIn(browser, server.url, 'dcs-kz')
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  removeFolder(server.folder)
})

test('the report is handed in and read into proposals', async () => {
  before = await readCockpit(office)
  await office.getByRole('link', { name: '报告台' }).click()
  await office.getByRole('button', { name: '交进报告' }).click()
  const dialog = office.getByRole('dialog', { name: '交进报告' })
  const [chooser] = await Promise.all([
    office.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: '选文件' }).click(),
  ])
  await chooser.setFiles({ name: '2024年政府工作报告.txt', mimeType: 'text/plain', buffer: printedReport() })
  await office.waitForURL(/\/reports\/[0-9a-f-]{36}/)
  report = new URL(office.url()).pathname
  await currentProposal(office).waitFor()
  const counts = await reviewCounts(office)
  expect(counts).toMatchObject({ 接受: 0, 修改: 0, 不是承诺: 0 })
  expect(counts.待审).toBeGreaterThan(200)
  expect(await chipCount(office, '待审')).toBe(counts.待审)
  await shoot(office, '01-desk')
})

test('proposals are reviewed with single keys, and the last decision is taken back', async () => {
  const { 待审: all } = await reviewCounts(office)
  await expectSeq(office, 1)
  await office.keyboard.press('a')
  await expectSeq(office, 2)
  await office.keyboard.press('j')
  await expectSeq(office, 3)
  await office.keyboard.press('k')
  await expectSeq(office, 2)
  await office.keyboard.press('e')
  await office.keyboard.type('稳步增长')
  await office.keyboard.press('Enter')
  await office.keyboard.press('a')
  await expectCounts(office, { 接受: 1, 修改: 1, 待审: all - 2 })
  await office.keyboard.press('r')
  await office.keyboard.type('说的是手段，不是承诺')
  await office.keyboard.press('Enter')
  await expectCounts(office, { 不是承诺: 1, 待审: all - 3 })
  const left = await currentSeq(office)
  await office.keyboard.press('l')
  await expect.poll(() => chipCount(office, '留待'), PATIENCE).toBe(1)
  await office.keyboard.press('z')
  await expect.poll(() => chipCount(office, '留待'), PATIENCE).toBe(0)
  await expectSeq(office, left)
  await office.keyboard.press('l')
  await expect.poll(() => chipCount(office, '留待'), PATIENCE).toBe(1)
  await shoot(office, '02-reviewed-by-keys')
})

test('a counted promise is given to 市住建局, and so is every promise without a lead unit', async () => {
  await chooseSection(office, SECTION)
  await office.keyboard.press('3')
  await office
    .getByRole('button', { name: /\d(座|个|家|户|条|项).* 待审$/ })
    .first()
    .click()
  chosen = { seq: await currentSeq(office), item: '' }
  await giveLead(office, 'szjj', '市住建局')
  await shoot(office, '03-lead-given')
  const { 修改: edited } = await reviewCounts(office)
  await office.keyboard.press('a')
  await expectCounts(office, { 修改: edited + 1 })
  await office.keyboard.press('3')
  await leaveSection(office)
  await office.keyboard.press('8')
  for (let missing = await chipCount(office, '缺牵头'); missing > 0; missing -= 1) {
    await giveLead(office, 'szjj', '市住建局')
    await office.keyboard.press('a')
    await expect.poll(() => chipCount(office, '缺牵头'), PATIENCE).toBe(missing - 1)
  }
  await office.keyboard.press('8')
})

test('the sections are accepted whole, and nothing but what was left for later stays open', async () => {
  for (const no of await sectionNames(office)) {
    await chooseSection(office, no)
    await office.getByRole('button', { name: /^接受本章余下 \d+ 条$/ }).click()
    const dialog = office.getByRole('dialog', { name: /^接受这 \d+ 条？$/ })
    await dialog.getByRole('button', { name: /^接受 \d+ 条$/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await leaveSection(office)
  }
  await expect.poll(() => chipCount(office, '待审'), PATIENCE).toBe(0)
  await shoot(office, '04-all-reviewed')
})

test('the breakdown is issued and the ledger opens with the new items', async () => {
  const { 接受: accepted, 修改: edited } = await reviewCounts(office)
  issued = accepted + edited
  await office.getByRole('button', { name: '下达分解' }).click()
  const dialog = office.getByRole('dialog', { name: `下达分解 ${issued} 条？` })
  await dialog.getByText('1 条留待的也不下达').waitFor()
  await shoot(office, '05-issue')
  await dialog.getByRole('button', { name: `下达 ${issued} 条` }).click()
  await office.waitForURL(/\/ledgers\/work_report_task/)
  await office.getByText(`已下达 ${issued} 条`).waitFor()
  await office.locator('tr[data-item]').first().waitFor()
  await shoot(office, '06-ledger')
  const now = await readCockpit(office)
  expect(moved(before, now)['全报告']?.项).toBe(issued)
  before = now
  await office.goto(`${report}?c=${chosen.seq}`)
  await currentProposal(office).getByRole('link', { name: '看事项' }).click()
  await office.getByRole('heading', { level: 1 }).waitFor()
  chosen = { ...chosen, item: new URL(office.url()).pathname }
  expect(await timeline(office)).toEqual(['交办'])
})

test('the unit signs for it, and the open page of the supervision office shows it by itself', async () => {
  await office.evaluate(() => document.body.setAttribute('data-same-page', 'yes'))
  const number = await office.locator('.hdt .meta').innerText()
  unit = await signedIn(browser, server.url, 'zjj-bgs')
  await unit.getByRole('link', { name: '我的事' }).click()
  await unit
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click()
  await shoot(unit, '07-my-work')
  await unit.getByRole('button', { name: '签收', exact: true }).click()
  await unit.getByRole('button', { name: '部署', exact: true }).waitFor()
  await expectNewest(office, '签收')
  expect(await office.evaluate(() => document.body.getAttribute('data-same-page'))).toBe('yes')
})

test('the unit deploys, reports a number and hands in a proof for closing', async () => {
  await unit.goto(chosen.item)
  const deploy = await openAction(unit, '部署')
  await deploy.getByLabel('部署措施').fill('分管副局长包保，每月调度一次')
  await submit(deploy, '部署')
  await expectNewest(unit, '部署')
  const progress = await openAction(unit, '报进展')
  await progress.getByLabel('已完成').fill('2')
  await progress.getByText('没有', { exact: true }).click()
  await submit(progress, '报进展')
  await expectNewest(unit, '报进展')
  // Without proof it cannot be handed in: the refusal says so and leads to the upload.
  expect(await actionButton(unit, '申请销号').count()).toBe(0)
  await unit.locator('.acts').getByRole('button', { name: '去上传佐证' }).first().click()
  const upload = unit.getByRole('dialog', { name: '上传佐证' })
  await addProof(upload, pngPicture('现场远景.png', 200), { 名称: '现场远景', 地点: '朔城区', 证明完成: '2' })
  await shoot(unit, '08-hand-in')
  await submit(upload, '上传佐证')
  await submit(await openAction(unit, '申请销号'), '申请销号')
  await expectNewest(unit, '申请销号')
})

test('the supervision office finds the proof wanting and sends the item back', async () => {
  await expectNewest(office, '申请销号')
  await judge(office, '现场远景', '存疑', '看不出是哪一座')
  const back = await openAction(office, '退回补正')
  await back.getByLabel('理由').fill('补验收备案表，照片要有名牌')
  await submit(back, '退回补正')
  await expectNewest(unit, '退回补正')
  await unit.locator('#history').getByText('补验收备案表，照片要有名牌').waitFor()
  expect(await actionButton(office, '销号').count()).toBe(0)
})

test('the unit hands in a better proof, and the office closes the item', async () => {
  const closing = await openAction(unit, '申请销号')
  await addProof(closing, pngPicture('竣工验收备案表.png', 90), { 名称: '竣工验收备案表', 证明完成: '2' })
  await submit(closing, '申请销号')
  await expectNewest(office, '申请销号')
  before = await readCockpit(office)
  await shoot(office, '09-cockpit-before')
  await office.goto(chosen.item)
  await judge(office, '竣工验收备案表', '有效')
  await shoot(office, '10-judged')
  await submit(await openAction(office, '销号'), '销号')
  await expectNewest(office, '销号')
  await shoot(office, '11-closed')
})

test('the year’s page has moved by exactly this one item', async () => {
  const changes = moved(before, await readCockpit(office))
  await shoot(office, '12-cockpit-after')
  const { 全报告: whole, ...sections } = changes
  expect(whole?.销号).toBe(1)
  expect(Object.values(sections)).toEqual([whole])
  const others = Object.entries(whole ?? {}).filter(([column]) => column !== '销号')
  expect(others).toHaveLength(1)
  expect(others[0]?.[1]).toBe(-1)
})

test('the item tells its story in order', async () => {
  await office.goto(chosen.item)
  await office.locator('#history li').first().waitFor()
  expect((await timeline(office)).toReversed()).toEqual([
    '交办',
    '签收',
    '部署',
    '报进展',
    '上传佐证 1 件',
    '申请销号',
    '核验佐证',
    '退回补正',
    '申请销号',
    '核验佐证',
    '销号',
  ])
  const moments = await timelineMoments(office)
  expect(moments).toEqual(moments.toSorted().toReversed())
})

test('of two who act on one item at once, the second is told what changed', async () => {
  const second = await signedIn(browser, server.url, 'dcs-ky')
  // The line that brings changes is cut, so that this page does not learn of them by itself.
  await second.route('**/api/events', (route) => route.abort())
  await second.goto(chosen.item)
  const remark = await openAction(second, '备注')
  await remark.getByRole('textbox').fill('已归档')
  const first = await openAction(office, '备注')
  await first.getByRole('textbox').fill('转信息公开')
  await submit(first, '备注')
  await remark.getByRole('button', { name: '备注', exact: true }).click()
  await remark.getByText('填表时这一项有变化').waitFor()
  await remark.getByText('转信息公开').waitFor()
  await shoot(second, '13-changed-meanwhile')
  expect(await remark.getByRole('textbox').inputValue()).toBe('已归档')
  await submit(remark, '备注')
  await expectNewest(office, '备注')
  await office.locator('#history').getByText('已归档').waitFor()
})

test('every item that is stored is what its entries make, and every chain is whole', async () => {
  await browser.close()
  await server.stop()
  const check = await checkReplay(server.folder)
  expect(check).toMatchObject({ differing: [], broken: [] })
  expect(check.items).toBeGreaterThan(issued)
})

/** The printed report where it lies beside the repository; else the sample's, one sentence longer: not the same file again. */
function printedReport(): Buffer {
  if (existsSync(PRINTED)) return readFileSync(PRINTED)
  return Buffer.from(readFileSync(SAMPLE, 'utf8').replace('。', '。请予审议。'))
}
