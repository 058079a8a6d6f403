import ExcelJS from 'exceljs'
import { dayOf } from '../../calendar/moment.ts'
import { valueText } from '../../engine/describe.ts'
import type { Field } from '../../engine/field.ts'
import type { AnyLedger } from '../../engine/ledger.ts'
import type { ItemRecord } from '../../storage/item-row.ts'
import type { Text } from '../../text.ts'
import type { Directory } from '../directory.ts'
import type { ItemRow } from '../present/item.ts'
import { itemRow } from './item-row.ts'
import type { Viewing } from './viewing.ts'

export interface SheetFacts {
  readonly view: Viewing
  readonly filter: readonly string[]
  readonly scope: Text
  readonly city: Text
}

type Cell = string | number | boolean | Date | null

interface Column {
  readonly head: string
  readonly width: number
  readonly format?: string
  readonly cell: (row: ItemRow) => Cell
}

const DAY_FORMAT = 'yyyy-mm-dd'
const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm'
const LIGHTS: Readonly<Record<ItemRow['light'], string>> = {
  ok: '正常',
  warn: '临期',
  late: '逾期',
  back: '补回',
  done: '已销号',
  wait: '未启动',
  pause: '暂停',
}

/** The ledger as xlsx: one row for each item, dates as dates, and a second sheet that says what it is. */
export async function writeLedgerSheet(
  ledger: AnyLedger,
  items: readonly ItemRecord[],
  facts: SheetFacts,
): Promise<Uint8Array<ArrayBuffer>> {
  const book = new ExcelJS.Workbook()
  const columns = columnsOf(ledger, facts.view.directory)
  const sheet = book.addWorksheet(sheetName(ledger), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ head, width, format }) => ({
    header: head,
    width,
    style: format === undefined ? {} : { numFmt: format },
  }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  for (const item of items) {
    const row = itemRow(item, facts.view)
    sheet.addRow(columns.map(({ cell }) => cell(row)))
  }
  aboutSheet(book, ledger, items.length, facts)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function columnsOf(ledger: AnyLedger, directory: Directory): Column[] {
  const common: Column[] = [
    { head: '编号', width: 10, cell: ({ number }) => number },
    { head: '事项', width: 40, cell: ({ title }) => title },
    { head: '灯', width: 8, cell: ({ light }) => LIGHTS[light] },
    { head: '静默', width: 6, cell: ({ silent }) => (silent ? '是' : '') },
    { head: '环节', width: 10, cell: ({ stageLabel }) => stageLabel.zh },
    { head: '牵头单位', width: 16, cell: ({ leadUnit }) => leadUnit.name.zh },
    { head: '协办单位', width: 24, cell: ({ coUnits }) => coUnits.map(({ short }) => short.zh).join('、') },
    { head: '分管领导', width: 16, cell: ({ leader }) => leader?.title.zh ?? null },
    { head: '章节', width: 6, cell: ({ section }) => section },
    { head: '区划', width: 8, cell: ({ region }) => region },
    { head: '交办时间', width: 17, format: MOMENT_FORMAT, cell: ({ openedAt }) => dateOf(openedAt) },
    { head: '下一时限', width: 14, cell: ({ dueClock }) => dueClock?.label.zh ?? null },
    { head: '到期时间', width: 17, format: MOMENT_FORMAT, cell: ({ dueAt }) => dateOf(dueAt) },
    { head: '销号时间', width: 17, format: MOMENT_FORMAT, cell: ({ closedAt }) => dateOf(closedAt) },
    { head: '最近一报', width: 17, format: MOMENT_FORMAT, cell: ({ lastReportAt }) => dateOf(lastReportAt) },
    { head: '佐证件数', width: 9, cell: ({ evidenceCount }) => evidenceCount },
  ]
  const own = Object.entries(ledger.fields).map(([key, field]) => ({
    head: headOf(field),
    width: field.multiline ? 40 : 16,
    ...(field.kind === 'date' ? { format: DAY_FORMAT } : {}),
    cell: ({ values }: ItemRow) => cellOf(field, values[key], directory),
  }))
  return [...common, ...own]
}

function headOf({ label, unit }: Field): string {
  return unit ? `${label.zh}（${unit.zh}）` : label.zh
}

/** Numbers stay numbers and dates dates; amounts of money too, as far as a spreadsheet holds them exactly. */
function cellOf(field: Field, value: unknown, directory: Directory): Cell {
  if (value === null || value === undefined || value === '') return null
  if (field.kind === 'number' && typeof value === 'number') return value
  if (field.kind === 'date' && typeof value === 'string') return dateOf(`${value}T00:00:00+08:00`)
  if (field.kind === 'money' && typeof value === 'string')
    return Number.isSafeInteger(Math.round(Number(value) * 100)) ? Number(value) : value
  return safeText(valueText(field, value, directory.lookups).zh)
}

/**
 * Spreadsheets know no time zones: the city's clock is written as it stands. exceljs takes a Date for UTC.
 */
function dateOf(moment: string | null): Date | null {
  return moment === null ? null : new Date(`${moment.slice(0, 19)}Z`)
}

/** Excel refuses more than 32,767 characters in a cell. */
function safeText(text: string): string {
  return text.slice(0, 32_000)
}

/** Sheet names have at most 31 characters and none of []:*?/\. */
function sheetName({ label }: AnyLedger): string {
  return label.zh.replace(/[[\]:*?/\\“”]/g, '').slice(0, 31)
}

function aboutSheet(book: ExcelJS.Workbook, ledger: AnyLedger, rows: number, facts: SheetFacts): void {
  const { view, filter, scope, city } = facts
  const sheet = book.addWorksheet('说明')
  sheet.columns = [{ width: 24 }, { width: 80 }]
  const lines: readonly (readonly [string, string])[] = [
    ['台账', ledger.label.zh],
    ['城市', city.zh],
    ['范围', scope.zh],
    ['截至', `${dayOf(view.now)} ${view.now.slice(11, 16)}`],
    ['筛选', filter.length === 0 ? '全部' : filter.join('；')],
    ['行数', String(rows)],
    ['定义版本', `第 ${ledger.version} 版`],
    ['依据', ledger.source.rules.join('；')],
    ['灯的规则', ledger.lights.source],
    ...Object.values(ledger.metrics).map(({ label, formula }) => [`口径：${label.zh}`, formula.zh] as const),
  ]
  for (const line of lines) sheet.addRow(line)
  sheet.getColumn(1).font = { bold: true }
}
