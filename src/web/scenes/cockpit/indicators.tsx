import type { IndicatorView } from '../../../api/present/cockpit.ts'
import { daysBetween, yearDays } from '../../../calendar/day.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Light } from '../../parts/light.tsx'

const WIDTH = 112
const HEIGHT = 40

/** The headline targets of the report: latest value, target, gap, and the way there through the year. */
export function Indicators({ indicators }: { indicators: readonly IndicatorView[] }) {
  const say = useT()
  if (indicators.length === 0) return null
  return (
    <section className="panel six">
      <h2 className="vis-h">{say(t('主要预期目标', 'Headline targets'))}</h2>
      {indicators.map((indicator) => (
        <Indicator key={indicator.id} indicator={indicator} />
      ))}
    </section>
  )
}

function Indicator({ indicator }: { indicator: IndicatorView }) {
  const say = useT()
  const format = useFormat()
  return (
    <div className="ind">
      <span className="nm el">{say(indicator.name)}</span>
      <span className="vl">
        <b>{format.number(indicator.value, { digits: 1 })}</b>
        <small>{indicator.unit}</small>
        <Aim text={say(indicator.target)} />
      </span>
      <Sparkline indicator={indicator} />
      <Light light={indicator.light} small>
        {say(indicator.gap).replace('percentage points', 'pp')}
      </Light>
      <span className="meta el">{say(indicator.basis)}</span>
    </div>
  )
}

/** The target in the little room beside the value: 目标 gives way where it does not fit, 地区生产总值 is written GDP. */
function Aim({ text }: { text: string }) {
  const [, word, rest = ''] = /^(目标|target )?(.*)$/su.exec(text) ?? []
  return (
    <em title={text}>
      {word && <span className="word">{word}</span>}
      {rest.replace('地区生产总值', 'GDP')}
    </em>
  )
}

/** Values against the calendar year; the part of the year still to come is shaded, the target dashed. */
function Sparkline({ indicator }: { indicator: IndicatorView }) {
  const { points, targetValue } = indicator
  const last = points.at(-1)
  if (!last) return <svg width={WIDTH} height={HEIGHT} aria-hidden="true" />
  const values = [...points.map((point) => point.value), ...(targetValue === null ? [] : [targetValue])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = (value: number) => 34 - ((value - low) / (high - low || 1)) * 28
  const year = Number(last.endsOn.slice(0, 4))
  const x = (day: string) => 2 + (108 * daysBetween(`${year}-01-01`, day)) / yearDays(year)
  const path = points.map(
    (point, at) => `${at === 0 ? 'M' : 'L'}${x(point.endsOn).toFixed(1)} ${y(point.value).toFixed(1)}`,
  )
  const now = x(last.endsOn) + 6
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <rect x={now} y="0" width={Math.max(0, 110 - now)} height={HEIGHT} className="to-come" />
      {targetValue !== null && <path d={`M2 ${y(targetValue).toFixed(1)}H110`} className="aim" />}
      <path d={path.join('')} className="line" />
      {points.map((point) => (
        <circle
          key={point.endsOn}
          cx={x(point.endsOn)}
          cy={y(point.value)}
          r={point === last ? 3 : 1.4}
          className="dot"
        />
      ))}
    </svg>
  )
}
