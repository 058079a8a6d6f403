import { Link } from 'wouter'
import type { ItemView, LinkView } from '../../../api/present/item.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'

const KINDS: Readonly<Record<LinkView['kind'], Text>> = {
  item: t('事项', 'Item'),
  commitment: t('承诺', 'Promise'),
  indicator: t('指标', 'Indicator'),
  code: t('项目代码', 'Project code'),
}

/** 关联: what else this item is tied to. */
export function LinksPanel({ item }: { item: ItemView }) {
  const say = useT()
  if (item.links.length === 0) return null
  return (
    <Panel title={say(t('关联', 'Linked'))}>
      <ul className="lk">
        {item.links.map(({ id, kind, label, href }) => (
          <li key={id}>
            <span>{say(KINDS[kind])}</span>
            {href ? <Link href={href}>{label}</Link> : label}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
