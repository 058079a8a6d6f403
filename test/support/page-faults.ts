import type { Page } from 'playwright-core'

/** Keeps what a page complains of: errors in the console, exceptions, requests that failed or were refused. */
export function watchFaults(page: Page): { readonly take: () => string[] } {
  let faults: string[] = []
  const add = (fault: string) => faults.push(fault)
  page.on('pageerror', (error) => add(`exception: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isFirstQuestion(message.location().url, message.text()))
      add(`console: ${message.text()} ${message.location().url}`)
  })
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still reading, the stream of changes first of all.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') add(`failed: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !isFirstQuestion(response.url(), String(response.status())))
      add(`${response.status()}: ${response.url()}`)
  })
  return {
    take: () => {
      const taken = faults
      faults = []
      return taken
    },
  }
}

/** Before anybody has signed in, the page asks who is there and is told: nobody. */
function isFirstQuestion(url: string, words: string): boolean {
  return url.endsWith('/api/session') && words.includes('401')
}

/** Waits until nothing is loading: no skeleton stands and every picture has come. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main').first().waitFor()
  await page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"]') === null &&
      (document.querySelector('main')?.textContent ?? '').trim() !== '',
  )
}

/** How many pixels the page is wider than its window. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/**
 * Everything a reader meets, shown or read aloud, but for keys, codes, addresses and what is marked as another
 * language.
 */
export async function words(page: Page, within = 'body'): Promise<string[]> {
  return page.locator(within).evaluateAll((roots) => {
    const apart = 'kbd, code, script, style, .mono, .printfoot, [lang]:not(html)'
    const found: string[] = []
    for (const root of roots) {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
      for (let node: Node | null = walk.currentNode; node; node = walk.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement
        if (!element || element.closest(apart)) continue
        if (node instanceof Element)
          for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.push(node.getAttribute(name) ?? '')
        else found.push(node.textContent ?? '')
      }
    }
    return found.map((text) => text.trim()).filter((text) => text !== '')
  })
}

/** Keeps what the server answers a page, to tell what people wrote from what the page says of itself. */
export function keepAnswers(page: Page): { readonly written: () => Promise<string> } {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    const type = response.headers()['content-type'] ?? ''
    if (response.url().includes('/api/') && type.includes('json')) bodies.push(response.text().catch(() => ''))
  })
  // Words in both languages are the page's own; of those the Chinese half is not data.
  const withoutPairs = (body: string) => body.replace(/"zh":"(?:[^"\\]|\\.)*"/g, '')
  return { written: async () => (await Promise.all(bodies)).map(withoutPairs).join('').replace(/\s/g, '') }
}
