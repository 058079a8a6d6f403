import { Fragment } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { Link } from 'wouter'
import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useLang, useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon } from '../parts/icon.tsx'
import { SampleTag } from '../parts/tag.tsx'
import { usePreferences, useSession } from '../session.ts'
import { PostMenu } from './post-menu.tsx'
import { usePageState } from './page.tsx'
import type { Crumb } from './page.tsx'
import { Reminders } from './reminders.tsx'

/** The bar: where this is, search, as-of moment, large type, language, reminders, post. Its lower edge is the year. */
export function Bar({ onSearch, onKeys }: { onSearch: () => void; onKeys: () => void }) {
  const say = useT()
  const { city, asOf } = useSession()
  const format = useFormat()
  return (
    <header className="bar">
      <Crumbs />
      <div className="sp" />
      <AriaButton className="find" onPress={onSearch} aria-label={say(t('搜索，Ctrl K', 'Search, Ctrl K'))}>
        <Icon name="search" />
        <span>{say(t('搜索事项、文号、单位，或输入命令', 'Search or type a command'))}</span>
        <kbd aria-hidden="true">Ctrl K</kbd>
      </AriaButton>
      {city.sample && <SampleTag />}
      <span className="row meta nw asof">
        <Icon name="hist" size="s" />
        {say(t('截至 {at}', 'As of {at}'), { at: format.moment(asOf, format.lang === 'en') })}
      </span>
      <span className="vbar" />
      <LargeSwitch />
      <LangSwitch />
      <Reminders />
      <PostMenu onKeys={onKeys} />
    </header>
  )
}

function Crumbs() {
  const say = useT()
  const { crumbs } = usePageState()
  const words = (label: Text | string) => (typeof label === 'string' ? label : say(label))
  const last = crumbs.at(-1)
  const back = crumbs.slice(0, -1).findLast((crumb: Crumb) => crumb.href !== undefined)
  return (
    <>
      {back?.href ? (
        <Link
          href={back.href}
          className="ib back"
          aria-label={say(t('回到{name}', 'Back to {name}'), { name: words(back.label) })}
        >
          <Icon name="left" size="l" />
        </Link>
      ) : (
        <div className="seal back" lang="zh-CN" aria-hidden="true">
          落
        </div>
      )}
      <nav className="crumb" aria-label={say(t('所在位置', 'You are here'))}>
        {crumbs.slice(0, -1).map(({ label, href }, at) => (
          <Fragment key={at}>
            {href ? <Link href={href}>{words(label)}</Link> : <span>{words(label)}</span>}
            <i aria-hidden="true"> / </i>
          </Fragment>
        ))}
        {last && <b aria-current="page">{words(last.label)}</b>}
      </nav>
    </>
  )
}

/** 适老化: large type, kept with the account. */
function LargeSwitch() {
  const say = useT()
  const { preferences } = useSession()
  const change = usePreferences()
  const words = preferences.large ? t('标准字', 'Standard type') : t('大字', 'Large type')
  return <IconButton icon="text" label={say(words)} onPress={() => change.mutate({ large: !preferences.large })} />
}

/** Shows the name of the other language, in that language. */
export function LangSwitch() {
  const { lang, chooseLang } = useLang()
  const change = usePreferences()
  const next = lang === 'zh' ? 'en' : 'zh'
  return (
    <AriaButton
      className="ib lang"
      aria-label={next === 'en' ? 'English' : '中文'}
      onPress={() => {
        chooseLang(next)
        change.mutate({ lang: next })
      }}
    >
      <span lang={next === 'en' ? 'en' : 'zh-CN'}>{next === 'en' ? 'EN' : '中文'}</span>
    </AriaButton>
  )
}
