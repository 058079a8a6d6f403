import type { Indicator, Observation } from '../../storage/indicator-store.ts'
import { t, type Text } from '../../text.ts'
import type { IndicatorView } from '../present/cockpit.ts'

/** What a city pack says of a target besides its words; anything else in the record is left alone. */
interface Target {
  readonly op: string
  readonly value: number | null
  readonly unit: string
  /** Another indicator that this one is measured against (高于经济增长). */
  readonly relativeTo: string | null
  readonly short: Text | null
}

/** The headline indicators as known today: latest value, target, gap. A value that is not known is null. */
export function indicatorViews(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
): IndicatorView[] {
  const of = (id: string) => observations.filter(({ indicator }) => indicator === id)
  return indicators.map((indicator) => {
    const target = targetOf(indicator)
    const other = target.relativeTo === null ? undefined : indicators.find(({ id }) => id === target.relativeTo)
    return indicatorView(indicator, target, of(indicator.id), other && { indicator: other, values: of(other.id) })
  })
}

interface Other {
  readonly indicator: Indicator
  readonly values: readonly Observation[]
}

function indicatorView(
  indicator: Indicator,
  target: Target,
  values: readonly Observation[],
  other: Other | undefined,
): IndicatorView {
  const last = values.at(-1)
  const value = last ? Number(last.value) : null
  // A growth is compared with the other's over the same period, never with a later one.
  const aim = other ? numberOf(other.values.find(({ period }) => period === last?.period)) : target.value
  return {
    id: indicator.id,
    name: target.short ?? indicator.name,
    unit: indicator.unit,
    value,
    target: targetText(target, aim, other?.indicator),
    targetValue: aim,
    ...verdict(value, aim, target.op, indicator.unit),
    basis: last ? basisOf(last) : t('还没有数', 'No value yet'),
    points: values.map(({ endsOn, value: n }) => ({ endsOn, value: Number(n) })),
  }
}

function targetOf({ target }: Indicator): Target {
  const { op, value, unit, relativeTo, short } = target
  return {
    op: typeof op === 'string' ? op : '≥',
    value: typeof value === 'string' || typeof value === 'number' ? Number(value) : null,
    unit: typeof unit === 'string' ? unit : '',
    relativeTo: typeof relativeTo === 'string' ? relativeTo : null,
    short: isText(short) ? short : null,
  }
}

function targetText({ op, unit }: Target, aim: number | null, other: Indicator | undefined): Text {
  if (aim === null && !other) return t('没有目标数', 'No target number')
  const number = aim === null ? '' : `${aim}${unit}`
  if (!other) return t(`目标${op}${number}`, `target ${op}${number}`)
  const { short } = targetOf(other)
  const name = short ?? other.name
  return t(`${op} ${name.zh} ${number}`.trim(), `${op} ${name.en} ${number}`.trim())
}

/** Amber below the target; red only where it moves the other way. */
function verdict(
  value: number | null,
  aim: number | null,
  op: string,
  unit: string,
): Pick<IndicatorView, 'light' | 'gap'> {
  if (value === null || aim === null) return { light: 'wait', gap: t('还不能比', 'Cannot be compared yet') }
  const gap = Math.round((value - aim) * 100) / 100
  const points = unit === '%' ? t('个百分点', 'percentage points') : t(unit, unit)
  const atMost = op === '≤' || op === '<'
  const reached = atMost ? gap <= 0 : gap >= 0
  const wrongWay = !reached && !atMost && value < 0 && aim > 0
  const size = Math.abs(gap)
  return {
    light: reached ? 'ok' : wrongWay ? 'late' : 'warn',
    gap:
      gap === 0
        ? t('持平', 'On target')
        : gap > 0
          ? t(`高 ${size} ${points.zh}`, `${size} ${points.en} above`)
          : t(`低 ${size} ${points.zh}`, `${size} ${points.en} below`),
  }
}

function basisOf({ period, source, endsOn }: Observation): Text {
  const words = periodText(period, Number(endsOn.slice(5, 7)))
  return t(`${words.zh} · ${source}`, `${words.en} · ${SOURCES[source] ?? source}`)
}

const SOURCES: Readonly<Record<string, string>> = { 统计: 'statistics', 部门: 'department', 调查队: 'survey office' }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const PARTS: Readonly<Record<string, Text>> = {
  Q1: t('一季度', 'Q1'),
  H1: t('上半年', 'H1'),
  Q3: t('前三季度', 'Q1–Q3'),
  '9M': t('前三季度', 'Q1–Q3'),
}

/** '2024-H1' 上半年 · '2024-08' 1—8月 (growth is counted from January) · '2024' 全年. */
function periodText(period: string, month: number): Text {
  const part = period.slice(5)
  if (part === '') return t('全年', 'Full year')
  const named = PARTS[part]
  if (named) return named
  return month === 1 ? t('1月', 'Jan') : t(`1—${month}月`, `Jan–${MONTHS[month - 1] ?? month}`)
}

function numberOf(observation: Observation | undefined): number | null {
  return observation ? Number(observation.value) : null
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}
