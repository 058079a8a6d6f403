export interface Client {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly get: <T>(path: string) => Promise<T>
  readonly post: <T>(path: string, body: unknown, version?: number) => Promise<T>
}

/** A signed-in client of a running server, for measurements and tests of the process. */
export async function signIn(url: string, login: string): Promise<Client> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: `Luoshi-2024-${login}` }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  const session = (await answer.json()) as { csrf: string }
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const headers = { cookie, 'x-csrf-token': session.csrf }
  return {
    url,
    headers,
    get: async (path) => read(await fetch(`${url}/api${path}`, { headers })),
    post: async (path, body, version) => {
      const match = version === undefined ? {} : { 'if-match': `"${version}"` }
      const init = {
        method: 'POST',
        headers: { ...headers, ...match, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }
      return read(await fetch(`${url}/api${path}`, init))
    },
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}
