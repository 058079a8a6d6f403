import type { AccountView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../parts/icon.tsx'
import { Light } from '../../parts/light.tsx'
import { MenuButton, type MenuAction } from '../../parts/menu.tsx'
import { useSession } from '../../session.ts'

export type AccountDeed = 'password' | 'post' | 'disable' | 'enable'

type AccountTableProps = {
  accounts: readonly AccountView[]
  onDeed: (deed: AccountDeed, account: AccountView) => void
}

export function AccountTable({ accounts, onDeed }: AccountTableProps) {
  const say = useT()
  return (
    <div className="scrollx">
      <table className="tb act">
        <thead>
          <tr>
            <th>{say(t('账号', 'Login'))}</th>
            <th>{say(t('单位', 'Unit'))}</th>
            <th>{say(t('岗位', 'Post'))}</th>
            <th className="r">{say(t('任职起', 'Since'))}</th>
            <th className="r">{say(t('上次登录', 'Last seen'))}</th>
            <th>{say(t('状态', 'State'))}</th>
            <th>
              <span className="vis-h">{say(t('办理', 'Actions'))}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <Row key={account.id} account={account} onDeed={(deed) => onDeed(deed, account)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ account, onDeed }: { account: AccountView; onDeed: (deed: AccountDeed) => void }) {
  const say = useT()
  const format = useFormat()
  const { login, post, since, lastSeen } = account
  return (
    <tr>
      <td className="mono">{login}</td>
      <td>{post ? say(post.unit.short) : '—'}</td>
      <td>{post ? say(post.title) : <span className="t-warn">{say(t('没有岗位', 'No post'))}</span>}</td>
      <td className="r muted">{since ?? '—'}</td>
      <td className="r muted">{lastSeen ? format.moment(lastSeen) : say(t('没登录过', 'Never'))}</td>
      <td>
        <State account={account} />
      </td>
      <td className="r">
        <MenuButton label={say(t('办理 {login}', 'Actions on {login}'), { login })} actions={useDeeds(account, onDeed)}>
          <Icon name="more" />
        </MenuButton>
      </td>
    </tr>
  )
}

function State({ account: { disabled, locked, post } }: { account: AccountView }) {
  const say = useT()
  if (disabled) return <Light light="pause">{say(t('停用', 'Disabled'))}</Light>
  if (locked) return <Light light="warn">{say(t('锁定，输错太多次', 'Locked: too many failed attempts'))}</Light>
  if (!post) return <Light light="wait">{say(t('没有岗位，登录不了', 'No post: cannot sign in'))}</Light>
  return <Light light="ok">{say(t('可用', 'In use'))}</Light>
}

function useDeeds({ id, disabled }: AccountView, onDeed: (deed: AccountDeed) => void): readonly MenuAction[] {
  const say = useT()
  const own = useSession().account.id === id
  const item = (deed: AccountDeed, label: string, more: Partial<MenuAction> = {}): MenuAction => ({
    id: deed,
    label,
    onAction: () => onDeed(deed),
    ...more,
  })
  return [
    item('password', say(t('重设口令', 'Reset the password')), { icon: 'key' }),
    item('post', say(t('调任或兼任', 'Move or add a post')), { icon: 'user' }),
    disabled
      ? item('enable', say(t('启用', 'Enable')), { icon: 'check' })
      : item('disable', say(t('停用', 'Disable')), {
          icon: 'lock',
          destructive: !own,
          ...(own && { refused: say(t('正在用的账号不能停用', 'The account in use cannot be disabled')) }),
        }),
  ]
}
