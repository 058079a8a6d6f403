import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { AccountView } from '../../../api/present/admin.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { ConfirmDialog } from '../../parts/dialog.tsx'
import { SearchField } from '../../parts/search-field.tsx'
import { EmptyState, PageError, Skeleton } from '../../parts/states.tsx'
import { useToast } from '../../parts/toast.tsx'
import { AccountTable, type AccountDeed } from './account-table.tsx'
import { AssignPost } from './assign-post.tsx'
import { CreateAccount } from './create-account.tsx'
import { ResetPassword } from './reset-password.tsx'
import { useAccounts, useSetDisabled } from './use-accounts.ts'

/** 账号: who may sign in, in which post. */
export function AccountsTab() {
  const query = useAccounts()
  if (query.isPending) return <Skeleton />
  if (query.isError) return <PageError error={query.error} onRetry={() => void query.refetch()} />
  return <Accounts accounts={query.data} />
}

type Doing = { deed: AccountDeed; account: AccountView }

function Accounts({ accounts }: { accounts: readonly AccountView[] }) {
  const say = useT()
  const [, navigate] = useLocation()
  const params = new URLSearchParams(useSearch())
  const typed = params.get('q') ?? ''
  const opening = params.get('open')
  const [doing, setDoing] = useState<Doing | null>(null)
  const shown = accounts.filter((account) => matches(account, typed))
  const address = (change: Readonly<Record<string, string>>) =>
    `/admin?${new URLSearchParams({ tab: 'accounts', ...(typed && { q: typed }), ...change }).toString()}`
  return (
    <>
      <div className="row abar">
        <SearchField
          label={say(t('账号、岗位或单位', 'Login, post or unit'))}
          value={typed}
          onChange={(q) => navigate(address({ q }), { replace: true })}
        />
        <span className="meta">
          {say(t('{n} 个账号，停用 {off}，锁定 {locked}', '{n} accounts, {off} disabled, {locked} locked'), {
            n: accounts.length,
            off: accounts.filter(({ disabled }) => disabled).length,
            locked: accounts.filter(({ locked }) => locked).length,
          })}
        </span>
        <span className="sp" />
        <Button look="primary" icon="plus" onPress={() => navigate(address({ open: '' }))}>
          {say(t('开账号', 'Open an account'))}
        </Button>
      </div>
      <section className="panel" aria-label={say(t('账号', 'Accounts'))}>
        {shown.length === 0 ? (
          <EmptyState icon="search" title={say(t('没有这样的账号', 'No such account'))}>
            {say(t('换一个词，或开一个新账号。', 'Try another word, or open a new one.'))}
          </EmptyState>
        ) : (
          <AccountTable accounts={shown} onDeed={(deed, account) => setDoing({ deed, account })} />
        )}
      </section>
      {opening !== null && <CreateAccount post={opening || null} onClose={() => navigate(address({}))} />}
      {doing && <Deed {...doing} onClose={() => setDoing(null)} />}
    </>
  )
}

function Deed({ deed, account, onClose }: Doing & { onClose: () => void }) {
  switch (deed) {
    case 'password':
      return <ResetPassword account={account} onClose={onClose} />
    case 'post':
      return <AssignPost account={account} onClose={onClose} />
    case 'disable':
    case 'enable':
      return <SetDisabled account={account} onClose={onClose} />
  }
}

/** 停用 ends what the holder is doing right now, so it asks; 启用 does too, being its other half. */
function SetDisabled({ account: { id, login, disabled }, onClose }: { account: AccountView; onClose: () => void }) {
  const say = useT()
  const { toast } = useToast()
  const set = useSetDisabled()
  const verb = disabled ? t('启用', 'Enable') : t('停用', 'Disable')
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={say(t('{verb} {login}？', '{verb} {login}?'), { verb: say(verb), login })}
      effect={say(
        disabled
          ? t('可以再用原口令登录，岗位不变。', 'The old password works again; the post is the same.')
          : t(
              '已登录的马上退出，没保存的内容会丢；记录和岗位都保留，可以再启用。',
              'Its sessions end at once and what is not saved is lost. Records and post stay; it can be enabled again.',
            ),
      )}
      verb={say(verb)}
      keep={say(disabled ? t('不启用', 'Leave disabled') : t('不停用', 'Leave enabled'))}
      destructive={!disabled}
      onConfirm={async () => {
        await set.mutateAsync({ id, disabled: !disabled })
        toast({ text: t(`已${verb.zh} ${login}`, `${verb.en}d ${login}`) })
      }}
    />
  )
}

function matches({ login, post }: AccountView, typed: string): boolean {
  const wanted = typed.trim().toLowerCase()
  const words = post ? [post.title, post.unit.name, post.unit.short].flatMap(({ zh, en }) => [zh, en]) : []
  return [login, ...words].some((word) => word.toLowerCase().includes(wanted))
}
