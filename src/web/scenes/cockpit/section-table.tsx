import { Link } from 'wouter'
import type { CockpitView, LightCounts } from '../../../api/present/cockpit.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { StateBar } from '../../parts/bars.tsx'
import { LightShape, type LightMark } from '../../parts/light.tsx'
import { Num } from '../../parts/num.tsx'
import { Panel } from '../../parts/panel.tsx'

const LEDGER = '/ledgers/work_report_task'

const COLUMNS: readonly { light: LightMark; label: Text; query: string }[] = [
  { light: 'done', label: t('销号', 'Closed'), query: 'light=done' },
  { light: 'ok', label: t('推进', 'Going'), query: 'light=ok' },
  { light: 'warn', label: t('临期', 'Soon'), query: 'light=warn' },
  { light: 'late', label: t('逾期', 'Late'), query: 'light=late' },
  { light: 'back', label: t('补回', 'Back'), query: 'light=back' },
  { light: 'wait', label: t('未启', 'Wait'), query: 'light=wait' },
  { light: 'mute', label: t('静默', 'Silent'), query: 'silent=1' },
]

/** 承诺进展: the report's sections against the lights, each count opening its items. */
export function SectionTable({ cockpit }: { cockpit: CockpitView }) {
  const say = useT()
  return (
    <Panel
      className="sect"
      title={say(t('承诺进展', 'Promises'))}
      meta={say(t('按报告章节与状态', 'by section and light'))}
      actions={
        <Link className="meta" href={`${LEDGER}?sort=unit`}>
          {say(t('按单位', 'By unit'))}
        </Link>
      }
    >
      <div className="tw">
        <table className="tb d">
          <Columns />
          <thead>
            <tr>
              <th aria-label={say(t('序号', 'No.'))} />
              <th>{say(t('章节', 'Section'))}</th>
              <th className="r">{say(t('项', 'All'))}</th>
              <th aria-label={say(t('构成', 'Shares'))} />
              {COLUMNS.map((column) => (
                <th className="r" key={column.light}>
                  <LightShape light={column.light} small word={false} />
                  <br />
                  {say(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cockpit.sections.map((row) => (
              <tr key={row.id}>
                <td className="c muted">{row.id}</td>
                <td className="el" title={say(row.title)}>
                  {say(row.title)}
                </td>
                <Counts counts={row.counts} name={say(row.title)} filter={`section=${encodeURIComponent(row.id)}&`} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              <td>{say(t('全报告', 'Whole report'))}</td>
              <Counts counts={cockpit.total} name={say(t('全报告', 'Whole report'))} filter="" bold />
            </tr>
          </tfoot>
        </table>
      </div>
      <p className="note meta">
        {say(
          t(
            '状态取最重一项：逾期 ＞ 临期 ＞ 补回 ＞ 推进；静默另计，不改状态。补回：逾期后完成，灯保持黄色。',
            'The gravest light counts: late, due soon, made up, on time. Silence is counted apart. What was made up late stays amber.',
          ),
        )}
      </p>
    </Panel>
  )
}

function Columns() {
  return (
    <colgroup>
      <col className="c-no" />
      <col />
      <col className="c-all" />
      <col className="c-bar" />
      {COLUMNS.map((column) => (
        <col key={column.light} className={column.light === 'mute' ? 'c-last' : 'c-n'} />
      ))}
    </colgroup>
  )
}

type CountsProps = { counts: LightCounts; name: string; filter: string; bold?: boolean }

function Counts({ counts, name, filter, bold = false }: CountsProps) {
  const say = useT()
  const parts = (['done', 'ok', 'warn', 'late', 'back', 'wait', 'pause'] as const).map((light) => ({
    light,
    count: counts[light],
  }))
  return (
    <>
      <td className="r">
        <Num value={counts.all} label={name} href={`${LEDGER}?${filter}`} bold={bold} />
      </td>
      <td className="sb">
        <StateBar parts={parts} />
      </td>
      {COLUMNS.map(({ light, label, query }) => (
        <td className="r" key={light}>
          <Num
            value={light === 'mute' ? counts.silent : counts[light]}
            label={`${name} ${say(label)}`}
            href={`${LEDGER}?${filter}${query}`}
            tone={light === 'late' ? 'late' : undefined}
            bold={bold || light === 'late'}
          />
        </td>
      ))}
    </>
  )
}
