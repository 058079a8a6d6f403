import type { ItemView, StatusView } from '../../../api/present/item.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'

/** 已带入: what the system knows already and nobody has to type again, each with where it comes from. */
export function FilledIn({ item }: { item: ItemView }) {
  const say = useT()
  const format = useFormat()
  const amount = ({ value, of, unit }: StatusView) =>
    value === null ? '—' : `${format.number(value)}${of === null ? '' : ` / ${format.number(of)}`} ${unit ?? ''}`
  const rows: readonly { label: Text; value: string; from: string }[] = [
    {
      label: t('上次报告', 'Last reported'),
      value: amount(item.status.reported),
      from: say(item.status.reported.note),
    },
    {
      label: t('佐证显示', 'Shown by proof'),
      value: amount(item.status.evidenced),
      from: say(item.status.evidenced.note),
    },
    {
      label: t('按计划应完成', 'Planned by today'),
      value: amount(item.status.schedule),
      from: say(item.status.schedule.note),
    },
    {
      label: t('协办', 'Co-units'),
      value: say(t('{count} 个单位', '{count} units'), { count: item.coUnits.length }),
      from: item.coUnits.map((unit) => say(unit.short)).join(say(t('、', ', '))),
    },
  ]
  return (
    <aside className="auto">
      <h3>{say(t('已带入 {count} 项', '{count} filled in'), { count: rows.length })}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.label.en}>
            <span>{say(row.label)}</span>
            <b>{row.value}</b>
            <small>{row.from}</small>
          </li>
        ))}
      </ul>
      {item.origin && (
        <p className="help">{say(t('出自报告第 {seq} 条', 'Report, promise {seq}'), { seq: item.origin.seq })}</p>
      )}
    </aside>
  )
}
