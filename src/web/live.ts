import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import type { LiveEvent } from '../api/present/common.ts'
import type { SessionView } from '../api/present/session.ts'
import { queryClient, sessionKey } from './client.ts'
import { makePairing } from './settled.ts'

const topics = ['item', 'report', 'notification'] as const
const gather = 300
const tint = 2_000
/** Changed in the last two seconds: rows read it to tint themselves. */
let changed: ReadonlySet<string> = new Set()
const watchers = new Set<() => void>()
const pair = makePairing()

/** The query keys an event makes stale. */
export function staleKeys(event: LiveEvent): readonly (readonly string[])[] {
  switch (event.topic) {
    case 'item':
      return [
        ['item', event.id],
        event.ledger ? ['ledger', event.ledger] : ['ledger'],
        ['ledgers'],
        ['my-work'],
        ['day'],
        ['cockpit'],
        ['session'],
      ]
    case 'report':
      return [['report', event.id], ['reports'], ['cockpit'], ['session']]
    case 'notification':
      return [['notifications'], ['session']]
  }
}

type Changed = Omit<LiveEvent, 'post'>
const nameOf = ({ topic, id }: Changed) => `${topic} ${id}`

/**
 * Tells that the answer of a write stands in the cache: what else it makes stale is fetched anew at once, and its own
 * live event then changes nothing.
 */
export function settledHere(change: Changed): void {
  pair(nameOf(change), 'answer', performance.now())
  const [, ...others] = staleKeys({ ...change, post: '' })
  for (const queryKey of others) void queryClient.invalidateQueries({ queryKey })
}

/** Is this the event of a write that this page has settled already? */
function isSettled(event: LiveEvent): boolean {
  const session = queryClient.getQueryData<SessionView | null>(sessionKey)
  return event.post === session?.post.id && pair(nameOf(event), 'event', performance.now())
}

/** Reads one message of the stream; anything malformed is passed over. */
export function readLiveEvent(data: string): LiveEvent | null {
  try {
    const event = JSON.parse(data) as Partial<LiveEvent> | null
    if (typeof event?.id !== 'string' || !topics.some((topic) => topic === event.topic)) return null
    return event as LiveEvent
  } catch {
    return null
  }
}

/**
 * Keeps one EventSource open while mounted and refreshes what each event makes stale, gathered over 0.3 s.
 * The browser reconnects a dropped stream by itself; a closed one is opened anew, ever more slowly.
 */
export function useLive(onChange?: () => void): void {
  const tell = useEffectEvent(() => onChange?.())
  useEffect(() => {
    let source: EventSource | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let flush: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    let waiting: LiveEvent[] = []
    const settle = () => {
      const events = waiting.filter((event) => !isSettled(event))
      waiting = []
      flush = undefined
      if (events.length === 0) return
      markChanged(events.map((event) => event.id))
      const keys = new Map(events.flatMap(staleKeys).map((key) => [key.join(' '), key]))
      for (const queryKey of keys.values()) void queryClient.invalidateQueries({ queryKey })
      tell()
    }
    const take = (message: MessageEvent<string>) => {
      const event = readLiveEvent(message.data)
      if (!event) return
      waiting.push(event)
      flush ??= setTimeout(settle, gather)
    }
    const open = () => {
      source = new EventSource('/api/events')
      source.addEventListener('message', take)
      for (const topic of topics) source.addEventListener(topic, take)
      source.addEventListener('open', () => (failures = 0))
      source.addEventListener('error', () => {
        if (source?.readyState !== EventSource.CLOSED) return
        retry = setTimeout(open, Math.min(60_000, 2_000 * 2 ** failures++))
      })
    }
    open()
    return () => {
      source?.close()
      clearTimeout(retry)
      clearTimeout(flush)
    }
  }, [])
}

function markChanged(ids: readonly string[]): void {
  changed = new Set([...changed, ...ids])
  for (const watch of watchers) watch()
  setTimeout(() => {
    changed = new Set([...changed].filter((id) => !ids.includes(id)))
    for (const watch of watchers) watch()
  }, tint)
}

/** True for two seconds after a live event named this id: tint the row then (class `fresh`), never move it. */
export function useJustChanged(id: string): boolean {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => changed.has(id),
  )
}

/** Is the browser connected? For the page's own notice; writes still try. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine)
  useEffect(() => {
    const update = () => setOnline(navigator.onLine)
    window.addEventListener('online', update)
    window.addEventListener('offline', update)
    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])
  return online
}
