import { addDays } from '../calendar/day.ts'
import { addMinutes, dayOf } from '../calendar/moment.ts'
import { testCalendar } from '../calendar/testing.ts'
import { allActions, type KnownAction } from '../engine/built-in-actions.ts'
import type { Actor } from '../engine/actor.ts'
import type { Values } from '../engine/condition.ts'
import type { Field } from '../engine/field.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import { type AnyLedger, many } from '../engine/ledger.ts'
import { openItem } from '../engine/open-item.ts'
import { actors, testCommon, testProof } from '../engine/testing.ts'
import { type Command, transition } from '../engine/transition.ts'
import type { Db } from './schema.ts'
import { insertItem, saveTransition } from './item-store.ts'

/** Random items for tests: each is led through a random life by the engine's own rules. Nothing here runs in the product. */

export const calendar = testCalendar()

/** Numbers that look random and come again with the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let z = Math.imul(state ^ (state >>> 15), 1 | state)
    z = (z + Math.imul(z ^ (z >>> 7), 61 | z)) ^ z
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Step {
  readonly before: ItemState | null
  readonly after: ItemState
  readonly entry: Entry
}

export interface Life {
  readonly ledger: AnyLedger
  readonly steps: readonly Step[]
  readonly item: ItemState
}

const UNITS = ['org_zjj', 'org_czj', 'org_jtj', 'org_gxj']
const WORDS = ['改造老旧小区', '建设停车位', '核验 50 处隐患', '供热管网（二期）', '开展专项整治']

/** A life of up to `attempts` actions from 2024 on; what the rules refuse is passed over. */
export function randomLife(ledger: AnyLedger, id: string, seed: number, attempts: number): Life {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let at = addMinutes('2024-03-01T09:00:00+08:00', Math.floor(random() * 200 * 24 * 60))
  const lead = pick(UNITS)
  const opened = openItem(
    ledger,
    {
      id,
      number: `${ledger.code.zh}${String(seed % 10_000).padStart(4, '0')}`,
      common: testCommon({
        title: `${pick(WORDS)}${seed}`,
        lead_unit: lead,
        co_units: UNITS.filter(() => random() < 0.3),
        section: pick(['五', '一', '目', null]),
        region: pick(['140602', null]),
      }),
      values: valuesOf(ledger, ledger.create.asks, at, random),
      actor: { ...actors.supervisor, roles: ['supervisor', 'owner'], unit: lead },
      at,
      entryId: `${id}-1`,
    },
    { calendar },
  )
  if (!opened.ok) throw new Error(`not opened: ${JSON.stringify(opened.refusals)}`)
  const steps: Step[] = [{ before: null, after: opened.item, entry: opened.entry }]
  for (let n = 0; n < attempts; n += 1) {
    at = addMinutes(at, random() < 0.4 ? Math.floor(random() * 9) : Math.floor(random() * 12 * 24 * 60))
    const before = (steps.at(-1) as Step).after
    const here = allActions(ledger).filter(({ action }) => many(action.from).includes(before.stage))
    const onward = here.filter(({ id, action }) => action.primary === true || action.proof || id === 'judge')
    const known = pick(onward.length > 0 && random() < 0.5 ? onward : here)
    const command = commandOf(ledger, before, known, { at, entryId: `${id}-${before.version + 1}`, random })
    const outcome = transition(ledger, before, command, { calendar, entries: steps.map(({ entry }) => entry) })
    if (outcome.ok) steps.push({ before, after: outcome.item, entry: outcome.entry })
  }
  return { ledger, steps, item: (steps.at(-1) as Step).after }
}

/** Stores a life as it happened: each step in a transaction of its own. */
export async function store(db: Db, city: string, { ledger, steps }: Life): Promise<void> {
  for (const { before, after, entry } of steps) {
    await db
      .transaction()
      .execute((tx) =>
        before
          ? saveTransition(tx, city, { before, after, entry, ledger, calendar })
          : insertItem(tx, city, { state: after, entry, ledger, calendar }),
      )
  }
}

interface Moment {
  readonly at: string
  readonly entryId: string
  readonly random: () => number
}

function commandOf(ledger: AnyLedger, item: ItemState, { id, action }: KnownAction, moment: Moment): Command {
  const { at, entryId, random } = moment
  const proof = item.evidence.find(({ verdict }) => verdict === 'pending')
  return {
    action: id,
    actor: actorFor(many(action.by), item, random),
    at,
    entryId,
    values: valuesOf(ledger, action.asks ?? [], at, random),
    note: '说明',
    ...(id === 'transfer' && { common: { lead_unit: UNITS[Math.floor(random() * UNITS.length)] ?? 'org_zjj' } }),
    ...((id === 'attach' || random() < 0.3) && { evidence: [testProof(`${entryId}-proof`, { amount: 1 })] }),
    ...(id === 'judge' && {
      target: proof?.id ?? '',
      verdict: random() < 0.8 ? ('valid' as const) : ('doubtful' as const),
    }),
  }
}

/** Somebody who may: his unit is made to fit the item. Undo wants the same account again, so accounts vary little. */
function actorFor(by: readonly string[], item: ItemState, random: () => number): Actor {
  const role = by[Math.floor(random() * by.length)]
  if (role === 'owner') return { ...(random() < 0.5 ? actors.owner : actors.owner2), unit: item.lead_unit }
  if (role === 'co') return { ...actors.co, unit: item.co_units[0] ?? 'org_none' }
  if (role === 'leader') return actors.mayor
  return random() < 0.6 ? actors.supervisor : actors.supervisor2
}

function valuesOf(ledger: AnyLedger, keys: readonly string[], at: string, random: () => number): Values {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const field = ledger.fields[key]
      const value = field && (field.required || random() < 0.8) ? valueOf(field, at, random) : undefined
      return value === undefined ? [] : [[key, value]]
    }),
  )
}

function valueOf(field: Field, at: string, random: () => number): unknown {
  const n = Math.floor(random() * 60)
  switch (field.kind) {
    case 'choice':
      return Object.keys(field.options ?? {})[n % Object.keys(field.options ?? {}).length]
    case 'number':
      return [random() < 0.3 ? n + 0.5 : n, 1 + (n % 5)].find((value) => field.schema.safeParse(value).success)
    case 'money':
      return `${n * 1000}.5`
    case 'date':
      return addDays(dayOf(at), 1 + n)
    case 'boolean':
      return n % 2 === 0
    case 'unit':
      return UNITS[n % UNITS.length]
    case 'post':
      return 'post_leader'
    case 'quantity':
    case 'quantities':
      return []
    case 'text':
      return [WORDS[n % WORDS.length], '2402-140603-89-02-518764', '91140600MA0GTXYZ1X'].find(
        (value) => field.schema.safeParse(value).success,
      )
  }
}
