import { openTestCity, type TestCity } from '../access/testing.ts'
import type { HolidayYear } from '../calendar/holiday-year.ts'
import { buildCalendar } from '../calendar/work-calendar.ts'
import type { Actor } from '../engine/actor.ts'
import type { ItemState } from '../engine/item.ts'
import { AppError } from '../errors.ts'
import type { Context, LiveEvent } from './context.ts'
import { createItem } from './create-item.ts'
import { type ActionBody, takeAction } from './take-action.ts'
import { uploadReport } from './upload-report.ts'

export interface TestDesk extends TestCity, Context {
  /** What was told after commits, in order. */
  readonly told: LiveEvent[]
}

/** 2024 as the State Council's notice arranges it. */
const year2024: HolidayYear = {
  year: 2024,
  notice: { title: '2024', number: '2024', issued: '2023-10-25', ref: 'https://www.gov.cn' },
  off: [{ from: '2024-10-01', to: '2024-10-07', name: { zh: '国庆节', en: 'National Day' } }],
  work: ['2024-09-14', '2024-09-29', '2024-10-12'],
}

/** The test city with all that commands are given. */
export async function openTestDesk(): Promise<TestDesk> {
  const city = await openTestCity()
  const told: LiveEvent[] = []
  return { ...city, calendar: buildCalendar([year2024]), publish: (event) => told.push(event), told }
}

/** A 13710 matter of 市住建局, just issued. */
export async function openMatter(desk: TestDesk, actor: Actor, title = '供热管网抢修'): Promise<ItemState> {
  return createItem(desk, actor, {
    ledger: 'supervision_13710',
    title,
    lead_unit: 'org_zjj',
    co_units: ['org_jtj'],
    leader_post: 'post_vice',
    values: { item_class: 'routine', gravity: 'general', content: '三日内反馈，七日内办结' },
  })
}

/** Takes an action on the item as it stands. */
export function act(desk: TestDesk, actor: Actor, item: ItemState, action: string, body: ActionBody = {}) {
  return takeAction(desk, actor, { item: item.id, action, version: item.version, body })
}

export const testReport = `测试市2024年政府工作报告

二、2024年主要工作安排

今年全市主要预期目标是：地区生产总值增长5%以上。

（一）以城市更新为重点，提升城市功能

更新城市功能。启动城市体检。改造老旧小区15个。完成5条道路的雨污合流管网改造。

织密交通网络。开通公交线路1条。10月底前建成四好农村路183.5公里。
`

/** The test report, handed in by the supervision office. */
export async function handIn(desk: TestDesk): Promise<string> {
  const { report } = await uploadReport(desk, await desk.actor('post_clerk'), { name: '报告.txt', text: testReport })
  return report
}

/** The refusal a promise ends in. Throws where it does not, or fails otherwise. */
export async function refusalOf(promise: Promise<unknown>): Promise<AppError> {
  const outcome = await promise.then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error }),
  )
  if ('value' in outcome) throw new Error(`not refused: ${JSON.stringify(outcome.value)}`)
  if (outcome.error instanceof AppError) return outcome.error
  throw outcome.error
}
