import { Link } from 'wouter'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { EmptyState } from '../parts/states.tsx'
import { usePage } from '../shell/page.tsx'

const title = t('没有这一页', 'No such page')
const crumbs = [{ label: title }]

/** An address that leads nowhere: says so and names the ways on. */
export function NotFound() {
  const say = useT()
  usePage(crumbs)
  return (
    <EmptyState
      icon="search"
      title={say(title)}
      action={
        <p className="row">
          <Link href="/">{say(t('驾驶舱', 'Cockpit'))}</Link>
          <Link href="/my-work">{say(t('我的事', 'My work'))}</Link>
          <Link href="/ledgers">{say(t('台账', 'Ledgers'))}</Link>
        </p>
      }
    >
      {say(
        t(
          '地址可能写错，或事项已并入别的事项。可以搜索，也可以从这里走。',
          'The address may be wrong, or the item was merged. Search for it, or go on from here.',
        ),
      )}
    </EmptyState>
  )
}
