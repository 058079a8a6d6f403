import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useParams, useSearch } from 'wouter'
import type { ItemView } from '../../../api/present/item.ts'
import { parseMoment } from '../../../calendar/moment.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { NowProvider } from '../../i18n/now.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useJustChanged } from '../../live.ts'
import { LinkButton } from '../../parts/button.tsx'
import { Icon } from '../../parts/icon.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { problemOf } from '../../problem.ts'
import { usePage } from '../../shell/page.tsx'
import { ActionsPanel } from './actions-panel.tsx'
import { ClocksPanel } from './clocks-panel.tsx'
import { FieldsPanel } from './fields-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import { ItemHead } from './item-head.tsx'
import { LinksPanel } from './links-panel.tsx'
import { OriginPanel } from './origin-panel.tsx'
import { ProofPanel } from './proof-panel.tsx'
import './item-page.css'

/** One item: how it stands, why its dates are what they are, its proof, where it comes from, what can be done, what was done. */
export function ItemPage() {
  const { id } = useParams<{ id: string }>()
  const asked = new URLSearchParams(useSearch()).get('at')
  const at = asked === null ? null : parseMoment(asked)
  const query = useQuery({
    queryKey: at === null ? ['item', id] : ['item', id, at],
    queryFn: ({ signal }) => get<ItemView>(`/items/${id}${at === null ? '' : `?at=${encodeURIComponent(at)}`}`, signal),
  })
  if (query.isPending) return <Waiting />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const page = <Page key={id} item={query.data} at={at} />
  // A past moment is read at that moment: what was left then, not now.
  return at === null ? page : <NowProvider at={at}>{page}</NowProvider>
}

const LEDGERS = { label: t('台账', 'Ledgers'), href: '/ledgers' }

function Waiting() {
  usePage([LEDGERS])
  return <Skeleton rows={[30, 60, 100, 100, 80, 100]} />
}

function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const say = useT()
  const { status } = problemOf(error)
  const missing = status === 404 || status === 400
  usePage([LEDGERS, { label: missing ? t('没有这个事项', 'No such item') : t('事项', 'Item') }])
  if (!missing) return <PageError error={error} onRetry={onRetry} />
  return (
    <section className="panel">
      <EmptyState
        icon="search"
        title={say(t('没有这个事项', 'No such item'))}
        action={<LinkButton href="/ledgers">{say(t('看台账', 'See the ledgers'))}</LinkButton>}
      >
        {say(
          t(
            '地址不对，或者本岗位看不到它。按编号或事项名搜索。',
            'The address is wrong, or your post may not see it. Search by number or title.',
          ),
        )}
      </EmptyState>
    </section>
  )
}

function Page({ item, at }: { item: ItemView; at: string | null }) {
  const say = useT()
  const ledger = findLedger(item.ledger)
  const fresh = useJustChanged(item.id)
  usePage([
    LEDGERS,
    ...(ledger ? [{ label: ledger.label, href: `/ledgers/${ledger.id}?tab=open` }] : []),
    { label: item.number },
  ])
  useAnchor()
  if (!ledger) return <PageError error={say(t('没有这本台账', 'There is no such ledger'))} />
  return (
    <article className="s-item-page" aria-label={hanSpaced(item.title)}>
      {at !== null && <PastBar at={at} item={item} />}
      <ItemHead item={item} ledger={ledger} fresh={fresh} />
      <div className="two">
        <div>
          <ClocksPanel item={item} ledger={ledger} />
          <ProofPanel item={item} ledger={ledger} />
          <OriginPanel origin={item.origin} />
          <FieldsPanel item={item} ledger={ledger} />
        </div>
        <div>
          {at === null && <ActionsPanel item={item} ledger={ledger} />}
          <HistoryPanel item={item} ledger={ledger} at={at} />
          <LinksPanel item={item} />
        </div>
      </div>
      <PrintFoot item={item} at={at} />
    </article>
  )
}

/** #proof and #history point at panels that stand only once the item has come. */
function useAnchor(): void {
  useEffect(() => {
    const id = location.hash.slice(1)
    if (id !== '') document.getElementById(id)?.scrollIntoView({ block: 'start' })
  }, [])
}

/** A past moment: tinted, every action off, one way back. */
function PastBar({ at, item }: { at: string; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  return (
    <p className="past row" role="status">
      <Icon name="hist" size="s" />
      <span>
        {say(t('这是 {moment} 时的样子，不能办理', 'As it stood on {moment}; nothing can be done here'), {
          moment: format.moment(at, true),
        })}
      </span>
      <span className="sp" />
      <LinkButton small href={`/items/${item.id}`}>
        {say(t('回到现在', 'Back to now'))}
      </LinkButton>
    </p>
  )
}

function PrintFoot({ item, at }: { item: ItemView; at: string | null }) {
  const say = useT()
  const format = useFormat()
  return (
    <p className="printfoot">
      {`${location.origin}/items/${item.id} · ${say(t('截至 {moment}', 'as of {moment}'), {
        moment: format.moment(at ?? format.now, true),
      })}`}
    </p>
  )
}
