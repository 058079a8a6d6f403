import type { CSSProperties } from 'react'
import { Link } from 'wouter'
import type { CockpitView, UnitRow } from '../../../api/present/cockpit.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Num } from '../../parts/num.tsx'
import { Panel } from '../../parts/panel.tsx'

const LEDGER = '/ledgers/work_report_task'

/** 单位与章节: who leads how much of which section; a red corner where something is late. */
export function UnitMatrix({ cockpit }: { cockpit: CockpitView }) {
  const say = useT()
  const { sections, rows, others, count } = cockpit.units
  return (
    <Panel
      className="unit"
      title={say(t('单位与章节', 'Units by section'))}
      meta={say(t('牵头项数 · 红角为有逾期', 'items led · red corner = late'))}
      actions={
        <Link className="meta" href={`${LEDGER}?sort=unit`}>
          {say(t('全部 {count} 个', 'All {count}'), { count })}
        </Link>
      }
    >
      <div className="tw">
        <table className="tb m">
          <colgroup>
            <col className="u-name" />
            {sections.map((section) => (
              <col key={section} className="u-cell" />
            ))}
            <col className="u-all" />
            <col className="u-n" />
            <col className="u-n" />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>{say(t('牵头单位', 'Lead unit'))}</th>
              {sections.map((section) => (
                <th className="c" key={section}>
                  {section}
                </th>
              ))}
              <th className="r">{say(t('计', 'All'))}</th>
              <th className="r">{say(t('逾', 'Late'))}</th>
              <th className="r">{say(t('静', 'Sil.'))}</th>
              <th
                className="r"
                title={say(t('按期办结的时限 ÷ 已到期的时限，%', 'Clocks met in time ÷ clocks fallen due, %'))}
              >
                {say(t('按期', 'Time'))}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.unit?.id ?? 'others'} row={row} sections={sections} />
            ))}
            {others && <Row row={others} sections={sections} others={count - rows.length} />}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Row({ row, sections, others }: { row: UnitRow; sections: readonly string[]; others?: number }) {
  const say = useT()
  const name = row.unit ? say(row.unit.short) : say(t('其他 {others} 个', '{others} others'), { others: others ?? 0 })
  const unit = row.unit ? `unit=${row.unit.id}&` : ''
  return (
    <tr>
      <td className={row.unit ? 'el' : 'el muted'} title={row.unit ? say(row.unit.name) : name}>
        {name}
      </td>
      {sections.map((section) => {
        const cell = row.bySection[section]
        return (
          <td
            key={section}
            className={`cl${cell && cell.late > 0 ? ' x' : ''}`}
            style={shade(cell?.items ?? 0, !row.unit)}
          >
            {cell && cell.items > 0 && (
              <Num
                value={cell.items}
                label={`${name} ${section}`}
                href={`${LEDGER}?${unit}section=${encodeURIComponent(section)}`}
              />
            )}
          </td>
        )
      })}
      <td className="r">
        <Num value={row.items} label={name} href={`${LEDGER}?${unit}`} />
      </td>
      <td className="r">
        <Num
          value={row.late}
          label={`${name} ${say(t('逾期', 'late'))}`}
          href={`${LEDGER}?${unit}light=late`}
          tone="late"
          bold
        />
      </td>
      <td className="r">
        <Num value={row.silent} label={`${name} ${say(t('静默', 'silent'))}`} href={`${LEDGER}?${unit}silent=1`} />
      </td>
      <td className="r">{row.onTime === null ? <span className="z">—</span> : Math.round(row.onTime)}</td>
    </tr>
  )
}

/** The more items, the deeper the blue; the row of the others is lighter, since it sums many units. */
function shade(items: number, light: boolean): CSSProperties | undefined {
  if (items === 0) return undefined
  const depth = Math.min(0.26, 0.035 + items * (light ? 0.008 : 0.0135))
  return { background: `rgba(29, 79, 124, ${depth.toFixed(3)})` }
}
