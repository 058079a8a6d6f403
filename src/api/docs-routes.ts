import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { StaticFiles } from './http/static-files.ts'
import { openApiDocument } from './openapi.ts'
import type { Services } from './services.ts'

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>落实 · 接口文档</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
`
const START = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true })\n`
const SHOWN = ['swagger-ui.css', 'swagger-ui-bundle.js'] as const

/** The document made from the routes, and a page to read it: everything from this server, no inline scripts. */
export function docsRoutes(app: OpenAPIHono, services: Services): void {
  let document: string | undefined
  app.get('/api/openapi.json', (c) => {
    document ??= JSON.stringify(openApiDocument(app, services))
    return c.body(document, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  app.get('/api/docs', (c) => c.html(PAGE))
  app.get('/api/docs/start.js', (c) => c.body(START, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve('swagger-ui-dist/package.json'))
  const files = new StaticFiles(folder)
  for (const name of SHOWN) app.get(`/api/docs/${name}`, (c) => files.file(c, name))
}
