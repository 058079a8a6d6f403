import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ItemView, StatusView } from '../../../api/present/item.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { findLedger } from '../../../ledgers/index.ts'
import { t } from '../../../text.ts'
import { get } from '../../client.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Light, LightShape } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { PageError, Skeleton } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { StatusSign, statusSigns, type StatusName } from '../../parts/triple.tsx'
import { amountParts } from './amount-words.ts'
import { checksFor, entryOf } from './checks.ts'
import { Deeds } from './deeds.tsx'
import { Proofs } from './proofs.tsx'
import { Recent } from './recent.tsx'
import { type GroupId, groups, type Place } from './queue-list.ts'

type ReviewProps = { place: Place; onDone: () => void }

/** The matter at hand: where it stands, what it takes, its proof, and what the office may do. */
export function Review({ place, onDone }: ReviewProps) {
  const { id } = place.row
  const query = useQuery({ queryKey: ['item', id], queryFn: ({ signal }) => get<ItemView>(`/items/${id}`, signal) })
  if (query.isPending)
    return (
      <section className="panel m6">
        <Skeleton />
      </section>
    )
  if (query.isError)
    return (
      <section className="panel m6">
        <PageError error={query.error} onRetry={() => void query.refetch()} />
      </section>
    )
  return <Matter place={place} item={query.data} onDone={onDone} />
}

function Matter({ place, item, onDone }: ReviewProps & { item: ItemView }) {
  const say = useT()
  const ledger = findLedger(item.ledger)
  if (!ledger) return <p className="panel m6 pad">{say(t('没有这本台账的定义', 'The ledger is not defined here'))}</p>
  return (
    <section className="panel m6" aria-label={hanSpaced(item.title)}>
      <Head place={place} item={item} />
      <Checks group={place.group} item={item} ledger={ledger} />
      {(place.group === 'review' || item.evidence.length > 0) && <Proofs item={item} />}
      {place.group !== 'review' && <Recent item={item} />}
      <Deeds ledger={ledger} item={item} group={place.group} onDone={onDone} />
    </section>
  )
}

/** The entries that brought a matter here. */
const CAUSES: Readonly<Record<GroupId, readonly string[]>> = {
  review: ['submit'],
  extensions: ['ask_extension'],
  disputes: ['dispute'],
  press: [],
}

function Head({ place: { group, row }, item }: { place: Place; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const cause = entryOf(item, CAUSES[group])
  const facts = [
    hanSpaced(item.number),
    say(item.leadUnit.short),
    ...(cause ? [`${say(cause.label)} ${format.moment(cause.at)}`] : []),
    ...(row.reason ? [say(row.reason)] : []),
  ]
  return (
    <div className="m6h">
      <div className="row">
        <Link className="meta tolist" href="/day">
          {say(t('回清单', 'Back to the list'))}
        </Link>
        <Tag tone="brand">{say(groups[group].tag)}</Tag>
        <span className="meta el">{facts.join(' · ')}</span>
        <span className="sp" />
        <Link className="meta nw" href={`/items/${item.id}`}>
          {say(t('打开事项', 'Open item'))}
        </Link>
      </div>
      <h1>{hanSpaced(item.title)}</h1>
      <div className="mt">
        <Status name="reported" status={item.status.reported} item={item} />
        <Status name="evidenced" status={item.status.evidenced} item={item} />
        <Status name="schedule" status={item.status.schedule} item={item} />
      </div>
    </div>
  )
}

/** One status: its sign, its number against the target, or its words. */
function Status({ name, status, item }: { name: StatusName; status: StatusView; item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const { value, of, unit, note, light } = status
  const label = say(statusSigns[name].name)
  if (value === null)
    return (
      <span title={label}>
        <StatusSign status={name} />
        <Light light={light}>{say(note)}</Light>
      </span>
    )
  return (
    <span title={say(note)}>
      <StatusSign status={name} />
      <LightShape light={light} />
      <Num value={value} label={label} href={`/items/${item.id}`} source={{ counts: note }} zero="digit">
        {amountParts(value, unit, format.lang, of ?? value).number}
      </Num>
      {of !== null && ` / ${amountParts(of, unit, format.lang).number}`}{' '}
      {amountParts(value, unit, format.lang, of ?? value).unit}
    </span>
  )
}

type ChecksProps = { group: GroupId; item: ItemView; ledger: AnyLedger }

function Checks({ group, item, ledger }: ChecksProps) {
  const say = useT()
  const format = useFormat()
  const title = group === 'review' ? t('销号条件', 'What closes it') : t('情况', 'How it stands')
  return (
    <div className="pl pad">
      <h3 className="chkh">
        {say(title)}{' '}
        <span className="meta">
          {say(t('{ledger} 第 {version} 版', '{ledger}, version {version}'), {
            ledger: say(ledger.label),
            version: ledger.version,
          })}
        </span>
      </h3>
      <ul className="chk">
        {checksFor(group, item, ledger, format.now).map((check) => (
          <li key={check.id}>
            <LightShape light={check.mark} word={markWords[check.mark] ?? true} />
            <b>{say(check.label)}</b>
            <span>
              {say(check.said)}
              {check.missing && <small>{say(check.missing)}</small>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What a mark says on a checklist; the others keep their own word. */
const markWords = {
  done: t('够了', 'Met'),
  wait: t('还没有', 'Not yet'),
  warn: t('要看', 'Look'),
  late: t('不够', 'Not met'),
  ok: undefined,
  back: undefined,
  pause: undefined,
  mute: undefined,
} as const
