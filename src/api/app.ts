import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { AppError } from '../errors.ts'
import { t } from '../text.ts'
import { allowedMethods } from './http/allowed-methods.ts'
import { securityHeaders } from './http/security.ts'
import { StaticFiles } from './http/static-files.ts'
import { onError, sendProblem } from './problem.ts'
import { Api } from './route.ts'
import { registerRoutes } from './routes.ts'
import type { Services } from './services.ts'

/**
 * The whole HTTP side. Every request passes, in this order: headers → (for /api) route: origin → session → token → policy
 * → size → idempotency → body → handler; what no route takes is a problem under /api and the staff app elsewhere.
 */
export function createApp(services: Services): OpenAPIHono {
  const app = new OpenAPIHono()
  app.onError(onError(services.log, services.context.newId))
  app.use(securityHeaders)
  app.use('/api/*', compress())
  registerRoutes(new Api(app, services))
  app.all('/api/*', refuseMethod(app))
  app.all('/api', (c) => c.redirect('/api/docs'))
  if (services.webRoot !== null) {
    const files = new StaticFiles(services.webRoot)
    app.get('*', (c) => files.serve(c, 'index.html'))
  }
  app.notFound((c) => sendProblem(c, new AppError('not_found')))
  return app
}

/** No route took it: the address is unknown, or known under other methods (OPTIONS asks for them). */
function refuseMethod(app: OpenAPIHono) {
  return (c: Context): Response => {
    const allowed = allowedMethods(app, c.req.path)
    if (allowed.length === 0) {
      const detail = t(`没有这个地址：${c.req.path}`, `There is no such address: ${c.req.path}`)
      return sendProblem(c, new AppError('not_found', { detail }))
    }
    const allow = [...allowed, 'OPTIONS'].join(', ')
    if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow })
    c.header('allow', allow)
    const detail = t(`这个地址只支持 ${allow}`, `This address takes ${allow}`)
    return sendProblem(c, new AppError('wrong_method', { detail }))
  }
}
