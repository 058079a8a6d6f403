import { Link } from 'wouter'
import type { ItemView, StatusView } from '../../../api/present/item.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'

type Row = Readonly<{ label: Text; value: string; from: string }>

/** 已带入: what the system knows already and nobody has to type again, each with where it comes from. */
export function FilledIn({ item }: { item: ItemView }) {
  const say = useT()
  const rows = useRows(item)
  if (rows.length === 0) return null
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
      <p className="help">
        {say(t('数不对？', 'A wrong number? '))}
        <Link href={`/items/${item.id}`}>{say(t('改源头', 'Correct its source'))}</Link>
        {say(t('，不在这里另填一个。', ', do not write another here.'))}
      </p>
    </aside>
  )
}

/** Only what is known: an unknown amount has not been filled in. */
function useRows({ status, origin, coUnits }: ItemView): readonly Row[] {
  const say = useT()
  const format = useFormat()
  const { reported, evidenced, schedule } = status
  const amount = (value: number, unit: string | null) => `${format.number(value)} ${unit ?? ''}`.trim()
  const row = (label: Text, { value, unit, note }: StatusView): Row[] =>
    value === null ? [] : [{ label, value: amount(value, unit), from: say(note) }]
  const total = reported.of ?? schedule.of
  return [
    ...(total === null
      ? []
      : [
          {
            label: t('总数', 'In all'),
            value: amount(total, reported.unit),
            from: origin ? say(t('报告第 {seq} 条', 'Report, promise {seq}'), { seq: origin.seq }) : '',
          },
        ]),
    ...row(t('上次报告', 'Last reported'), reported),
    ...row(t('佐证显示', 'Shown by proof'), evidenced),
    ...row(t('今天应完成', 'Planned by today'), schedule),
    ...(coUnits.length === 0
      ? []
      : [
          {
            label: t('协办', 'Co-units'),
            value: say(t('{count} 个单位', '{count} units'), { count: coUnits.length }),
            from: coUnits.map((unit) => say(unit.short)).join(say(t('、', ', '))),
          },
        ]),
  ]
}
