import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { ItemRow } from '../../../api/present/item.ts'
import { valueText } from '../../../engine/describe.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { useLookups } from '../../fields/units.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useLang, useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Light, LightShape } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { Rungs } from '../../parts/rungs.tsx'
import { Tag } from '../../parts/tag.tsx'
import { Triple } from '../../parts/triple.tsx'
import type { Column } from './column-list.ts'

/** One cell of the ledger's table. */
export function Cell({ column, row, across }: { column: Column; row: ItemRow; across: boolean }): ReactNode {
  const say = useT()
  const format = useFormat()
  switch (column.kind) {
    case 'light':
      return <LightCell row={row} />
    case 'number':
      return <span className="muted">{across ? row.number : withoutCode(row)}</span>
    case 'title':
      return <TitleLink row={row} />
    case 'ledger':
      return <LedgerTag ledger={row.ledger} />
    case 'stage':
      return say(row.stageLabel)
    case 'lead_unit':
      return <span title={say(row.leadUnit.name)}>{say(row.leadUnit.short)}</span>
    case 'co_units':
      return row.coUnits.map((unit) => say(unit.short)).join(say(t('、', ', ')))
    case 'leader':
      return row.leader ? say(row.leader.title) : <span className="z">—</span>
    case 'section':
      return row.section ?? <span className="z">—</span>
    case 'opened':
      return <time dateTime={row.openedAt}>{format.day(row.openedAt)}</time>
    case 'rungs':
      return <Rungs rungs={row.rungs} />
    case 'next':
      return <NextLimit row={row} />
    case 'left':
      return <Left row={row} />
    case 'triple':
      return <Triple {...row.triple} />
    case 'proof':
      return (
        <Num value={row.evidenceCount} label={say(t('佐证', 'Proof'))} href={`/items/${row.id}#proof`} zero="digit" />
      )
    case 'last':
      return (
        <Link className="n" href={`/items/${row.id}#history`} title={format.moment(row.lastEntryAt)}>
          {format.ago(row.lastEntryAt)}
        </Link>
      )
    case 'field':
      return <FieldCell column={column} row={row} />
  }
}

/** 督0412 as 0412 inside its own ledger. */
function withoutCode(row: ItemRow): string {
  const code = findLedger(row.ledger)?.code.zh ?? ''
  return row.number.startsWith(code) ? row.number.slice(code.length).trim() : row.number
}

export function LightCell({ row }: { row: Pick<ItemRow, 'light' | 'silent'> }) {
  return (
    <span className="row lts">
      <Light light={row.light} />
      {row.silent && <LightShape light="mute" small />}
    </span>
  )
}

function TitleLink({ row }: { row: ItemRow }) {
  const title = hanSpaced(row.title)
  return (
    <Link className="el" href={`/items/${row.id}`} title={title} tabIndex={-1}>
      {title}
    </Link>
  )
}

export function LedgerTag({ ledger }: { ledger: string }) {
  const { lang } = useLang()
  const say = useT()
  const found = findLedger(ledger)
  return (
    <Tag tone="outline" {...(found && { title: say(found.label) })}>
      {found ? found.code[lang] : ledger}
    </Tag>
  )
}

function NextLimit({ row }: { row: ItemRow }) {
  const say = useT()
  const format = useFormat()
  if (row.light === 'done')
    return row.closedAt && say(t('{day} 销号', 'Closed {day}'), { day: format.day(row.closedAt) })
  if (row.light === 'pause') return say(t('暂停计时', 'Clocks stand'))
  if (!row.dueAt || !row.dueClock) return <span className="muted">{say(row.stageLabel)}</span>
  return `${say(row.dueClock.label)} ${format.day(row.dueAt)}`
}

/** How the next limit stands: 超 4 天, 今天 18:00, 剩 1 天. Coloured only where the light is. */
export function Left({ row }: { row: Pick<ItemRow, 'light' | 'dueAt'> }) {
  const format = useFormat()
  if (!row.dueAt || row.light === 'done' || row.light === 'pause') return <span className="z">—</span>
  const tones: Partial<Record<ItemRow['light'], string>> = { late: 't-late', warn: 't-warn' }
  return <span className={tones[row.light] ?? 'i2'}>{format.left(row.dueAt)}</span>
}

function FieldCell({ column, row }: { column: Column; row: ItemRow }) {
  const say = useT()
  const lookups = useLookups()
  const { field, id } = column
  if (!field) return null
  const value = row.values[id.slice(2)]
  const words = say(valueText(field, value, lookups))
  if (words === '—') return <span className="z">—</span>
  // 重大 is the one value that changes a limit for the worse: it stands out.
  return value === 'major' ? <b className="gz">{words}</b> : <span className="muted">{words}</span>
}
