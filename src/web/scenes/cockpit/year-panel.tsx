import { Link } from 'wouter'
import type { CockpitView } from '../../../api/present/cockpit.ts'
import { dayFromParts, daysBetween, yearDays } from '../../../calendar/day.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Num } from '../../parts/num.tsx'
import { Panel } from '../../parts/panel.tsx'
import { placeMarks } from './milestone-rows.ts'

type Year = CockpitView['year']
type Month = Year['months'][number]

/** The drawing, in CSS pixels: the axis stands at 101.5, the tallest bar is 50 high and ends at 96. */
const WIDTH = 852
const LEFT = 6
const SPAN = 840
const FOOT = 96
const TALLEST = 50
const BAR = 20
/** About the width of a number of four digits over a bar. */
const NUMBER = 26
/** Thinnest sliver that still shows: one late item among hundreds must not vanish. */
const SLIVER = 2

/** 序时: what fell due in each month and how it was met, against the calendar and the dated marks of the year. */
export function YearPanel({ cockpit }: { cockpit: CockpitView }) {
  const say = useT()
  const format = useFormat()
  const { year, asOf } = cockpit
  return (
    <Panel
      className="year"
      title={say(t('序时', 'The year'))}
      meta={
        <>
          {say(t('今天', 'Today'))} {format.day(asOf)} {format.weekday(asOf)} · {say(t('全年已过', 'elapsed'))}{' '}
          {format.percent(year.share)} · {say(t('工作日', 'working day'))} {year.workingDay} / {year.workingDays}
        </>
      }
      actions={<Legend year={year} />}
    >
      <div className="yl-box">
        <YearChart year={year} asOf={asOf} />
      </div>
    </Panel>
  )
}

function Legend({ year }: { year: Year }) {
  const say = useT()
  const parts = [
    { id: 'in_time', label: t('按期', 'In time'), value: year.inTime, className: 'met' },
    { id: 'late', label: t('迟办补回', 'Made up late'), value: year.metLate, className: 'hat' },
    { id: 'overdue', label: t('逾期', 'Overdue'), value: year.overdue, className: 'over' },
    { id: 'running', label: t('尚未到期', 'Not yet due'), value: year.notYetDue, className: 'todo' },
  ]
  return (
    <>
      {parts.map((part) => (
        <span className="lg" key={part.id}>
          <i className={part.className} />
          {say(part.label)}{' '}
          <Num
            value={part.value}
            label={say(part.label)}
            href={`/ledgers/all?met=${part.id}`}
            source={{ counts: t('时限（节点、月报、办结等）的件数', 'clocks: nodes, reports, settlements') }}
          />
        </span>
      ))}
    </>
  )
}

function YearChart({ year, asOf }: { year: Year; asOf: string }) {
  const say = useT()
  const number = Number(asOf.slice(0, 4))
  const most = Math.max(1, ...year.months.map(totalOf))
  const today = LEFT + SPAN * year.share
  const under = year.months.find((month) => month.month === asOf.slice(0, 7))
  const words = say(t('各月到期件数与全年时间进度', 'What falls due each month, and how far the year has gone'))
  return (
    <svg className="yl" viewBox={`0 0 ${WIDTH} 128`} role="group" aria-label={words}>
      <defs>
        <pattern id="hat" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" className="hat-back" />
          <rect width="2" height="4" className="hat-line" />
        </pattern>
      </defs>
      {year.months.map((month, at) => (
        <MonthBar key={month.month} month={month} number={number} at={at} most={most} today={today} />
      ))}
      <rect x={LEFT} y="100" width={SPAN} height="3" className="axis" />
      <rect x={LEFT} y="100" width={SPAN * year.share} height="3" className="gone" />
      <Milestones year={year} number={number} />
      <Today x={today} top={under ? topOf(under, most) : FOOT} />
    </svg>
  )
}

function MonthBar({
  month,
  number,
  at,
  most,
  today,
}: {
  month: Month
  number: number
  at: number
  most: number
  today: number
}) {
  const say = useT()
  const format = useFormat()
  const left = xOf(dayFromParts(number, at + 1, 1), number)
  const right = at === 11 ? LEFT + SPAN : xOf(dayFromParts(number, at + 2, 1), number)
  const middle = (left + right) / 2
  const layers = layersOf(month, most)
  const top = topOf(month, most)
  const total = totalOf(month)
  const due = say(t('{month}到期 {n} 件', '{month}: {n} due'), { month: format.month(month.month), n: total })
  const { x, anchor } = besideToday(middle, today)
  return (
    <>
      <text x={middle} y="122" textAnchor="middle">
        {format.month(month.month)}
      </text>
      {at > 0 && <path d={`M${left.toFixed(1)} 103v5`} className="tick" />}
      {layers.map((layer) => (
        <rect
          key={layer.kind}
          x={middle - BAR / 2}
          y={layer.y}
          width={BAR}
          height={layer.height}
          className={`bar-${layer.kind}`}
        />
      ))}
      {total > 0 && (
        <Link href={`/ledgers/all?month=${month.month}`} aria-label={due}>
          <text className="v" x={x} y={top - 4} textAnchor={anchor}>
            {format.number(total)}
          </text>
        </Link>
      )}
    </>
  )
}

/** The number over a bar steps aside where the line of today would run through it. */
function besideToday(middle: number, today: number): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (Math.abs(today - middle) > NUMBER / 2 + 2) return { x: middle, anchor: 'middle' }
  return today < middle ? { x: today + 4, anchor: 'start' } : { x: today - 4, anchor: 'end' }
}

function topOf(month: Month, most: number): number {
  return layersOf(month, most).at(-1)?.y ?? FOOT
}

function layersOf(month: Month, most: number) {
  const kinds = [
    ['met', month.inTime],
    ['hat', month.metLate],
    ['over', month.overdue],
    ['todo', month.running],
  ] as const
  let y = FOOT
  return kinds
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => {
      const height = Math.max(SLIVER, (count / most) * TALLEST)
      y -= height
      return { kind, y, height }
    })
}

/** Upright lines at the dated marks of the year, each with its name beside it. */
function Milestones({ year, number }: { year: Year; number: number }) {
  const say = useT()
  const marks = year.milestones.map(({ on, name, passed }, at) => {
    const x = xOf(on, number)
    return { on, passed, x, name: say(name), toLeft: x > WIDTH * 0.72 || at === 0 }
  })
  const placed = placeMarks(marks)
  return marks.map(({ on, passed, x, name, toLeft }, at) => {
    const { row, text } = placed[at] ?? { row: 0, text: '' }
    const y = row === 0 ? 25 : 11
    return (
      <g key={on + name}>
        <title>{name}</title>
        <path d={`M${x.toFixed(1)} ${y + 4}V100`} className="drop" />
        <text className="ev" x={toLeft ? x - 5 : x + 5} y={y} textAnchor={toLeft ? 'end' : 'start'}>
          {text}
        </text>
        <circle cx={x} cy="101.5" r="4" className={passed ? 'mark' : 'mark to-come'} />
      </g>
    )
  })
}

/** The word stands over the number of its month, however tall that bar is. */
function Today({ x, top }: { x: number; top: number }) {
  const say = useT()
  const y = Math.max(30, Math.min(47, top - 18))
  return (
    <>
      <path d={`M${x.toFixed(1)} ${y - 9}V107`} className="now" />
      <text className="td" x={x - 6} y={y} textAnchor="end">
        {say(t('今天', 'Today'))}
      </text>
    </>
  )
}

function xOf(day: string, year: number): number {
  return LEFT + (SPAN * daysBetween(dayFromParts(year, 1, 1), day.slice(0, 10))) / yearDays(year)
}

function totalOf(month: Month): number {
  return month.inTime + month.metLate + month.overdue + month.running
}
