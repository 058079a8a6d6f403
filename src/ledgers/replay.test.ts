import { array, assert, nat, property, sample as samples } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMinutes, type Moment } from '../calendar/moment.ts'
import { testCalendar } from '../calendar/testing.ts'
import { type Actor, systemActor } from '../engine/actor.ts'
import type { Values } from '../engine/condition.ts'
import type { Field } from '../engine/field.ts'
import type { Entry, ItemState } from '../engine/item.ts'
import { type AnyLedger, entryFor } from '../engine/ledger.ts'
import { actionsFor, type OfferedAction } from '../engine/open-actions.ts'
import { replay } from '../engine/replay.ts'
import { actors, on, story, testProof } from '../engine/testing.ts'
import { type Command, transition } from '../engine/transition.ts'
import { ledgers } from './index.ts'

const calendar = testCalendar()
const people: readonly Actor[] = Object.values(actors)

/** Fills in every field that an action or the opening asks for. */
function filled(ledger: AnyLedger, asks: readonly string[], seed: number): Values {
  return Object.fromEntries(
    asks.flatMap((key) => {
      const field = ledger.fields[key]
      return field ? [[key, sample(field, seed)]] : []
    }),
  )
}

function sample(field: Field, seed: number): unknown {
  switch (field.kind) {
    case 'text':
      return field.schema.safeParse('按周调度').success ? '按周调度' : null
    case 'choice':
      return Object.keys(field.options ?? {})[seed % Object.keys(field.options ?? {}).length]
    case 'number':
      return 1 + (seed % 15)
    case 'money':
      return `${seed}.5`
    case 'date':
      return `2025-${String(1 + (seed % 12)).padStart(2, '0')}-15`
    case 'boolean':
      return seed % 2 === 0
    case 'unit':
    case 'post':
    case 'quantity':
    case 'quantities':
      return null
  }
}

function commandFor(ledger: AnyLedger, item: ItemState, offer: OfferedAction, seed: number): Partial<Command> {
  const proof = item.evidence[seed % Math.max(1, item.evidence.length)]
  return {
    values: filled(ledger, offer.asks, seed),
    ...(offer.note === 'none' ? {} : { note: '理由' }),
    ...(offer.action === 'attach' ? { evidence: [testProof(`p${item.version}`, { amount: seed % 3 })] } : {}),
    ...(offer.action === 'judge' && proof ? { target: proof.id, verdict: seed % 3 === 0 ? 'doubtful' : 'valid' } : {}),
    ...(offer.action === 'transfer' ? { common: { lead_unit: seed % 2 === 0 ? 'org_zjj' : 'org_jtj' } } : {}),
  }
}

interface Walk {
  readonly item: ItemState
  readonly entries: readonly Entry[]
}

/** Takes open actions at random; now and then the clockwork reminds. */
function walk(ledger: AnyLedger, seeds: readonly number[]): Walk {
  const [first = 0, ...rest] = seeds
  const begun = story({ ledger, at: '03-05 10:00', values: filled(ledger, ledger.create.asks, first) })
  let item = begun.item()
  const entries = [...begun.entries()]
  let at: Moment = on('03-05 10:00')
  for (const seed of rest) {
    at = addMinutes(at, seed % 7 === 0 ? 60 * 24 * (seed % 40) : seed % 15)
    const actor = people[seed % people.length] ?? actors.owner
    const open = actionsFor(ledger, item, actor, { at, calendar, entries }).filter((offer) => offer.open)
    const offer = open[seed % Math.max(1, open.length)]
    const known = { actor, at, entryId: `entry_${entries.length + 1}` }
    const command: Command = offer
      ? { ...known, action: offer.action, ...commandFor(ledger, item, offer, seed) }
      : { ...known, action: 'remind', actor: systemActor }
    const outcome = transition(ledger, item, command, { calendar, entries })
    if (!outcome.ok) continue
    item = outcome.item
    entries.push(outcome.entry)
  }
  return { item, entries }
}

describe.each(ledgers.map((ledger) => [ledger.id, ledger] as const))('%s', (_id, ledger) => {
  const seeds = array(nat({ max: 10_000 }), { minLength: 5, maxLength: 40 })

  test('an item is the fold of its entries, whatever was done and undone', () => {
    assert(
      property(seeds, (choices) => {
        const { item, entries } = walk(ledger, choices)
        expect(replay(ledger, { id: item.id, number: item.number }, entries, { calendar })).toEqual(item)
      }),
      { numRuns: 80 },
    )
  })

  test('entries are numbered without gaps and each begins where the last one ended', () => {
    assert(
      property(seeds, (choices) => {
        const { item, entries } = walk(ledger, choices)
        expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
        entries.slice(1).forEach((entry, index) => expect(entry.from).toBe(entries[index]?.to))
        expect(item.version).toBe(entries.length)
      }),
      { numRuns: 30 },
    )
  })

  test('a closed item has no running clock, an open one no closing moment', () => {
    assert(
      property(seeds, (choices) => {
        const { item } = walk(ledger, choices)
        const done = entryFor(ledger.stages, item.stage)?.standing === 'done'
        expect(item.closedAt !== null).toBe(done)
        if (done) expect(Object.values(item.clocks).filter(({ stoppedAt }) => stoppedAt === null)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  test('random walks get somewhere: they report, undo and close', () => {
    const walks = samples(array(nat({ max: 10_000 }), { minLength: 150, maxLength: 150 }), {
      numRuns: 60,
      seed: 7,
    })
    const taken = new Set(walks.flatMap((choices) => walk(ledger, choices).entries.map(({ action }) => action)))
    for (const action of ['sign', 'report', 'attach', 'judge', 'undo', 'submit', 'close', 'transfer', 'remind']) {
      expect([...taken]).toContain(action)
    }
  })
})
