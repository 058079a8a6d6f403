import type { SampleAccount } from '../../api/present/session.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'

type LoginAccountsProps = {
  accounts: readonly SampleAccount[]
  chosen: string
  onChoose: (account: SampleAccount) => void
}

/** The accounts of the sample city; one press fills the form. */
export function LoginAccounts({ accounts, chosen, onChoose }: LoginAccountsProps) {
  const say = useT()
  if (accounts.length === 0) return null
  return (
    <section className="sacc" aria-labelledby="sacc">
      <h2 id="sacc">
        {say(t('示例账号', 'Sample accounts'))}
        <span className="meta">{say(t('点一下填好，再登录', 'One press fills the form'))}</span>
      </h2>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <button type="button" aria-pressed={account.login === chosen} onClick={() => onChoose(account)}>
              <span className="el">{say(account.title)}</span>
              <small className="mono">{account.login}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
