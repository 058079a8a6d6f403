import { Link } from 'wouter'
import type { AccountView, UnitView } from '../../../api/present/admin.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState } from '../../parts/states.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useSession } from '../../session.ts'
import { useAccounts } from './use-accounts.ts'
import { roleWords, unitKinds } from './unit-tree.ts'

type UnitCardProps = { unit: UnitView; units: readonly UnitView[] }

/** One unit: what it is, what it is answerable for, and its posts with who holds them. */
export function UnitCard({ unit, units }: UnitCardProps) {
  const say = useT()
  const { nav } = useSession()
  const parent = units.find(({ id }) => id === unit.parent)
  const facts: readonly (readonly [Text, string])[] = [
    [t('简称', 'Short name'), say(unit.short)],
    [t('类别', 'Kind'), say(unitKinds[unit.kind] ?? t(unit.kind, unit.kind))],
    [t('上级', 'Under'), parent ? say(parent.name) : '—'],
    [t('行政区划代码', 'Region code'), unit.region ?? '—'],
    [t('拼音', 'Pinyin'), unit.pinyin],
  ]
  return (
    <div className="uc">
      <Panel
        title={say(unit.name)}
        actions={
          nav.includes('ledgers') && (
            <Link className="meta" href={`/ledgers/all?unit=${unit.id}`}>
              {say(t('看它的事项', 'Its items'))}
            </Link>
          )
        }
      >
        <Link className="meta pad tolist" href="/admin?tab=units">
          {say(t('回单位列表', 'Back to the units'))}
        </Link>
        <dl className="fx">
          {facts.map(([label, value]) => (
            <div key={label.en}>
              <dt>{say(label)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Duties unit={unit} />
      <Posts unit={unit} />
    </div>
  )
}

function Duties({ unit: { duties } }: { unit: UnitView }) {
  const say = useT()
  return (
    <Panel
      title={say(t('职责', 'Duties'))}
      meta={say(t('交办时按这些词推荐牵头单位', 'Lead units are suggested by these words'))}
    >
      {duties.length === 0 ? (
        <p className="meta pad">{say(t('没有登记职责', 'No duties recorded'))}</p>
      ) : (
        <div className="pad dtg" lang="zh-CN">
          {duties.map((duty) => (
            <Tag key={duty}>{duty}</Tag>
          ))}
        </div>
      )}
    </Panel>
  )
}

function Posts({ unit: { posts } }: { unit: UnitView }) {
  const say = useT()
  const { data: accounts } = useAccounts()
  if (posts.length === 0)
    return (
      <Panel title={say(t('岗位', 'Posts'))}>
        <EmptyState icon="user" title={say(t('没有岗位', 'No posts'))}>
          {say(
            t(
              '没有岗位的单位不能签收事项，只能作协办。',
              'A unit without posts cannot sign for matters; it may take part.',
            ),
          )}
        </EmptyState>
      </Panel>
    )
  return (
    <Panel title={say(t('岗位', 'Posts'))} meta={posts.length}>
      <div className="scrollx">
        <table className="tb">
          <thead>
            <tr>
              <th>{say(t('岗位', 'Post'))}</th>
              <th>{say(t('能做什么', 'May do'))}</th>
              <th>{say(t('账号', 'Account'))}</th>
            </tr>
          </thead>
          <tbody>
            {posts.map(({ id, title, roles }) => (
              <tr key={id}>
                <td>{say(title)}</td>
                <td className="i2">
                  {roles.map((role) => say(roleWords[role] ?? t(role, role))).join(say(t('、', ', ')))}
                </td>
                <td>{accounts && <Holders post={id} accounts={accounts} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Holders({ post, accounts }: { post: string; accounts: readonly AccountView[] }) {
  const say = useT()
  const held = accounts.filter((account) => account.post?.id === post && !account.disabled)
  if (held.length === 0)
    return <Link href={`/admin?tab=accounts&open=${post}`}>{say(t('没有，开账号', 'None: open one'))}</Link>
  return held.map(({ id, login }) => (
    <Link key={id} className="mono acc" href={`/admin?tab=accounts&q=${encodeURIComponent(login)}`}>
      {login}
    </Link>
  ))
}
