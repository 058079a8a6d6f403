import { useEffect, useState } from 'react'
import type { CityView, SampleAccount } from '../../api/present/session.ts'
import { t } from '../../text.ts'
import { useLang, useT } from '../i18n/lang.tsx'
import { NowProvider } from '../i18n/now.tsx'
import { Button } from '../parts/button.tsx'
import { TextField } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Icon } from '../parts/icon.tsx'
import { YearLine } from '../parts/year-line.tsx'
import { problemOf } from '../problem.ts'
import { useCity, useSignIn } from '../session.ts'
import { LoginAccounts } from './login-accounts.tsx'

/** Sign-in over whatever address was asked for; once signed in, that page stands there. */
export function Login() {
  const say = useT()
  const city = useCity().data
  useEffect(() => {
    document.title = say(t('登录 · 落实', 'Sign in · Luoshi'))
  }, [say])
  return (
    <NowProvider at={city ? `${city.today}T00:00:00+08:00` : null}>
      <div className="lg12">
        <section className="l" aria-label={say(t('落实', 'Luoshi'))}>
          <div className="row lgh">
            <span className="seal" lang="zh-CN" aria-hidden="true">
              落
            </span>
            <b>{say(t('落实', 'Luoshi'))}</b>
            {city && <span className="muted">{say(city.name)}</span>}
          </div>
          <div className="say doc">
            <p>{say(t('报告写下的每一件事，', 'Everything the report promises'))}</p>
            <p>{say(t('有人管，有时限，有凭据，', 'has an owner, a limit and proof,'))}</p>
            <p>{say(t('办成了才销号。', 'and closes only when it is done.'))}</p>
          </div>
          {city && <YearLine year={city.year} today={city.today} />}
        </section>
        <main className="rr" id="main">
          <PlainLangSwitch />
          <SignInForm city={city} />
          <p className="sec">
            <Icon name="lock" size="s" />
            {say(
              t(
                '非涉密系统。不得录入、上传国家秘密和工作秘密。操作留痕，日志保存不少于 6 个月。',
                'Not for classified matters: enter no state or work secrets. What you do is recorded; logs are kept for at least 6 months.',
              ),
            )}
          </p>
        </main>
      </div>
    </NowProvider>
  )
}

function SignInForm({ city }: { city: CityView | undefined }) {
  const say = useT()
  const signIn = useSignIn()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [empty, setEmpty] = useState<'login' | 'password' | null>(null)
  const problem = signIn.error ? problemOf(signIn.error) : null
  const wrong = problem && say(problem.detail ?? problem.title)
  const locked = problem?.status === 423
  const submit = () => {
    const missing = login.trim() === '' ? 'login' : password === '' ? 'password' : null
    setEmpty(missing)
    if (missing === null) signIn.mutate({ login: login.trim(), password })
  }
  /** What was refused no longer stands once something else is typed. */
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setEmpty(null)
    if (signIn.isError) signIn.reset()
  }
  const fill = (account: SampleAccount) => {
    setLogin(account.login)
    setPassword(account.password)
    setEmpty(null)
    signIn.reset()
  }
  return (
    <>
      <Form onSubmit={submit} problem={empty ?? signIn.error}>
        <h1>{say(t('登录', 'Sign in'))}</h1>
        <p className="muted">{say(t('用单位发给岗位的账号', 'With the account your unit gave to the post'))}</p>
        <TextField
          label={say(t('账号', 'Account'))}
          name="login"
          autoComplete="username"
          className="h40"
          autoFocus
          value={login}
          onChange={change(setLogin)}
          error={
            empty === 'login'
              ? say(t('账号：没有填。填单位发的账号。', 'Account: empty. Fill in the one you were given.'))
              : locked
                ? wrong
                : null
          }
        />
        <TextField
          label={say(t('口令', 'Password'))}
          name="password"
          type="password"
          autoComplete="current-password"
          className="h40"
          value={password}
          onChange={change(setPassword)}
          error={empty === 'password' ? say(t('口令：没有填。', 'Password: empty.')) : locked ? null : wrong}
        />
        <Button type="submit" look="primary" className="h40 wide" busy={signIn.isPending} isDisabled={locked}>
          {say(t('登录', 'Sign in'))}
        </Button>
      </Form>
      {city?.sample && <LoginAccounts accounts={city.accounts} chosen={login} onChoose={fill} />}
    </>
  )
}

/** Before signing in the language is kept in this browser only. */
function PlainLangSwitch() {
  const { lang, chooseLang } = useLang()
  const next = lang === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="ib lang lglang"
      lang={next === 'en' ? 'en' : 'zh-CN'}
      onClick={() => chooseLang(next)}
    >
      {next === 'en' ? 'EN' : '中文'}
    </button>
  )
}
