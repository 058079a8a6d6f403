import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const KNOWN = [
  process.env['LUOSHI_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/** Flags that keep the browser from talking to anybody but our server. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const DESKTOP = { width: 1440, height: 900 }
export const PHONE = { width: 390, height: 844 }

export async function openBrowser(): Promise<Browser> {
  const executablePath = KNOWN.find((path) => path !== undefined && existsSync(path))
  if (executablePath === undefined)
    throw new Error('no Chromium found: install Debian’s chromium or set LUOSHI_CHROMIUM')
  return chromium.launch({ executablePath, args: FLAGS })
}

/** A page signed in as one of the sample accounts, in its own context: another person at another machine. */
export async function signedIn(browser: Browser, url: string, login: string, viewport = DESKTOP): Promise<Page> {
  const page = await newPage(browser, url, viewport)
  await page.goto(`${url}/login`)
  await page.getByLabel('账号', { exact: true }).fill(login)
  await page.getByLabel('口令', { exact: true }).fill(`Luoshi-2024-${login}`)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL((address) => !address.pathname.startsWith('/login'))
  return page
}

export async function newPage(browser: Browser, url: string, viewport = DESKTOP): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    viewport,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    baseURL: url,
  })
  return context.newPage()
}

/** Keeps a picture when LUOSHI_SHOTS names a folder: for a look by eye, and for the README. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env['LUOSHI_SHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
