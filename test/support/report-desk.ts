import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** How long a screen may take on a machine that does other things too. */
export const PATIENCE = { timeout: 30_000, interval: 100 }

const STATES = ['接受', '修改', '合并拆分', '不是承诺', '待审'] as const
export type Counts = Readonly<Record<(typeof STATES)[number], number>>

/** How far the review is, as the bar over the desk says it to a reader. */
export async function reviewCounts(page: Page): Promise<Counts> {
  const words = await page.getByRole('img', { name: /^接受 \d+，修改 \d+/ }).getAttribute('aria-label')
  return Object.fromEntries(STATES.map((state) => [state, numberAfter(words ?? '', state)])) as Counts
}

export async function expectCounts(page: Page, wanted: Partial<Counts>): Promise<void> {
  await expect.poll(() => reviewCounts(page), PATIENCE).toMatchObject(wanted)
}

/** The proposal under review. */
export function currentProposal(page: Page): Locator {
  return page.locator('li[data-c][aria-current="true"]')
}

/** Its running number. */
export async function currentSeq(page: Page): Promise<number> {
  return Number(await currentProposal(page).locator('.pi b').innerText())
}

export async function expectSeq(page: Page, seq: number): Promise<void> {
  await expect.poll(() => currentSeq(page), PATIENCE).toBe(seq)
}

/** A chip over the desk with the number it carries: 缺牵头 16. */
export async function chipCount(page: Page, name: string): Promise<number> {
  const chip = page.getByRole('group', { name: '筛选' }).getByRole('button', { name: new RegExp(`^${name}`) })
  return numberAfter(await chip.innerText(), name)
}

/** The sections of the report, as the filter over the desk lists them. */
export async function sectionNames(page: Page): Promise<string[]> {
  await page.getByRole('button', { name: '章节', exact: true }).click()
  const options = page.getByRole('menuitemradio')
  await options.first().waitFor()
  const names = await options.locator('span').allInnerTexts()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'hidden' })
  return names
}

export async function chooseSection(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '章节', exact: true }).click()
  await page.getByRole('menuitemradio', { name }).click()
  await page.getByRole('button', { name: '去掉 章节' }).waitFor()
}

export async function leaveSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: '去掉 章节' }).click()
}

/** Gives the proposal under review a lead unit by the keyboard: O, the initials of its name, Enter. */
export async function giveLead(page: Page, initials: string, short: string): Promise<void> {
  const field = currentProposal(page).getByRole('combobox', { name: /^牵头/ })
  await page.keyboard.press('o')
  await page.keyboard.type(initials)
  await page.getByRole('option', { name: short }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => field.inputValue(), PATIENCE).toBe(short)
  await expect.poll(() => field.evaluate((element) => element === document.activeElement), PATIENCE).toBe(false)
}

function numberAfter(words: string, name: string): number {
  const found = new RegExp(`${name}\\s*(\\d+)`).exec(words)?.[1]
  if (found === undefined) throw new Error(`no number after ${name} in “${words}”`)
  return Number(found)
}
