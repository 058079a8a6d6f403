import type { Moment } from '../../calendar/moment.ts'
import type { ItemState } from '../../engine/item.ts'
import { type Commitment, listCommitments } from '../../storage/commitment-store.ts'
import { findItems } from '../../storage/item-store.ts'
import type { Context } from '../context.ts'
import { issueReport } from '../issue-report.ts'
import { reviewCommitments, type ReviewRequest } from '../review-commitments.ts'
import { uploadReport } from '../upload-report.ts'
import type { Cast } from './cast.ts'
import type { CityPack } from './city-pack.ts'
import type { Random } from './random.ts'
import { corrections, fallbackLead, nodesOf, rejections, setAside, tails, titleOf } from './review-script.ts'

export interface Desk {
  readonly context: Context
  readonly pack: CityPack
  readonly cast: Cast
  readonly random: Random
  readonly setNow: (moment: Moment) => void
}

/** The report's way in: handed in the day after it was adopted, reviewed in three afternoons, issued a week later. */
export async function takeReportIn(desk: Desk): Promise<ItemState[]> {
  const { context, pack, cast } = desk
  const { file, title, year, adoptedOn } = pack.city.report
  desk.setNow('2024-02-28T09:12:00+08:00')
  const { report } = await uploadReport(context, cast.clerk, {
    name: file,
    bytes: pack.report,
    title: title.zh,
    year,
    deliveredOn: adoptedOn,
  })
  await review(desk, report)
  desk.setNow('2024-03-05T08:40:00+08:00')
  const nodes = nodesFor(await reviewed(desk, report), desk.random)
  await issueReport(context, cast.chief, { report, nodes })
  const issued = (await reviewed(desk, report)).flatMap(({ itemId }) => (itemId === null ? [] : [itemId]))
  const items = await findItems(context.database.db, context.city, issued)
  return items.sort((a, b) => (a.number < b.number ? -1 : 1))
}

async function review(desk: Desk, report: string): Promise<void> {
  const step = stepper(desk, report)
  desk.setNow('2024-02-28T14:40:00+08:00')
  for (const words of tails) {
    const all = await reviewed(desk, report)
    const at = all.findIndex((row) => titleOf(row).includes(words))
    const [before, tail] = [all[at - 1], all[at]]
    if (before && tail) await step('merge', [before, tail])
  }
  for (const { words, reason } of rejections) await step('reject', await matching(desk, report, words), { reason })
  desk.setNow('2024-02-29T14:50:00+08:00')
  for (const { words, decision } of corrections) await step('edit', await matching(desk, report, words), { decision })
  for (const words of setAside) await step('later', await matching(desk, report, words))
  desk.setNow('2024-03-01T15:05:00+08:00')
  const rest = (await reviewed(desk, report)).filter(({ state }) => state === 'pending')
  await step(
    'edit',
    rest.filter(({ leadUnit }) => leadUnit === null),
    { decision: { leadUnit: fallbackLead } },
  )
  for (const section of new Set(rest.map((row) => row.section)))
    await step(
      'accept',
      rest.filter((row) => row.section === section && row.leadUnit !== null),
    )
}

type Step = (
  action: ReviewRequest['action'],
  list: readonly Commitment[],
  parts?: Pick<ReviewRequest, 'decision' | 'reason'>,
) => Promise<void>

function stepper({ context, cast }: Desk, report: string): Step {
  return async (action, list, parts = {}) => {
    if (list.length === 0) return
    const commitments = list.map(({ id, version }) => ({ id, version }))
    await reviewCommitments(context, cast.clerk, { report, action, commitments, ...parts })
  }
}

async function reviewed({ context }: Desk, report: string): Promise<Commitment[]> {
  const all = await listCommitments(context.database.db, context.city, report)
  return all.filter(({ state }) => state !== 'merged' && state !== 'split')
}

async function matching(desk: Desk, report: string, words: string): Promise<Commitment[]> {
  return (await reviewed(desk, report)).filter((row) => titleOf(row).includes(words)).slice(0, 1)
}

function nodesFor(rows: readonly Commitment[], random: Random) {
  return Object.fromEntries(
    rows.flatMap((row) => {
      const [target] = row.decision['targets'] as readonly { value: number | null; low: number | null }[]
      const size = target?.value ?? target?.low
      return size == null ? [] : [[row.id, nodesOf(size, random.next())] as const]
    }),
  )
}
