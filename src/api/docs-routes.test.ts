import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ledgers } from '../ledgers/index.ts'
import { Browser, openTestApp, type TestApp } from './testing.ts'

interface Schema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
}
interface Media {
  readonly schema: Schema
}
interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security?: readonly unknown[]
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> }
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly securitySchemes?: Readonly<Record<string, unknown>> }
}

let city: TestApp
let document: Document
beforeAll(async () => {
  city = await openTestApp()
  document = (await new Browser(city.app).get<Document>('/api/openapi.json')).body
})
afterAll(() => city.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI document', () => {
  test('is 3.1 and holds every route of the API, each with its answers', () => {
    expect(document.openapi).toBe('3.1.0')
    const documented = new Set(operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`))
    const served = city.app.routes
      .filter(
        ({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !/\/api\/(?:docs|openapi)/.test(path),
      )
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(served.length).toBeGreaterThan(40)
    expect(served.filter((route) => !documented.has(route))).toEqual([])
    for (const { operation } of operations()) {
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true)
      expect(operation.summary).toMatch(/\p{Script=Han}.* \/ [A-Z]/u)
    }
  })

  test('names each operation once, and every path parameter', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((found) => found[1])
      const given = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
      expect(new Set(given)).toEqual(new Set(named))
    }
  })

  test('writes ask for the token; what needs a session says so, by a scheme that is described', () => {
    expect(document.components.securitySchemes).toHaveProperty('session')
    for (const { path, method, operation } of operations()) {
      if (method === 'get' || path === '/api/session') continue
      expect((operation.parameters ?? []).map(({ name }) => name)).toContain('X-CSRF-Token')
      expect(operation.security).toEqual([{ session: [] }])
    }
  })

  test('shows each ledger’s own fields, with their options', () => {
    const body = (ledger: string) =>
      document.paths[`/api/ledgers/${ledger}/items`]?.['post']?.requestBody?.content['application/json']?.schema
    const values = body('supervision_13710')?.properties?.['values']
    expect(values?.properties?.['gravity']?.enum).toEqual(['general', 'major'])
    expect(values?.required).toEqual(['item_class', 'gravity'])
    for (const ledger of ledgers)
      expect(Object.keys(body(ledger.id)?.properties?.['values']?.properties ?? {})).toEqual([...ledger.create.asks])
  })

  test('a file is bytes, a workbook a workbook', () => {
    const upload = document.paths['/api/files']?.['post']?.requestBody?.content['multipart/form-data']?.schema
    expect(upload?.properties?.['file']).toMatchObject({ type: 'string', format: 'binary' })
    const sheet = document.paths['/api/ledgers/key_project/export.xlsx']?.['get']?.responses['200']?.content
    expect(Object.keys(sheet ?? {})).toEqual(['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
  })
})

describe('the page that shows it', () => {
  test('is in Chinese, from this server alone, without inline scripts', async () => {
    const browser = new Browser(city.app)
    const { status, headers, body } = await browser.get<string>('/api/docs')
    expect(status).toBe(200)
    expect(body).toContain('lang="zh-CN"')
    expect(body).not.toMatch(/<script(?![^>]* src=)/)
    expect(body).not.toMatch(/https?:\/\//)
    expect(headers.get('content-security-policy')).toContain("default-src 'self'")
    for (const [, address] of body.matchAll(/(?:src|href)="([^"]+)"/g))
      expect((await browser.get(address ?? '')).status).toBe(200)
  })
})
