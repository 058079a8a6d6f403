import { QueryClient } from '@tanstack/react-query'
import type { SessionView } from '../api/present/session.ts'
import { canRetry, offlineProblem, problemOf, readProblem } from './problem.ts'

export const sessionKey = ['session'] as const

/**
 * One cache for the page. Keys begin with what they show, because live events invalidate by that word:
 * ['item', id] · ['ledger', ledgerId, …] · ['ledgers'] · ['report', id, …] · ['reports'] · ['my-work'] · ['day'] ·
 * ['cockpit'] · ['notifications'] · ['session'].
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && canRetry(problemOf(error)),
      retryDelay: (attempt) => 600 * 2 ** attempt,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

export type SendOptions = {
  /** Sent as JSON; a FormData, File or Blob goes as it is. */
  body?: unknown
  /** The version the writer read, as If-Match: a number as `version` gives it, or an ETag as it came. */
  match?: number | string | undefined
  /** Repeat a write safely: the same key is settled once. A new one is made when absent. */
  key?: string | undefined
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** What came back, with its ETag for the next If-Match. */
export type Answer<T> = { data: T; etag: string | null }

/**
 * Calls `/api` + path. Throws a Problem for every refusal and for a lost connection (status 0).
 * A 401 ends the session in the cache, so that the login appears over the same address.
 */
export async function send<T>(method: Method, path: string, options: SendOptions = {}): Promise<Answer<T>> {
  const response = await reach(method, path, options)
  if (response.ok) return { data: (await readBody(response)) as T, etag: response.headers.get('etag') }
  if (response.status === 401 && path !== '/session') queryClient.setQueryData(sessionKey, null)
  throw readProblem(response.status, await readBody(response).catch(() => undefined))
}

async function reach(method: Method, path: string, options: SendOptions): Promise<Response> {
  const { body, signal } = options
  const raw = body instanceof Blob || body instanceof FormData
  const init: RequestInit = { method, credentials: 'same-origin', headers: headersFor(method, options, raw) }
  if (body !== undefined) init.body = raw ? body : JSON.stringify(body)
  if (signal) init.signal = signal
  try {
    return await fetch(`/api${path}`, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw offlineProblem()
  }
}

function headersFor(method: Method, { body, match, key, headers }: SendOptions, raw: boolean): Record<string, string> {
  const all: Record<string, string> = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang }
  if (body !== undefined && !raw) all['Content-Type'] = 'application/json'
  if (method !== 'GET') {
    const csrf = queryClient.getQueryData<SessionView | null>(sessionKey)?.csrf
    if (csrf) all['X-CSRF-Token'] = csrf
    all['Idempotency-Key'] = key ?? newKey()
  }
  if (match !== undefined) all['If-Match'] = typeof match === 'number' ? `"${match}"` : match
  return { ...all, ...headers }
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return null
  const type = response.headers.get('content-type') ?? ''
  return type.includes('json') ? response.json() : response.text()
}

/** A random UUID. Made by hand because `crypto.randomUUID` is missing on plain http inside an intranet. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte, at) => (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte))
  const text = hex.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const dataOf = async <T>(answer: Promise<Answer<T>>): Promise<T> => (await answer).data

/** Reads; the usual queryFn: `useQuery({ queryKey: ['item', id], queryFn: ({ signal }) => get<ItemView>(`/items/${id}`, signal) })`. */
export const get = <T>(path: string, signal?: AbortSignal) => dataOf(send<T>('GET', path, { signal }))
export const post = <T>(path: string, body?: unknown, options?: SendOptions) =>
  dataOf(send<T>('POST', path, { body, ...options }))
export const patch = <T>(path: string, body?: unknown, options?: SendOptions) =>
  dataOf(send<T>('PATCH', path, { body, ...options }))
export const remove = <T>(path: string, options?: SendOptions) => dataOf(send<T>('DELETE', path, options))
