import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../engine/actor.ts'
import type { ItemState } from '../engine/item.ts'
import { replay } from '../engine/replay.ts'
import { getLedger } from '../ledgers/index.ts'
import { listEntries, verifyChain } from '../storage/entry-store.ts'
import { getItem } from '../storage/item-store.ts'
import { listNotifications } from '../storage/notification-store.ts'
import { bulkAction } from './bulk-action.ts'
import { takeAction } from './take-action.ts'
import { act, openMatter, openTestDesk, refusalOf, type TestDesk } from './testing.ts'
import { uploadFile } from './upload-file.ts'

let desk: TestDesk
let clerk: Actor
let chief: Actor
let zjj: Actor
beforeAll(async () => {
  desk = await openTestDesk()
  ;[clerk, chief, zjj] = await Promise.all([desk.actor('post_clerk'), desk.actor('post_chief'), desk.actor('post_zjj')])
})
afterAll(() => desk.close())

const stored = (item: ItemState) => getItem(desk.database.db, desk.city, item.id)
const png = Buffer.from('\x89PNG\r\n\x1a\n a photo', 'latin1')

async function deployed(): Promise<ItemState> {
  const opened = await openMatter(desk, clerk)
  const signed = await act(desk, zjj, opened, 'sign')
  return act(desk, zjj, signed, 'deploy', { values: { measures: '当天到现场' } })
}

describe('taking an action', () => {
  test('the item, its entry and the reminder are written together, and told after the commit', async () => {
    desk.told.length = 0
    const opened = await openMatter(desk, clerk, '路灯修复')
    expect(opened).toMatchObject({ stage: 'issued', version: 1, lead_unit: 'org_zjj' })
    expect(opened.number).toMatch(/^督\d{4}$/)
    const signed = await act(desk, zjj, opened, 'sign')
    expect(await stored(opened)).toEqual(signed)
    const [note] = await listNotifications(desk.database.db, desk.city, 'post_zjj', { limit: 1 })
    expect(note).toMatchObject({ kind: 'create', item: opened.id })
    expect(note?.text.zh).toBe(`交办 ${opened.number} 路灯修复`)
    expect(desk.told.filter(({ topic }) => topic === 'item').map(({ id, post }) => [id, post])).toEqual([
      [opened.id, 'post_clerk'],
      [opened.id, 'post_zjj'],
    ])
    expect(
      desk.told
        .filter(({ topic }) => topic === 'notification')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['post_jtj', 'post_zjj'])
  })

  test('what the engine refuses is told with every reason, and nothing is written or told', async () => {
    const item = await openMatter(desk, clerk)
    desk.told.length = 0
    const error = await refusalOf(act(desk, zjj, item, 'deploy'))
    expect(error.code).toBe('refused')
    expect(error.errors.map(({ code }) => code).sort()).toEqual(['needs_field', 'wrong_stage'])
    expect(await stored(item)).toEqual(item)
    expect(desk.told).toEqual([])
  })

  test('whoever may not see an item is told that there is none', async () => {
    const item = await openMatter(desk, clerk)
    const fgw = await desk.actor('post_fgw')
    expect((await refusalOf(act(desk, fgw, item, 'sign'))).code).toBe('not_found')
    expect((await refusalOf(act(desk, await desk.actor('post_admin'), item, 'remark'))).code).toBe('not_found')
  })

  test('an old version is a conflict that says what changed since', async () => {
    const opened = await openMatter(desk, clerk)
    await act(desk, zjj, opened, 'sign')
    const error = await refusalOf(act(desk, clerk, opened, 'remark', { note: '请抓紧' }))
    expect(error.code).toBe('conflict')
    expect(error.current).toMatchObject({
      version: 2,
      item: { stage: 'signed' },
      entries: [{ seq: 2, action: 'sign' }],
    })
  })

  test('two at once with the same version: one wins, the other learns what changed', async () => {
    const opened = await openMatter(desk, clerk)
    const attempts = [act(desk, zjj, opened, 'sign'), act(desk, clerk, opened, 'remark', { note: '请抓紧' })]
    const outcomes = await Promise.allSettled(attempts)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'conflict', current: { version: 2, entries: [{ seq: 2 }] } })
    expect((await listEntries(desk.database.db, desk.city, opened.id)).map(({ seq }) => seq)).toEqual([1, 2])
  })

  test('proof must have been uploaded, and closes only when another has found it valid', async () => {
    const item = await deployed()
    const missing = { sha256: 'f'.repeat(64), name: '照片.png' }
    const none = await refusalOf(act(desk, zjj, item, 'attach', { evidence: [missing] }))
    expect(none.errors).toMatchObject([{ field: 'evidence.0', code: 'no_file' }])

    const { sha256 } = await uploadFile(desk, zjj, { name: '照片.png', bytes: png })
    const proof = { sha256, name: '抢修后.png', takenOn: '2024-09-18', amount: 1 }
    const late = await refusalOf(act(desk, zjj, item, 'attach', { evidence: [{ ...proof, takenOn: '2024-09-19' }] }))
    expect(late.errors).toMatchObject([{ code: 'bad_day' }])

    const submitted = await act(desk, zjj, item, 'submit', { evidence: [proof] })
    const [evidence] = submitted.evidence
    expect(evidence).toMatchObject({ type: 'image/png', size: png.length, kind: 'photo', verdict: 'pending' })
    expect((await refusalOf(act(desk, clerk, submitted, 'close'))).errors).toMatchObject([{ code: 'needs_proof' }])
    const judged = await act(desk, clerk, submitted, 'judge', { target: evidence?.id ?? '', verdict: 'valid' })
    const closed = await act(desk, clerk, judged, 'close')
    expect(closed.stage).toBe('closed')
    expect(await stored(item)).toEqual(closed)
  })

  test('units and posts that do not exist are refused by name', async () => {
    const item = await openMatter(desk, clerk)
    const transfer = (common: { lead_unit?: string; leader_post?: string }) =>
      refusalOf(act(desk, clerk, item, 'transfer', { common, note: '职责调整' }))
    expect((await transfer({ lead_unit: 'org_nobody' })).errors).toMatchObject([
      { field: 'lead_unit', code: 'no_unit' },
    ])
    expect((await transfer({ lead_unit: 'org_city' })).errors).toMatchObject([{ field: 'lead_unit', code: 'no_owner' }])
    expect((await transfer({ leader_post: 'post_nobody' })).errors).toMatchObject([{ code: 'no_post' }])
  })

  test('undo takes back one’s own last action; the history keeps both, and still makes the item', async () => {
    const item = await deployed()
    const undone = await act(desk, zjj, item, 'undo')
    expect(undone).toMatchObject({ stage: 'signed', version: 4 })
    expect((await refusalOf(act(desk, clerk, undone, 'undo'))).errors).toMatchObject([{ code: 'undo_not_yours' }])
    const entries = await listEntries(desk.database.db, desk.city, item.id)
    expect(entries.map(({ action }) => action)).toEqual(['create', 'sign', 'deploy', 'undo'])
    const plain = entries.map(({ hash: _hash, ...entry }) => entry)
    expect(replay(getLedger(item.ledger), undone, plain, desk)).toEqual(undone)
    expect((await verifyChain(desk.database.db, desk.city, item.id)).brokenAt).toBeNull()
  })
})

describe('the same action on many', () => {
  test('each is done or refused by itself, in the order given', async () => {
    const [one, two, three] = [await openMatter(desk, clerk), await deployed(), await openMatter(desk, clerk)]
    const rows = await bulkAction(desk, chief, {
      action: 'press',
      items: [
        { id: one.id, version: one.version },
        { id: two.id, version: 1 },
        { id: 'no such item', version: 1 },
        { id: three.id, version: three.version },
      ],
      note: '今天下班前回复',
    })
    expect(rows.map(({ ok }) => ok)).toEqual([true, false, false, true])
    expect(rows[1]?.reasons[0]?.zh).toBe('别人刚改过')
    expect((await stored(one)).version).toBe(2)
    expect((await stored(two)).version).toBe(two.version)
  })

  test('is for the supervision office', async () => {
    const item = await openMatter(desk, clerk)
    const request = { action: 'sign', items: [{ id: item.id, version: 1 }] }
    expect((await refusalOf(bulkAction(desk, zjj, request))).code).toBe('forbidden')
    expect((await refusalOf(bulkAction(desk, chief, { ...request, items: [] }))).code).toBe('bad_request')
  })
})

test('opening an item is for those the ledger names', async () => {
  expect((await refusalOf(openMatter(desk, zjj))).code).toBe('forbidden')
  const request = { item: 'nothing', action: 'sign', version: 1 }
  expect((await refusalOf(takeAction(desk, zjj, request))).code).toBe('not_found')
})
