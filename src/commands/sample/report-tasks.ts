import { dayOf, type Moment, momentAt } from '../../calendar/moment.ts'
import type { ItemState } from '../../engine/item.ts'
import { workReportTask } from '../../ledgers/work-report-task.ts'
import { Deeds, type Stage } from './deeds.ts'
import { Life } from './life.ts'
import { plans, presses } from './phrases.ts'

type Fate =
  | 'working'
  | 'closed'
  | 'late'
  | 'silent'
  | 'back'
  | 'paused'
  | 'review'
  | 'returned'
  | 'asked'
  | 'extended'
  | 'disputed'
  | 'reopened'

/** How many of the tasks fare so; the rest are worked on, and a third is closed. */
const quotas: readonly (readonly [Fate, number])[] = [
  ['late', 5],
  ['silent', 2],
  ['back', 12],
  ['paused', 3],
  ['review', 6],
  ['returned', 4],
  ['asked', 3],
  ['extended', 4],
  ['disputed', 1],
  ['reopened', 1],
]
const closedShare = 0.36
/** Months in which the 28th has passed since the first report fell due. */
const months = ['04', '05', '06', '07', '08'] as const

/** The tasks of the report from their issue in March to the sample's moment. */
export function liveReportTasks(items: readonly ItemState[], stage: Stage): Life[] {
  const deeds = new Deeds(stage)
  const fates = fatesOf(items, stage)
  return items.map((item) => {
    const life = new Life(workReportTask, item, stage)
    live(life, fates.get(item.id) ?? 'working', deeds)
    return life
  })
}

/** The city's overall targets run to the year's end; what was due by now is done; the rest by quota, spread by lot. */
function fatesOf(items: readonly ItemState[], { random, now }: Stage): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const item of items) if (deadline(item) <= dayOf(now)) fates.set(item.id, 'closed')
  const free = items
    .filter((item) => item.section !== '目' && !fates.has(item.id))
    .map((item) => ({ item, lot: random.next() }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item)
  let next = 0
  for (const [fate, n] of quotas) for (let k = 0; k < n; k += 1) give(fates, free[next++], fate)
  const closed = Math.round(items.length * closedShare) - fates.size + next
  for (const item of free.slice(next).filter(canClose).slice(0, closed)) fates.set(item.id, 'closed')
  return fates
}

function give(fates: Map<string, Fate>, item: ItemState | undefined, fate: Fate): void {
  if (item) fates.set(item.id, fate)
}

/** A trend is known at the year's end only. */
function canClose({ values }: ItemState): boolean {
  return values['kind'] !== 'trend'
}

function deadline({ values }: ItemState): string {
  return String(values['deadline'])
}

function live(life: Life, fate: Fate, deeds: Deeds): void {
  const { random, time } = deeds.stage
  const { openedAt } = life.item
  if (fate === 'disputed') return disputed(life, deeds)
  const signed = time.after(openedAt, random.between(0, 2))
  deeds.sign(life, signed)
  deeds.deploy(life, time.after(signed, fate === 'back' && random.chance(0.4) ? 11 : random.between(1, 6)))
  if (fate === 'closed' || fate === 'reopened') return closed(life, fate, deeds)
  const last = fate === 'silent' ? random.between(1, 3) : fate === 'late' ? 4 : months.length
  const late = fate === 'back' ? random.between(0, 4) : -1
  monthly(life, last, late, deeds)
  afterwards(life, fate, deeds)
}

/** The reports of the first `n` months, a few days before the 28th; one of them late where asked. */
function monthly(life: Life, n: number, late: number, deeds: Deeds): void {
  const { random, time } = deeds.stage
  const pace = 0.82 + random.next() * 0.3
  for (const [index, month] of months.slice(0, n).entries()) {
    const due = `2024-${month}-28`
    const at =
      index === late ? time.after(momentAt(due, '09:00'), random.between(2, 6)) : time.before(due, random.between(0, 5))
    const done = doneBy(life.item, index, pace)
    const before = Number(life.item.values['done'] ?? 0)
    const grew = done !== null && done > before
    const proof = grew && random.chance(0.6) ? [deeds.photo(life, at, rounded(done - before, done))] : []
    deeds.report(life, at, done, proof)
    if (proof.length > 0 && random.chance(0.7)) deeds.judge(life, time.after(at, random.between(1, 3)))
  }
}

/** Planned totals at the ends of March, June, September and December, read off month by month; 0 is April. */
function doneBy({ values }: ItemState, index: number, pace: number): number | null {
  const target = values['target_value']
  if (typeof target !== 'number') return null
  const [q1 = 0, q2 = 0, q3 = 0] = [values['q1'], values['q2'], values['q3']].map((node) => Number(node ?? 0))
  const planned = index < 3 ? q1 + ((q2 - q1) * (index + 1)) / 3 : q2 + ((q3 - q2) * (index - 2)) / 3
  return Math.max(Math.min(rounded(planned * pace, target), target), Number(values['done'] ?? 0))
}

/** As finely as the target itself is told. */
function rounded(value: number, like: number): number {
  if (!Number.isInteger(like)) return Math.round(value * 10) / 10
  const step = like >= 100_000 ? 100 : like >= 5000 ? 10 : 1
  return Math.round(value / step) * step
}

function afterwards(life: Life, fate: Fate, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  const chief = cast.chief
  const owner = deeds.owner(life)
  const september = (day: number) => time.on(`2024-09-${String(day).padStart(2, '0')}`)
  const planDue = random.pick(['2025-01-24', '2025-03-31', '2025-02-28'])
  const ask = { values: { plan: random.pick(plans), plan_due: planDue } }
  switch (fate) {
    case 'late':
      if (random.chance(0.7)) life.act('press', cast.clerk, september(random.between(3, 12)), { note: presses[0] })
      return
    case 'silent':
      life.act('press', cast.clerk, september(random.between(2, 6)), { note: presses[0] })
      return
    case 'paused':
      life.act('pause', chief, september(random.between(3, 9)), { note: '等省级批复文件，批复前不计时' })
      return
    case 'review':
      return deeds.submit(life, september(random.between(11, 14)), full(life, september(10), deeds))
    case 'returned': {
      const handed = september(random.between(3, 6))
      deeds.submit(life, handed, [deeds.photo(life, handed)])
      return deeds.sendBack(life, time.after(handed, random.between(2, 4)))
    }
    case 'asked':
      life.act('ask_extension', owner, september(random.between(10, 14)), ask)
      return
    case 'extended':
      life.act('ask_extension', owner, september(random.between(2, 5)), ask)
      life.act('grant_extension', chief, september(random.between(9, 12)))
      return
    case 'working':
    case 'back':
      if (random.chance(0.25)) deeds.report(life, september(random.between(10, 14)), doneBy(life.item, 4, 1.08))
      return
    case 'closed':
    case 'reopened':
    case 'disputed':
      return
  }
}

/** Done some time between May and now, handed in with proof for all of it, and closed. */
function closed(life: Life, fate: Fate, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  const due = deadline(life.item)
  const now = dayOf(deeds.stage.now)
  const early = due <= now
  const n = early ? Math.max(0, Number(due.slice(5, 7)) - 4) : fate === 'reopened' ? 2 : random.between(1, 5)
  monthly(life, n, -1, deeds)
  const month = String(Math.min(9, 4 + n)).padStart(2, '0')
  const handed = early
    ? time.before(due, random.between(0, 3))
    : time.on(`2024-${month}-${month === '09' ? '04' : '11'}`)
  deeds.submit(life, handed, full(life, handed, deeds))
  const closedAt = time.after(handed, random.between(1, 4))
  deeds.close(life, closedAt)
  if (fate === 'reopened')
    life.act('reopen', cast.chief, time.on('2024-09-05'), { note: '抽查发现两处未完工，按返销处理' })
}

/** Proof for what is not shown yet: a paper where nothing is counted. */
function full(life: Life, at: Moment, deeds: Deeds) {
  const { proofs } = deeds.stage
  const target = life.item.values['target_value']
  if (typeof target !== 'number') return [proofs.paper(life.item, at, '办理结果')]
  const shown = life.item.evidence.reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  const rest = rounded(Math.max(0, target - shown), target)
  const paper = proofs.paper(life.item, at, '验收单', rest > 0 ? rest : null)
  return [paper, deeds.photo(life, at)]
}

/** A duty that the reform of the offices moves: disputed at once, and not settled yet; its clocks stand. */
function disputed(life: Life, deeds: Deeds): void {
  const { time } = deeds.stage
  const signed = time.after(life.item.openedAt, 0)
  deeds.sign(life, signed)
  life.act('dispute', deeds.owner(life), time.after(signed, 1), { note: '机构改革后这项职责拟划转，请明确牵头单位' })
}
