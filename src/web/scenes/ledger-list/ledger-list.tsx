import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { LedgerSummary } from '../../../api/present/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { get } from '../../client.ts'
import { useLang, useT } from '../../i18n/lang.tsx'
import { Icon } from '../../parts/icon.tsx'
import { LightShape, type LightMark } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { PageHead } from '../../parts/panel.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { usePage } from '../../shell/page.tsx'
import './ledger-list.css'

type Count = 'open' | 'dueToday' | 'late' | 'silent' | 'total'

const COUNTS: readonly { id: Count; label: Text; query: string; light?: LightMark }[] = [
  { id: 'open', label: t('在办', 'Open'), query: '?tab=open' },
  { id: 'dueToday', label: t('今日到期', 'Due today'), query: '?tab=today', light: 'warn' },
  { id: 'late', label: t('逾期', 'Overdue'), query: '?tab=late', light: 'late' },
  { id: 'silent', label: t('静默', 'Silent'), query: '?tab=silent', light: 'mute' },
  { id: 'total', label: t('全部', 'All'), query: '' },
]

/** Every ledger the post may see: what it is for and what stands in it. */
export function LedgerList() {
  const say = useT()
  usePage([{ label: t('台账', 'Ledgers') }])
  const query = useQuery({
    queryKey: ['ledgers'],
    queryFn: ({ signal }) => get<readonly LedgerSummary[]>('/ledgers', signal),
  })
  if (query.isPending) return <Skeleton label={say(t('台账', 'Ledgers'))} />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return (
    <div className="s-ledger-list">
      <PageHead
        title={say(t('台账', 'Ledgers'))}
        meta={say(
          t('{n} 本 · 每本的环节、时限和口径见“说明”', '{n} ledgers · stages, clocks and metrics of each under Guide'),
          { n: query.data.length },
        )}
      />
      {query.data.length === 0 ? (
        <section className="panel">
          <EmptyState title={say(t('没有本岗位能看的台账', 'No ledger is open to your post'))} />
        </section>
      ) : (
        <Table ledgers={query.data} />
      )}
    </div>
  )
}

function Table({ ledgers }: { ledgers: readonly LedgerSummary[] }) {
  const say = useT()
  return (
    <section className="panel scrollx">
      <table className="tb books">
        <thead>
          <tr>
            <th scope="col">{say(t('台账', 'Ledger'))}</th>
            {COUNTS.map(({ id, label, light }) => (
              <th key={id} scope="col" className="r">
                {light && <LightShape light={light} small word={false} />} {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ledgers.map((ledger) => (
            <Row key={ledger.id} ledger={ledger} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>
              <Link href="/ledgers/all?tab=open">
                {say(t('全部台账合看', 'All ledgers together'))} <Icon name="right" size="xs" />
              </Link>
            </td>
            {COUNTS.map(({ id, label, query }) => (
              <td key={id} className="r">
                <Num
                  value={ledgers.reduce((sum, ledger) => sum + ledger[id], 0)}
                  label={`${say(t('全部台账', 'All ledgers'))} ${say(label)}`}
                  href={`/ledgers/all${query}`}
                  zero="digit"
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Row({ ledger }: { ledger: LedgerSummary }) {
  const say = useT()
  const { lang } = useLang()
  const { id, label, code, about } = ledger
  return (
    <tr>
      <td className="bk">
        <Link href={`/ledgers/${id}?tab=open`}>
          <Tag tone="brand">{code[lang]}</Tag> <b>{say(label)}</b>
        </Link>
        <small>{say(about)}</small>
      </td>
      {COUNTS.map(({ id: count, label: words, query }) => (
        <td key={count} className="r">
          <Num
            value={ledger[count]}
            label={`${say(label)} ${say(words)}`}
            href={`/ledgers/${id}${query}`}
            tone={count === 'late' ? 'late' : undefined}
            bold={count === 'late' || count === 'open'}
            zero="digit"
            source={{ ledger: label, items: ledger[count] }}
          />
        </td>
      ))}
    </tr>
  )
}
