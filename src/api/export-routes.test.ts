import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supervision13710 } from '../ledgers/supervision-13710.ts'
import { type Browser, openMatter, openTestApp, type TestApp } from './testing.ts'

let city: TestApp
let clerk: Browser
beforeAll(async () => {
  city = await openTestApp()
  clerk = await city.signIn('clerk')
  for (const title of ['供热管网抢修', '公交线路开通', '=1+1']) await openMatter(clerk, title)
})
afterAll(async () => {
  expect(city.logged).toEqual([])
  await city.close()
})

async function read(browser: Browser, search = ''): Promise<ExcelJS.Workbook> {
  const response = await browser.raw('GET', `/api/ledgers/supervision_13710/export.xlsx${search}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="supervision_13710\.xlsx"/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await response.arrayBuffer())
  return book
}

function table(book: ExcelJS.Workbook): Record<string, unknown>[] {
  const [sheet] = book.worksheets
  const heads = ((sheet?.getRow(1).values ?? []) as string[]).slice(1)
  return (sheet?.getRows(2, sheet.rowCount - 1) ?? []).map((row) =>
    Object.fromEntries(heads.map((head, column) => [head, row.getCell(column + 1).value])),
  )
}

test('all columns in Chinese, dates as dates on the city’s clock, the head frozen', async () => {
  const book = await read(clerk, '?sort=number')
  const [sheet] = book.worksheets
  expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  const rows = table(book)
  expect(rows).toHaveLength(3)
  const first = rows[0] ?? {}
  expect(first).toMatchObject({
    编号: '督0001',
    事项: '供热管网抢修',
    环节: '已下达',
    牵头单位: '市住建局',
    协办单位: '市交通局',
    类别: '日常管理事项',
    程度: '一般',
  })
  expect(first['交办时间']).toEqual(new Date('2024-09-18T09:40:00Z'))
  for (const field of Object.values(supervision13710.fields))
    expect(Object.keys(first).some((head) => head.startsWith(field.label.zh))).toBe(true)
})

test('a title that begins like a formula stays text', async () => {
  expect(table(await read(clerk)).map((row) => row['事项'])).toContain('=1+1')
})

test('holds what the filter of the page shows, and says so on a sheet of its own', async () => {
  const book = await read(clerk, `?q=${encodeURIComponent('公交')}&light=warn`)
  expect(table(book)).toHaveLength(1)
  const about = book.getWorksheet('说明')
  const lines = new Map(
    (about?.getRows(1, about.rowCount) ?? []).map((row) => [row.getCell(1).text, row.getCell(2).text]),
  )
  expect(lines.get('筛选')).toBe('关键词：公交；灯：warn')
  expect(lines.get('截至')).toBe('2024-09-18 09:40')
  expect(lines.get('行数')).toBe('1')
  expect(lines.get('范围')).toBe('全市')
  for (const { label, formula } of Object.values(supervision13710.metrics))
    expect(lines.get(`口径：${label.zh}`)).toBe(formula.zh)
})

test('a unit exports its own; a wrong filter is refused before a row is read', async () => {
  expect(table(await read(await city.signIn('fgw')))).toHaveLength(0)
  expect(table(await read(await city.signIn('zjj')))).toHaveLength(3)
  expect((await clerk.get('/api/ledgers/supervision_13710/export.xlsx?sort=beauty')).status).toBe(400)
})
