import type { Hono } from 'hono'

/** The methods that some route takes at this path; empty for an unknown path. HEAD follows GET. */
export function allowedMethods(app: Pick<Hono, 'routes'>, path: string): string[] {
  const methods = new Set<string>()
  for (const route of app.routes) {
    if (route.method !== 'ALL' && !route.path.includes('*') && patternOf(route.path).test(path)) {
      methods.add(route.method)
      if (route.method === 'GET') methods.add('HEAD')
    }
  }
  return [...methods].sort()
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : plain(part)))
  return new RegExp(`^${parts.join('/')}$`)
}

function plain(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
