import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, openBrowser, PHONE, shoot, signedIn } from '../support/browser.ts'
import { type Client, signIn } from '../support/http-client.ts'
import { keepAnswers, overflow, settled, watchFaults, words } from '../support/page-faults.ts'
import { PATIENCE } from '../support/report-desk.ts'
import { removeFolder, type RunningServer, startServer } from '../support/server.ts'

/** Every page of every kind of account: whole, quiet, in its own language, and no wider than its window. */

const PLACES: Readonly<Record<string, readonly string[]>> = {
  cockpit: ['/'],
  my_work: ['/my-work'],
  day: ['/day'],
  reports: ['/reports', '/reports?start'],
  ledgers: ['/ledgers', '/ledgers/all', '/ledgers/work_report_task', '/ledgers/supervision_13710?view=board'],
  admin: ['/admin', '/admin?tab=calendar', '/admin?tab=accounts', '/admin?tab=system'],
}

/** Latin letters that Chinese readers write themselves: keys, kinds of file, measures, words of the report, pinyin. */
const ALLOWED =
  /Ctrl K|SHA-256|sha256|\b(EN|PDF|Word|UTF-8|GB\/T|GB18030|GDP|KB|MB)\b|\.?(docx|xlsx|pdf|png|jpg|txt|csv|md)\b|\d+(MW|GW|G|A)|＋N|e ?镇|szf shizhengfu|PGlite|PostgreSQL|Apache-2\.0|^English$|(^|办理 )[a-z]+(-[a-z]+)?$|Luoshi-2024-[a-z-]+/g

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

describe.each(['dcs-kz', 'zjj-bgs', 'fsz-cj', 'viewer', 'admin'])('%s', (login) => {
  test('opens every page of its navigation without a fault, in Chinese, on desk and phone', async () => {
    const page = await signedIn(browser, server.url, login)
    const faults = watchFaults(page)
    for (const path of await pathsOf(await signIn(server.url, login))) {
      await page.setViewportSize(DESKTOP)
      await open(page, path)
      expect(await page.title(), path).toMatch(/^[^A-Za-z]*\p{Script=Han}[^A-Za-z]*$/u)
      expect((await words(page)).filter(hasLatin), path).toEqual([])
      await fits(page, path)
      await page.setViewportSize(PHONE)
      await fits(page, path)
      expect(faults.take(), path).toEqual([])
    }
    await page.context().close()
  })
})

test.each([
  ['zjj-bgs', '/reports', '报告由督查室和市领导查看'],
  ['zjj-bgs', '/day', '督办日程是督查室的'],
  ['admin', '/ledgers', '系统管理员不看业务数据'],
  ['viewer', '/admin?tab=accounts', '账号由系统管理员管理'],
])('%s at %s is told whose page it is, and sees nothing of it', async (login, path, reason) => {
  const page = await signedIn(browser, server.url, login)
  await open(page, path)
  await page.locator('main').getByText(reason).waitFor()
  await shoot(page, `31-refused-${login}-${path.replace(/\W/g, '')}`)
  expect(await page.locator('main :is(tbody tr, a[href^="/items/"], a[href^="/reports/"])').count()).toBe(0)
  await page.context().close()
})

// Last, because the language is kept with the account.
describe.each(['dcs-kz', 'zjj-bgs', 'admin'])('%s in English', (login) => {
  test('reads English in navigation, headings and buttons; only what people wrote stays Chinese', async () => {
    const page = await signedIn(browser, server.url, login)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('navigation', { name: 'Main' }).first().waitFor()
    const answers = keepAnswers(page)
    for (const path of await pathsOf(await signIn(server.url, login))) {
      await page.setViewportSize(DESKTOP)
      await open(page, path)
      const said = await words(page, 'nav, h1, h2, h3, h4, h5, h6, button, th, label, [role="tab"]')
      const data = await answers.written()
      expect(
        said.filter((text) => !isWritten(text, data)),
        path,
      ).toEqual([])
      await page.setViewportSize(PHONE)
      await fits(page, path)
    }
    await shoot(page, `30-english-${login}`)
    await page.context().close()
  })
})

/** What the navigation offers, and one of each page that stands behind it. */
async function pathsOf(client: Client): Promise<string[]> {
  const { nav } = await client.get<{ nav: string[] }>('/session')
  const paths = nav.flatMap((place) => PLACES[place] ?? [])
  if (nav.includes('ledgers')) {
    const { items } = await client.get<{ items: { id: string }[] }>('/items?limit=1')
    paths.push(...items.map(({ id }) => `/items/${id}`))
  }
  if (nav.includes('reports')) {
    const [report] = await client.get<{ id: string }[]>('/reports')
    if (report) paths.push(`/reports/${report.id}`)
  }
  return paths
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

async function fits(page: Page, path: string): Promise<void> {
  await expect.poll(() => overflow(page), { ...PATIENCE, timeout: 5_000, message: path }).toBeLessThanOrEqual(0)
}

function hasLatin(text: string): boolean {
  return /[A-Za-z]/.test(text.replace(ALLOWED, ''))
}

/** Are the Chinese parts of a text what people wrote: a title, a name of a file, the words of the report? */
function isWritten(text: string, data: string): boolean {
  const runs = text.replace(/\s/g, '').match(/\p{Script=Han}+/gu) ?? []
  return runs.every((run) => run === '中文' || data.includes(run))
}
