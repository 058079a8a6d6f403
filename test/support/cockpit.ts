import type { Page } from 'playwright-core'

const COLUMNS = ['项', '销号', '推进', '临期', '逾期', '补回', '未启', '静默'] as const

export type Row = Readonly<Record<(typeof COLUMNS)[number], number>>
/** 承诺进展 by section; 全报告 is its foot. */
export type Cockpit = Readonly<Record<string, Row>>

/** Opens the cockpit and reads its table of sections. */
export async function readCockpit(page: Page): Promise<Cockpit> {
  await page.goto('/')
  const rows = page.locator('.sect table tr:has(td)')
  await rows.first().waitFor()
  const cells = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
  )
  return Object.fromEntries(cells.map(([, name = '', all = '', , ...lights]) => [name, rowOf([all, ...lights])]))
}

function rowOf(cells: readonly string[]): Row {
  return Object.fromEntries(COLUMNS.map((column, at) => [column, Number(/\d+$/.exec(cells[at] ?? '')?.[0])])) as Row
}

/** What one reading differs from an earlier one in: only the rows and columns that moved. */
export function moved(before: Cockpit, after: Cockpit): Record<string, Partial<Row>> {
  const rows = Object.entries(after).map(([name, row]) => {
    const old = before[name]
    const changes = COLUMNS.flatMap((column) => {
      const by = row[column] - (old?.[column] ?? 0)
      return by === 0 ? [] : [[column, by] as const]
    })
    return [name, Object.fromEntries(changes)] as const
  })
  return Object.fromEntries(rows.filter(([, changes]) => Object.keys(changes).length > 0))
}
