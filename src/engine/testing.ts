import type { Moment } from '../calendar/moment.ts'
import { testCalendar } from '../calendar/testing.ts'
import type { Actor } from './actor.ts'
import type { Context } from './apply-entry.ts'
import type { Values } from './condition.ts'
import type { Common, Entry, ItemState, NewEvidence, Refusal } from './item.ts'
import type { AnyLedger } from './ledger.ts'
import { openItem } from './open-item.ts'
import { type Command, transition } from './transition.ts'

/** Builders for tests of any area. Nothing here runs in the product. */

export const LEAD = 'org_zjj'
export const CO = 'org_czj'
export const OFFICE = 'org_dcs'

const actor = (account: string, unit: string, role: Actor['roles'][number], line: Actor['line'] = []): Actor => ({
  account,
  post: `post_${account}`,
  unit,
  roles: [role],
  line,
})

/** One actor for each role on a test item, and a second one where two must differ. */
export const actors = {
  owner: actor('owner', LEAD, 'owner'),
  owner2: actor('owner2', LEAD, 'owner'),
  co: actor('co', CO, 'co'),
  stranger: actor('stranger', 'org_jtj', 'owner'),
  supervisor: actor('supervisor', OFFICE, 'supervisor'),
  supervisor2: actor('supervisor2', OFFICE, 'supervisor'),
  leader: actor('leader', 'org_szf', 'leader', [LEAD]),
  mayor: actor('mayor', 'org_szf', 'leader', 'all'),
  viewer: actor('viewer', 'org_szf', 'viewer'),
} as const satisfies Readonly<Record<string, Actor>>

export function testCommon(overrides: Partial<Common> = {}): Common {
  return {
    title: '改造老旧小区',
    lead_unit: LEAD,
    co_units: [CO],
    leader_post: 'post_leader',
    region: null,
    section: '五',
    ...overrides,
  }
}

export function testProof(id: string, overrides: Partial<NewEvidence> = {}): NewEvidence {
  return {
    id,
    sha256: id.padStart(64, '0'),
    name: `${id}.jpg`,
    type: 'image/jpeg',
    size: 1000,
    kind: 'photo',
    place: null,
    takenOn: null,
    amount: null,
    ...overrides,
  }
}

/** '09-12 10:20' of 2024, or a whole day with its year, as a moment. */
export function on(text: string): Moment {
  const [day = '', time = '09:00'] = text.split(' ')
  return `${day.length === 5 ? `2024-${day}` : day}T${time}:00+08:00`
}

type Extra = Omit<Partial<Command>, 'action' | 'actor' | 'at'>

/** An item with its history, led through its life step by step. */
export interface Story {
  readonly item: () => ItemState
  readonly entries: () => readonly Entry[]
  /** Takes an action; throws when it is refused. */
  readonly take: (action: string, actor: Actor, at: string, extra?: Extra) => ItemState
  /** Tries an action that must be refused; gives the refusals. Throws when it is not. */
  readonly refused: (action: string, actor: Actor, at: string, extra?: Extra) => readonly Refusal[]
}

export interface StoryStart {
  readonly ledger: AnyLedger
  readonly at: string
  readonly values?: Values
  readonly common?: Partial<Common>
  readonly ctx?: Context
}

export function story({ ledger, at, values = {}, common = {}, ctx = { calendar: testCalendar() } }: StoryStart): Story {
  const opened = openItem(
    ledger,
    {
      id: 'item_1',
      number: `${ledger.code.zh}0412`,
      common: testCommon(common),
      values,
      actor: actors.supervisor,
      at: on(at),
      entryId: 'entry_1',
    },
    ctx,
  )
  if (!opened.ok) throw new Error(`not opened: ${said(opened.refusals)}`)
  let item = opened.item
  const entries: Entry[] = [opened.entry]
  const attempt = (action: string, actor: Actor, moment: string, extra: Extra = {}) => {
    const command = { entryId: `entry_${entries.length + 1}`, ...extra, action, actor, at: on(moment) }
    return transition(ledger, item, command, { ...ctx, entries })
  }
  return {
    item: () => item,
    entries: () => entries,
    take: (action, actor, moment, extra) => {
      const outcome = attempt(action, actor, moment, extra)
      if (!outcome.ok) throw new Error(`${action} refused: ${said(outcome.refusals)}`)
      item = outcome.item
      entries.push(outcome.entry)
      return item
    },
    refused: (action, actor, moment, extra) => {
      const outcome = attempt(action, actor, moment, extra)
      if (outcome.ok) throw new Error(`${action} was not refused`)
      return outcome.refusals
    },
  }
}

function said(refusals: readonly Refusal[]): string {
  return refusals.map(({ code, field, message }) => `${code} ${field ?? ''} ${message.zh}`).join('; ')
}
