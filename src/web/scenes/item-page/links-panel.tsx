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
        {item.links.map((link) => {
          const href = addressOf(link, item)
          return (
            <li key={link.id}>
              <span>{say(KINDS[link.kind])}</span>
              {href ? <Link href={href}>{link.label}</Link> : link.label}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** The promise an item comes from stands on the desk of its report. */
function addressOf({ href, kind, target }: LinkView, { origin }: ItemView): string | null {
  if (href !== null || kind !== 'commitment' || origin?.commitmentId !== target) return href
  return `/reports/${origin.reportId}?c=${target}`
}
