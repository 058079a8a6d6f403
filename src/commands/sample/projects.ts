import { addMonths, type Day } from '../../calendar/day.ts'
import { dayOf, momentAt } from '../../calendar/moment.ts'
import { keyProject } from '../../ledgers/key-project.ts'
import { numberText } from '../create-item.ts'
import type { PackProject } from './city-pack.ts'
import { Deeds, type Stage } from './deeds.ts'
import { type Life, openLife } from './life.ts'
import type { Opened } from './matters.ts'
import { presses } from './phrases.ts'

type Fate =
  | 'building'
  | 'late_start'
  | 'late_report'
  | 'back'
  | 'unentered'
  | 'stopped'
  | 'completed'
  | 'producing'
  | 'closing'
  | 'closed'
  | 'fresh'

/** Round and round by kind; what is to be completed this year is, or nearly. */
const fates = {
  new: [
    ...(['building', 'building', 'building', 'late_start', 'building', 'building', 'building', 'building'] as const),
    ...(['back', 'building', 'building', 'building', 'unentered', 'building', 'building', 'building'] as const),
    ...([
      'building',
      'building',
      'late_start',
      'building',
      'building',
      'back',
      'building',
      'fresh',
      'building',
    ] as const),
  ],
  continued: [
    ...(['building', 'closing', 'building', 'building', 'completed', 'building', 'stopped', 'building'] as const),
    ...(['closed', 'building', 'late_report', 'building', 'closed', 'producing'] as const),
  ],
  completing: ['producing', 'closed', 'completed'],
} as const satisfies Readonly<Record<string, readonly Fate[]>>

const kinds: Readonly<Record<string, keyof typeof fates>> = { 新建: 'new', 续建: 'continued', 竣工: 'completing' }

/** The key projects from their listing in March. */
export function liveProjects(projects: readonly PackProject[], stage: Stage): Opened[] {
  const deeds = new Deeds(stage)
  const turns = { new: 0, continued: 0, completing: 0 }
  return projects.map((project, index) => {
    const kind = kinds[project.kind] ?? 'new'
    const list: readonly Fate[] = fates[kind]
    const fate = list[turns[kind] % list.length] ?? 'building'
    turns[kind] += 1
    const plan = planOf(kind, fate, stage)
    const listedOn = fate === 'fresh' ? '2024-09-14' : '2024-03-08'
    const opened = open(project, { n: index + 1, kind, listedOn, ...plan }, stage)
    if (fate !== 'fresh') live(opened[0], fate, kind, deeds)
    return opened
  })
}

/** Continued projects restart in spring; new ones start until summer. */
function planOf(kind: keyof typeof fates, fate: Fate, { random }: Stage): { start: Day; finish: Day } {
  const day = String(random.between(10, 28)).padStart(2, '0')
  const month = kind === 'new' ? random.between(4, 7) : random.between(3, 4)
  const start = fate === 'fresh' ? '2024-10-31' : fate === 'late_start' ? '2024-08-30' : `2024-0${month}-${day}`
  const done = fate === 'completed' || fate === 'producing' || fate === 'closed'
  const finish = done ? `2024-08-${day}` : random.pick(['2024-11-30', '2024-12-20', '2025-06-30', '2025-10-31'])
  return { start, finish }
}

interface Listing {
  readonly n: number
  readonly kind: string
  readonly listedOn: Day
  readonly start: Day
  readonly finish: Day
}

function open(project: PackProject, { n, kind, listedOn, start, finish }: Listing, stage: Stage): Opened {
  const { cast, time } = stage
  return openLife(
    keyProject,
    {
      number: numberText(keyProject, n),
      common: {
        title: project.title,
        lead_unit: project.lead,
        co_units: [],
        leader_post: cast.leaderOf(project.lead),
        region: project.region,
        section: null,
      },
      values: {
        kind,
        project_code: project.code,
        builder: project.owner,
        industry: project.industry,
        total_investment: yuan(project.totalInvestment),
        year_plan: yuan(project.yearPlan),
        start_plan: start,
        finish_plan: finish,
        proof_rule: '开工、竣工或投产的照片和文件',
      },
      actor: cast.clerk,
      at: time.on(listedOn),
    },
    stage,
  )
}

/** 亿元 as printed → 元, exactly. */
function yuan(hundredMillions: string): string {
  const [whole = '0', part = ''] = hundredMillions.split('.')
  return String(BigInt(whole + part.padEnd(8, '0').slice(0, 8)))
}

function live(life: Life, fate: Fate, kind: keyof typeof fates, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  deeds.sign(life, time.after(life.item.openedAt, random.between(0, 2)))
  const plan = String(life.item.values['start_plan'])
  const begun = time.before(plan, random.between(0, 4))
  const started = fate === 'back' ? time.after(momentAt(plan, '09:00'), 8) : begun
  const months = fate === 'late_report' ? [4, 5, 6, 7] : [4, 5, 6, 7, 8]
  const events: { readonly at: string; readonly run: (at: string) => void }[] = months.map((month) => ({
    at: time.before(`2024-0${month}-28`, random.between(0, 5)),
    run: (at) => report(life, month, at, deeds),
  }))
  if (fate !== 'late_start') events.push({ at: started, run: (at) => start(life, kind, at, deeds) })
  if (kind === 'new' && fate !== 'late_start' && fate !== 'unentered')
    events.push({
      at: time.before(addMonths(dayOf(started), 1), random.between(1, 6)),
      run: (at) => enter(life, at, deeds),
    })
  if (['completed', 'producing', 'closed'].includes(fate)) {
    const at = time.before(String(life.item.values['finish_plan']), random.between(0, 4))
    events.push({ at, run: () => complete(life, at, deeds) })
  }
  for (const { at, run } of events.sort((a, b) => (a.at < b.at ? -1 : 1))) run(at)
  if (fate === 'late_start' || fate === 'unentered' || fate === 'late_report')
    life.act('press', cast.clerk, time.on('2024-09-11'), { note: presses[1] })
  afterwards(life, fate, deeds)
}

function start(life: Life, kind: keyof typeof fates, at: string, deeds: Deeds): void {
  const action = kind === 'new' ? 'start' : 'restart'
  const values = { started_on: dayOf(at), works: kind === 'new' ? '场地平整，基础开挖' : '主体施工' }
  life.act(action, deeds.owner(life), at, { values, evidence: [deeds.photo(life, at)] })
}

function enter(life: Life, at: string, deeds: Deeds): void {
  life.act('enter_statistics', deeds.owner(life), at, { values: { entered_on: dayOf(at) } })
}

function complete(life: Life, at: string, deeds: Deeds): void {
  const evidence = [deeds.stage.proofs.paper(life.item, at, '竣工验收'), deeds.photo(life, at)]
  life.act('complete', deeds.owner(life), at, { values: { finished_on: dayOf(at) }, evidence })
}

/** Investment by month: little before the start, then towards the year's plan. */
function report(life: Life, month: number, at: string, deeds: Deeds): void {
  const { random } = deeds.stage
  const { stage, values } = life.item
  if (!['preparing', 'building', 'completed'].includes(stage)) return
  const plan = Number(values['year_plan'] ?? 0)
  const before = Number(values['year_done'] ?? 0)
  const share = stage === 'preparing' ? 0.01 : 0.07 + random.next() * 0.06
  const grown = Math.round((plan * share) / 10_000) * 10_000
  const total = Math.min(before + grown, Math.round(plan * 1.05))
  const factor = random.chance(0.78) ? 'none' : random.pick(['land', 'funds', 'environment', 'power', 'forest'])
  const works =
    stage === 'preparing' ? '前期手续办理' : (['基础施工', '主体施工', '设备安装', '管线配套'][month % 4] ?? '主体施工')
  const money = { month_done: String(total - before), year_done: String(total) }
  life.act('report', deeds.owner(life), at, { values: { ...money, works, factor } })
}

function afterwards(life: Life, fate: Fate, deeds: Deeds): void {
  const { time, cast, random } = deeds.stage
  const owner = deeds.owner(life)
  const september = (from: number) => time.on(`2024-09-${String(random.between(from, from + 2)).padStart(2, '0')}`)
  if (fate === 'stopped') life.act('pause', cast.chief, september(3), { note: '环保管控期停工，解除后恢复' })
  if (fate === 'producing' || fate === 'closed')
    life.act('commission', owner, september(2), { values: { produced_on: dayOf(september(2)) } })
  if (fate === 'closing' || fate === 'closed') {
    const at = september(5)
    deeds.submit(life, at, [deeds.stage.proofs.paper(life.item, at, '年度任务完成情况')])
    if (fate === 'closed') deeds.close(life, time.after(at, 2))
  }
}
