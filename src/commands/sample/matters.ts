import { addMinutes, dayOf, type Moment, momentAt } from '../../calendar/moment.ts'
import type { Entry } from '../../engine/item.ts'
import { numberText } from '../create-item.ts'
import { supervision13710 } from '../../ledgers/supervision-13710.ts'
import type { PackMatter } from './city-pack.ts'
import { Deeds, type Stage } from './deeds.ts'
import { type Life, openLife } from './life.ts'
import { plans, presses } from './phrases.ts'

type Fate =
  | 'closed'
  | 'closed_late'
  | 'late'
  | 'unsigned'
  | 'silent'
  | 'back'
  | 'review'
  | 'returned'
  | 'signing'
  | 'declined'
  | 'long_term'
  | 'paused'
  | 'asked'
  | 'reopened'
  | 'disputed'
  | 'current'

/** Fates of the matters that were issued before September, counted back from the newest; all others are closed. */
const generals: readonly Fate[] = ['late', 'silent', 'back', 'paused', 'returned', 'closed_late', 'reopened']
const majors: readonly Fate[] = ['signing', 'long_term', 'review', 'late', 'long_term', 'declined', 'silent']
/** Of those issued from the 2nd to the 10th of September. */
const recent: readonly Fate[] = ['closed', 'disputed', 'review', 'asked', 'closed', 'returned', 'closed', 'review']

export type Opened = readonly [Life, Entry]

/** The supervised matters, each from its issue to the sample's moment. */
export function liveMatters(matters: readonly PackMatter[], stage: Stage): Opened[] {
  const deeds = new Deeds(stage)
  const fates = fatesOf(matters)
  return matters.map((matter, index) => {
    const opened = open(matter, index + 1, stage)
    live(opened[0], fates.get(matter.id) ?? 'closed', deeds)
    return opened
  })
}

function fatesOf(matters: readonly PackMatter[]): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  const give = (list: readonly PackMatter[], from: readonly Fate[]) =>
    [...list].reverse().forEach(({ id }, index) => fates.set(id, from[index] ?? 'closed'))
  const before = matters.filter(({ issuedOn }) => issuedOn < '2024-09-01')
  give(
    before.filter(({ grade }) => grade === 'general'),
    generals,
  )
  give(
    before.filter(({ grade }) => grade === 'major'),
    majors,
  )
  const september = matters.filter(({ issuedOn }) => issuedOn >= '2024-09-01')
  const settled = september.filter(({ grade, issuedOn }) => grade === 'general' && issuedOn < '2024-09-10')
  for (const { id } of september) fates.set(id, 'current')
  for (const [index, { id }] of settled.entries()) fates.set(id, recent[index] ?? 'current')
  for (const { id, issuedOn } of september) if (issuedOn === '2024-09-14') fates.set(id, 'unsigned')
  return fates
}

const classes: Readonly<Record<string, string>> = {
  日常管理事项: 'routine',
  重点工作任务: 'key_task',
  重大改革事项: 'reform',
  重点工程项目: 'construction',
  重点技改项目: 'upgrading',
  重点招商项目: 'investment',
}
export const sourceTypes: Readonly<Record<string, string>> = { 会议: 'meeting', 批示: 'instruction', 文件: 'document' }

function open(matter: PackMatter, n: number, stage: Stage): Opened {
  const { cast, random } = stage
  const minute = String(random.between(5, 55)).padStart(2, '0')
  return openLife(
    supervision13710,
    {
      number: numberText(supervision13710, n),
      common: {
        title: matter.title,
        lead_unit: matter.lead,
        co_units: matter.co,
        leader_post: cast.leaderOf(matter.lead),
        region: cast.region(matter.lead),
        section: null,
      },
      values: {
        item_class: classes[matter.class] ?? 'routine',
        gravity: matter.grade,
        source_type: sourceTypes[matter.source.type] ?? 'document',
        source_ref: matter.source.ref,
        content: matter.content,
        proof_rule: '办理结果的文件或照片一件以上',
      },
      actor: cast.clerk,
      at: momentAt(matter.issuedOn, `08:${minute}`),
    },
    stage,
  )
}

function live(life: Life, fate: Fate, deeds: Deeds): void {
  const { random, time, cast } = deeds.stage
  const { openedAt } = life.item
  const isMajor = life.item.values['gravity'] === 'major'
  if (fate === 'disputed') {
    life.act('dispute', deeds.owner(life), time.after(openedAt, 0), { note: '不属本单位职责，建议改由县区牵头' })
    return
  }
  if (fate === 'unsigned') return
  const signed =
    openedAt >= momentAt(dayOf(deeds.stage.now), '00:00') ? addMinutes(openedAt, 25) : time.after(openedAt, 0)
  deeds.sign(life, signed)
  deeds.deploy(life, time.after(signed, fate === 'back' ? 1 : 0))
  const heard = time.after(openedAt, random.between(1, 2))
  deeds.report(life, heard)
  if (fate === 'current') return current(life, deeds, isMajor)
  const handed = time.after(openedAt, isMajor ? random.between(9, 18) : random.between(3, 4))
  if (isMajor) deeds.report(life, time.after(openedAt, random.between(5, 8)))
  if (fate === 'late') {
    life.act('press', cast.clerk, time.on('2024-09-11'), { note: presses[1] })
    if (random.chance(0.7)) deeds.report(life, time.on('2024-09-13'))
  } else if (fate === 'silent' || fate === 'asked') extended(life, fate, handed, deeds)
  else if (fate === 'long_term') longTerm(life, handed, deeds)
  else if (fate === 'paused') life.act('pause', cast.chief, handed, { note: '等第三方检测结论，结论出具前不计时' })
  else handedIn(life, fate, handed, deeds)
}

/** In its first days: what is due today is mostly reported on, some is handed in already. */
function current(life: Life, deeds: Deeds, isMajor: boolean): void {
  const { random, time } = deeds.stage
  if (isMajor || random.chance(0.5)) return
  const at = time.after(life.item.openedAt, 2)
  deeds.submit(life, at, [deeds.photo(life, at)])
}

function extended(life: Life, fate: Fate, at: Moment, deeds: Deeds): void {
  const { time, cast, random } = deeds.stage
  const values = { plan: random.pick(plans), plan_due: '2024-10-18' }
  life.act('ask_extension', deeds.owner(life), at, { values })
  if (fate === 'silent') life.act('grant_extension', cast.chief, time.after(at, 1))
}

/** Cannot be settled in a month: a dated plan, approved by the leader, and a report each month. */
function longTerm(life: Life, at: Moment, deeds: Deeds): void {
  const { time, cast, random } = deeds.stage
  const planDue = random.pick(['2024-11-29', '2024-12-20'])
  life.act('ask_extension', deeds.owner(life), at, { values: { plan: random.pick(plans), plan_due: planDue } })
  const leader = cast.post(life.item.leader_post ?? 'post_sz')
  life.act('make_long_term', leader, time.after(at, 1), { note: '同意按方案推进，每月报一次，不销号' })
  for (const month of ['07', '08'] as const)
    if (dayOf(at) < `2024-${month}-01`) deeds.report(life, time.before(`2024-${month}-28`, random.between(0, 4)))
  deeds.report(life, time.on('2024-09-12'))
}

/** Handed in, and what the office made of it. */
function handedIn(life: Life, fate: Fate, inTime: Moment, deeds: Deeds): void {
  const { time, random } = deeds.stage
  const recentEnough = ['review', 'signing', 'declined', 'returned'].includes(fate)
  const late = fate === 'closed_late' || fate === 'back'
  const handed = recentEnough ? time.on('2024-09-11') : late ? time.after(inTime, 5) : inTime
  deeds.submit(life, handed, [deeds.photo(life, handed), deeds.stage.proofs.paper(life.item, handed, '办理情况')])
  const next = time.after(handed, random.between(1, 2))
  if (fate === 'review') return
  if (fate === 'returned' || fate === 'back') {
    deeds.sendBack(life, next)
    deeds.report(life, time.on('2024-09-14'))
    return
  }
  if (life.item.values['gravity'] === 'general') deeds.close(life, next)
  else sign(life, fate, next, deeds)
  if (fate === 'reopened')
    life.act('reopen', deeds.stage.cast.chief, time.on('2024-09-14'), { note: '回访发现问题反弹，返销重办' })
}

/** A major matter goes to the leader in charge. */
function sign(life: Life, fate: Fate, at: Moment, deeds: Deeds): void {
  const { time, cast, random } = deeds.stage
  const leader = cast.post(life.item.leader_post ?? 'post_sz')
  deeds.judge(life, at)
  life.act('endorse', cast.chief, time.after(at, 0))
  const read = time.after(at, random.between(1, 2))
  if (fate === 'declined') life.act('decline', leader, read, { note: '请补充长效管理措施后再报' })
  else if (fate !== 'signing') life.act('approve_close', leader, read)
}
