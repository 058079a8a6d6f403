import { Link } from 'wouter'
import type { ItemRow } from '../../../api/present/item.ts'
import type { AnyLedger, Stage } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useJustChanged } from '../../live.ts'
import { Button } from '../../parts/button.tsx'
import { PageError, Skeleton } from '../../parts/states.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { itemQuery } from './address.ts'
import { Left, LightCell } from './cells.tsx'
import { useItems } from './use-items.ts'

const FIRST = 20

/** 看板: one column a stage, each with its count and its gravest items first. */
export function Board({ ledger, params }: { ledger: AnyLedger; params: URLSearchParams }) {
  const say = useT()
  const asked = params.getAll('stage')
  const stages = Object.entries(ledger.stages).filter(([id]) => asked.length === 0 || asked.includes(id))
  return (
    <div className="brd" role="list" aria-label={say(t('按环节', 'By stage'))} tabIndex={-1}>
      {stages.map(([id, stage]) => (
        <StageColumn key={id} ledger={ledger.id} id={id} stage={stage} params={params} />
      ))}
    </div>
  )
}

type StageColumnProps = { ledger: string; id: string; stage: Stage; params: URLSearchParams }

function StageColumn({ ledger, id, stage, params }: StageColumnProps) {
  const say = useT()
  const format = useFormat()
  const query = itemQuery(params)
  query.delete('stage')
  query.append('stage', id)
  const items = useItems(ledger, query, FIRST)
  const rows = items.data?.pages.flatMap((page) => page.items) ?? []
  const total = items.data?.pages[0]?.total
  return (
    <section className="bcol" role="listitem" aria-label={say(stage.label)}>
      <h2>
        {say(stage.label)}
        <span className="meta">{total === undefined ? '' : format.number(total)}</span>
      </h2>
      {items.isPending && <Skeleton rows={[100, 70]} />}
      {items.isError && <PageError error={items.error} onRetry={() => void items.refetch()} />}
      {total === 0 && <p className="meta none">{say(t('没有', 'None'))}</p>}
      <ul>
        {rows.map((row) => (
          <Card key={row.id} row={row} />
        ))}
      </ul>
      {items.hasNextPage && (
        <Button small look="text" busy={items.isFetchingNextPage} onPress={() => void items.fetchNextPage()}>
          {say(t('再看 {n} 项', '{n} more'), { n: Math.min(FIRST, (total ?? 0) - rows.length) })}
        </Button>
      )}
    </section>
  )
}

function Card({ row }: { row: ItemRow }) {
  const say = useT()
  const fresh = useJustChanged(row.id)
  return (
    <li>
      <Link className={`panel bcard${fresh ? ' fresh' : ''}`} href={`/items/${row.id}`}>
        <span className="row">
          <LightCell row={row} />
          <span className="meta">{row.number}</span>
        </span>
        <b title={row.title}>{hanSpaced(row.title)}</b>
        <span className="row meta">
          <span className="el">{say(row.leadUnit.short)}</span>
          <span className="sp" />
          <Left row={row} />
        </span>
      </Link>
    </li>
  )
}
