import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../engine/actor.ts'
import { listNotifications } from '../storage/notification-store.ts'
import { fireRungs } from './fire-rungs.ts'
import { act, openMatter, openTestDesk, type TestDesk } from './testing.ts'

let desk: TestDesk
let clerk: Actor
let zjj: Actor
beforeAll(async () => {
  desk = await openTestDesk()
  ;[clerk, zjj] = await Promise.all([desk.actor('post_clerk'), desk.actor('post_zjj')])
})
afterAll(() => desk.close())

const notes = async (post: string, kind: string) =>
  (await listNotifications(desk.database.db, desk.city, post)).filter((note) => note.kind === kind)

describe('the ladder', () => {
  test('reminds and escalates when it is time, once, and leaves the item as it is', async () => {
    desk.setNow('2024-09-18T08:30:00+08:00')
    const item = await openMatter(desk, clerk, '候车亭修复')
    const signed = await act(desk, zjj, item, 'sign')
    const deployed = await act(desk, zjj, signed, 'deploy', { values: { measures: '当天到现场' } })
    expect(await fireRungs(desk)).toBe(0)

    // Feedback is due on the third day, a Saturday, so on Monday 23 September.
    desk.setNow('2024-09-23T09:00:00+08:00')
    expect(await fireRungs(desk)).toBeGreaterThan(0)
    const reminders = await notes('post_zjj', 'remind')
    expect(reminders.map(({ text }) => text.zh)).toContain(`${item.number} 候车亭修复：“首次反馈”9月23日到期`)
    expect(await fireRungs(desk)).toBe(0)
    expect(await notes('post_zjj', 'remind')).toHaveLength(reminders.length)

    desk.setNow('2024-09-26T08:00:00+08:00')
    await fireRungs(desk)
    const late = `${item.number} 候车亭修复：“首次反馈”9月23日到期，已逾期`
    for (const post of ['post_zjj', 'post_clerk', 'post_chief', 'post_vice'])
      expect(
        (await notes(post, 'escalate')).map(({ text }) => text.zh),
        post,
      ).toContain(late)
    expect((await notes('post_jtj', 'escalate')).length).toBe(0)

    // No entry was written, so the version the clerk holds is still good.
    await act(desk, zjj, deployed, 'report', { values: { problem: 'none' } })
    expect(
      desk.told.some(({ topic, id, post }) => topic === 'notification' && id === 'post_vice' && post === 'system'),
    ).toBe(true)
  })

  test('two tickers at once fire each rung once', async () => {
    desk.setNow('2024-10-09T08:30:00+08:00')
    await fireRungs(desk)
    const item = await openMatter(desk, clerk, '隔离护栏')
    desk.setNow('2024-10-09T17:00:00+08:00')
    await Promise.all([fireRungs(desk), fireRungs(desk), fireRungs(desk)])
    const due = (await notes('post_zjj', 'remind')).filter((note) => note.item === item.id)
    expect(due).toHaveLength(2)
    expect(new Set(due.map(({ text }) => text.zh.split('：')[1]))).toEqual(
      new Set(['“签收”10月9日到期', '“部署”10月9日到期']),
    )
    expect(await fireRungs(desk)).toBe(0)
  })

  test('a clock that was stopped reminds nobody', async () => {
    desk.setNow('2024-10-14T08:30:00+08:00')
    await fireRungs(desk)
    const item = await openMatter(desk, clerk, '井盖更换')
    const signed = await act(desk, zjj, item, 'sign')
    await act(desk, zjj, signed, 'deploy', { values: { measures: '当天到现场' } })
    desk.setNow('2024-10-15T09:30:00+08:00')
    await fireRungs(desk)
    const words = (await notes('post_zjj', 'escalate')).filter((note) => note.item === item.id)
    expect(words).toEqual([])
  })
})
