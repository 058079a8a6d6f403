import { Link } from 'wouter'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Icon, type IconName } from '../../parts/icon.tsx'
import type { View } from './address.ts'

const VIEWS: readonly { id: View; label: Text; icon: IconName }[] = [
  { id: 'table', label: t('表格', 'Table'), icon: 'table' },
  { id: 'board', label: t('看板', 'Board'), icon: 'board' },
]

/** The ways to look at a ledger. */
export function ViewSwitch({ current, hrefOf }: { current: View; hrefOf: (view: View) => string }) {
  const say = useT()
  return (
    <nav className="row vsw" aria-label={say(t('看法', 'Layout'))}>
      {VIEWS.map(({ id, label, icon }) => (
        <Link
          key={id}
          href={hrefOf(id)}
          className={`ib${id === current ? ' on' : ''}`}
          title={say(label)}
          aria-label={say(label)}
          aria-current={id === current ? 'page' : undefined}
        >
          <Icon name={icon} />
        </Link>
      ))}
    </nav>
  )
}
