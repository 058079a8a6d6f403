import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LiveEvent } from './present/common.ts'
import { type Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
beforeAll(async () => {
  city = await openTestApp()
  clerk = await city.signIn('clerk')
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

/** An open stream: reads messages until one answers. */
class Stream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  #text = ''
  readonly seen: (LiveEvent & { event: string })[] = []

  constructor(response: Response) {
    if (!response.body) throw new Error('the stream has no body')
    this.#reader = response.body.getReader()
  }

  async until(wanted: (event: LiveEvent & { event: string }) => boolean): Promise<LiveEvent> {
    for (;;) {
      const found = this.seen.find(wanted)
      if (found) return found
      const { done, value } = await this.#reader.read()
      if (done) throw new Error('the stream ended')
      this.#text += new TextDecoder().decode(value)
      this.#take()
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel()
  }

  #take(): void {
    const messages = this.#text.split('\n\n')
    this.#text = messages.pop() ?? ''
    for (const message of messages) {
      const event = /^event: (.*)$/m.exec(message)?.[1]
      const data = /^data: (.*)$/m.exec(message)?.[1]
      if (event && data) this.seen.push({ event, ...(JSON.parse(data) as LiveEvent) })
    }
  }
}

async function listen(browser: Browser): Promise<Stream> {
  const response = await browser.raw('GET', '/api/events')
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const stream = new Stream(response)
  await stream.until(({ event }) => event === 'hello')
  return stream
}

test('what changes reaches those who may see it, and nobody else', async () => {
  const [zjj, fgw] = [await listen(await city.signIn('zjj')), await listen(await city.signIn('fgw'))]
  const item = await openMatter(clerk)
  const heard = await zjj.until(({ topic, id }) => topic === 'item' && id === item.id)
  expect(heard).toMatchObject({ event: 'item', ledger: 'supervision_13710', post: 'post_clerk' })
  expect(await zjj.until(({ topic }) => topic === 'notification')).toMatchObject({ id: 'post_zjj' })
  // What fgw may hear comes after all that it may not: by then nothing else has come.
  const own = await clerk.post<{ id: string }>('/api/ledgers/supervision_13710/items', {
    title: '发改的事',
    lead_unit: 'org_fgw',
    values: { item_class: 'routine', gravity: 'general' },
  })
  await fgw.until(({ topic, id }) => topic === 'item' && id === own.body.id)
  expect(fgw.seen.map(({ id }) => id)).not.toContain(item.id)
  expect(fgw.seen.map(({ id }) => id)).not.toContain('post_zjj')
  await Promise.all([zjj.close(), fgw.close()])
})

test('reports are told to the office, not to lead units', async () => {
  const [chief, zjj] = [await listen(await city.signIn('chief')), await listen(await city.signIn('zjj'))]
  city.bus.publish({ topic: 'report', id: 'r1', post: 'post_clerk' })
  city.bus.publish({ topic: 'notification', id: 'post_zjj', post: 'post_clerk' })
  await chief.until(({ topic, id }) => topic === 'report' && id === 'r1')
  await zjj.until(({ topic }) => topic === 'notification')
  expect(zjj.seen.map(({ topic }) => topic)).not.toContain('report')
  await Promise.all([chief.close(), zjj.close()])
})

test('without a session there is no stream', async () => {
  expect((await city.app.request('/api/events')).status).toBe(401)
})
