import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { SentFile } from './picture.ts'
import { PATIENCE } from './report-desk.ts'

/** Opens the form of an action from the panel 可办. */
export async function openAction(page: Page, label: string): Promise<Locator> {
  await actionButton(page, label).click()
  const form = page.getByRole('dialog', { name: label })
  await form.waitFor()
  return form
}

export function actionButton(page: Page, label: string): Locator {
  return page.locator('.acts').getByRole('button', { name: label, exact: true })
}

/** Hands the form in and waits until it is gone: the action stands. */
export async function submit(form: Locator, label: string): Promise<void> {
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

export async function addProof(form: Locator, file: SentFile, facts: Readonly<Record<string, string>>): Promise<void> {
  await chooseFile(form, file)
  await form.getByText('可用').waitFor()
  for (const [label, value] of Object.entries(facts)) await form.getByLabel(label).fill(value)
}

/** The drop zone has a button of its own for pasting; the second one opens the file chooser. */
export async function chooseFile(form: Locator, file: SentFile): Promise<void> {
  const [chooser] = await Promise.all([
    form.page().waitForEvent('filechooser'),
    form
      .getByRole('button', { name: /选文件/ })
      .last()
      .click(),
  ])
  await chooser.setFiles({ ...file })
}

/** Opens a proof from its tile and gives the verdict there. */
export async function judge(page: Page, proof: string, verdict: string, note = ''): Promise<void> {
  await page
    .locator('#proof')
    .getByRole('link', { name: new RegExp(`^${proof}`) })
    .click()
  const viewer = page.getByRole('dialog', { name: proof })
  await viewer.getByLabel('核验说明').fill(note)
  await viewer.getByRole('button', { name: verdict, exact: true }).click()
  await viewer.locator('dd', { hasText: verdict }).waitFor()
  await viewer.getByRole('button', { name: '关闭' }).click()
  await viewer.waitFor({ state: 'hidden' })
}

/** The titles of the history, newest first. */
export async function timeline(page: Page): Promise<string[]> {
  return page.locator('#history ol > li b').allInnerTexts()
}

/** Waits until the newest entry is this one; the page is not loaded anew. */
export async function expectNewest(page: Page, title: string): Promise<void> {
  await expect.poll(async () => (await timeline(page))[0], PATIENCE).toBe(title)
}

/** The moments of the history, in the order shown. */
export async function timelineMoments(page: Page): Promise<string[]> {
  return page
    .locator('#history ol time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''))
}
