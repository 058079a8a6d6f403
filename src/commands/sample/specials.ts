import { addDays, type Day } from '../../calendar/day.ts'
import { dayOf, type Moment, momentAt } from '../../calendar/moment.ts'
import { specialTask } from '../../ledgers/special-task.ts'
import { numberText } from '../create-item.ts'
import type { PackSpecial } from './city-pack.ts'
import { Deeds, type Stage } from './deeds.ts'
import { openLife } from './life.ts'
import type { Life } from './life.ts'
import { type Opened, sourceTypes } from './matters.ts'
import { plans, presses } from './phrases.ts'

type Fate =
  | 'working'
  | 'closed'
  | 'late'
  | 'silent'
  | 'back'
  | 'review'
  | 'asked'
  | 'paused'
  | 'disputed'
  | 'fresh'
  | 'signed'

/** Of the tasks not yet due, in their order; then round again with `working`. */
const fates: readonly Fate[] = [
  ...(['working', 'closed', 'working', 'back', 'closed', 'silent', 'working', 'review', 'closed'] as const),
  ...(['working', 'late', 'closed', 'working', 'asked', 'working', 'closed', 'working', 'paused'] as const),
  ...(['closed', 'working', 'back', 'working', 'disputed', 'closed', 'fresh', 'signed', 'working'] as const),
]

/** The special tasks, each from the meeting that set it. */
export function liveSpecials(specials: readonly PackSpecial[], stage: Stage): Opened[] {
  const deeds = new Deeds(stage)
  const today = dayOf(stage.now)
  let turn = 0
  const planned = specials.map((special) => {
    const fate: Fate = special.due <= today ? 'closed' : (fates[turn++] ?? 'working')
    return { special, fate, on: issuedOn(special, fate, stage) }
  })
  planned.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  return planned.map(({ special, fate, on }, index) => {
    const opened = open(special, index + 1, on, stage)
    live(opened[0], fate, deeds)
    return opened
  })
}

/** A few days after the month its source names; without one, in spring. Fresh ones came last week. */
function issuedOn({ source, due }: PackSpecial, fate: Fate, { random, time }: Stage): Moment {
  if (fate === 'fresh') return time.on('2024-09-14')
  if (fate === 'disputed' || fate === 'signed') return time.on('2024-09-11')
  const month = Number(/2024年(\d{1,2})月/.exec(source.ref)?.[1] ?? random.between(3, 5))
  const first: Day = `2024-${String(Math.max(3, month)).padStart(2, '0')}-${String(random.between(4, 24)).padStart(2, '0')}`
  return time.on(first < due ? first : addDays(due, -25))
}

function open(special: PackSpecial, n: number, at: Moment, stage: Stage): Opened {
  const { cast, random } = stage
  return openLife(
    specialTask,
    {
      number: numberText(specialTask, n),
      common: {
        title: special.title,
        lead_unit: special.lead,
        co_units: special.co,
        leader_post: cast.leaderOf(special.lead),
        region: cast.region(special.lead),
        section: null,
      },
      values: {
        source_type: sourceTypes[special.source.type] ?? 'document',
        source_ref: special.source.ref,
        content: special.content,
        urgency: random.chance(0.15) ? 'urgent' : random.chance(0.2) ? 'hard' : 'normal',
        deadline: special.due,
        proof_rule: '办理结果的文件或照片一件以上',
      },
      actor: cast.clerk,
      at,
    },
    stage,
  )
}

function live(life: Life, fate: Fate, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  const { openedAt } = life.item
  if (fate === 'fresh') return
  const signed = time.after(openedAt, random.between(0, 2))
  if (fate === 'disputed') {
    life.act('dispute', deeds.owner(life), signed, { note: '与行业主管部门职责交叉，请明确牵头单位' })
    return
  }
  deeds.sign(life, signed)
  if (fate === 'signed') return
  deeds.deploy(life, time.after(signed, random.between(1, 3)))
  deeds.report(life, time.after(openedAt, fate === 'back' ? 24 : 3))
  const last = lastReport(life, fate, random.between(0, 2))
  monthly(life, last, deeds)
  afterwards(life, fate, last, deeds)
  if (fate === 'late') life.act('press', cast.clerk, time.on('2024-09-05'), { note: presses[0] })
}

/** The month of the last report: silent ones stopped in summer, closed ones a month before they were handed in. */
function lastReport({ item }: Life, fate: Fate, less: number): number {
  if (fate === 'silent') return 6
  if (fate === 'late') return 7
  const due = String(item.values['deadline'])
  if (fate === 'closed') return due < '2024-09-01' ? Number(due.slice(5, 7)) - 1 : 8 - less
  return 8
}

function monthly(life: Life, last: number, deeds: Deeds): void {
  const { random, time } = deeds.stage
  for (let month = Number(life.item.openedAt.slice(5, 7)) + 1; month <= last; month += 1) {
    const at = time.before(`2024-${String(month).padStart(2, '0')}-28`, random.between(0, 5))
    if (at > life.item.lastEntryAt) deeds.report(life, at)
  }
}

function afterwards(life: Life, fate: Fate, last: number, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  if (fate === 'closed') {
    const due = String(life.item.values['deadline'])
    const at = due < '2024-09-01' ? time.before(due, random.between(0, 3)) : closingDay(life, last, deeds)
    deeds.submit(life, at, [deeds.stage.proofs.paper(life.item, at, '办理结果'), deeds.photo(life, at)])
    deeds.close(life, time.after(at, random.between(1, 3)))
  }
  const september = time.on(`2024-09-${random.between(10, 14)}`)
  if (fate === 'review') deeds.submit(life, september, [deeds.photo(life, september)])
  if (fate === 'asked') {
    const values = { plan: random.pick(plans), plan_due: '2025-01-24' }
    life.act('ask_extension', deeds.owner(life), september, { values })
  }
  if (fate === 'paused') life.act('pause', cast.chief, september, { note: '等上级方案印发，印发前不计时' })
}

function closingDay(life: Life, last: number, { stage: { time, random } }: Deeds): Moment {
  const month = String(last + 1).padStart(2, '0')
  const at = time.on(`2024-${month}-${String(random.between(4, 10)).padStart(2, '0')}`)
  return at > life.item.lastEntryAt ? at : time.after(momentAt(dayOf(life.item.lastEntryAt), '09:00'), 1)
}
