import type { Moment } from '../../calendar/moment.ts'
import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { Actor } from '../../engine/actor.ts'
import type { Entry, ItemState, Refusal } from '../../engine/item.ts'
import type { AnyLedger } from '../../engine/ledger.ts'
import { type NewItem, openItem } from '../../engine/open-item.ts'
import { type Command, transition } from '../../engine/transition.ts'

/** One thing that happened to an item. */
export interface LifeStep {
  readonly before: ItemState
  readonly after: ItemState
  readonly entry: Entry
}

export type Deed = Omit<Command, 'action' | 'actor' | 'at' | 'entryId'>

/** What all lives of the sample share. */
export interface World {
  readonly calendar: WorkCalendar
  readonly newId: () => string
  /** The moment the sample stands at: nothing happens later. */
  readonly now: Moment
}

/**
 * An item of the sample, lived through the engine like any other: every deed is a real action with its real checks, so
 * that entries, clocks and lights are what they would be. A deed that lies after the sample's moment does not happen.
 */
export class Life {
  readonly ledger: AnyLedger
  readonly steps: LifeStep[] = []
  readonly #world: World
  #item: ItemState
  #over = false

  constructor(ledger: AnyLedger, item: ItemState, world: World) {
    this.ledger = ledger
    this.#item = item
    this.#world = world
  }

  get item(): ItemState {
    return this.#item
  }

  /** True once a deed lay in the future: the life goes no further. */
  get over(): boolean {
    return this.#over
  }

  /** Takes an action; throws where the engine refuses it, because then the sample is wrong. */
  act(action: string, actor: Actor, at: Moment, deed: Deed = {}): this {
    if (this.#over || at > this.#world.now) {
      this.#over = true
      return this
    }
    const { calendar, newId } = this.#world
    const moment = at > this.#item.lastEntryAt ? at : this.#item.lastEntryAt
    const command = { ...deed, action, actor, at: moment, entryId: newId() }
    const outcome = transition(this.ledger, this.#item, command, { calendar })
    if (!outcome.ok) throw wrong(`${this.#item.number} ${this.#item.title}: ${action} at ${at}`, outcome.refusals)
    this.steps.push({ before: this.#item, after: outcome.item, entry: outcome.entry })
    this.#item = outcome.item
    return this
  }
}

/** Opens an item; throws where the engine refuses it. */
export function openLife(ledger: AnyLedger, input: Omit<NewItem, 'id' | 'entryId'>, world: World): [Life, Entry] {
  const { calendar, newId } = world
  const outcome = openItem(ledger, { ...input, id: newId(), entryId: newId() }, { calendar })
  if (!outcome.ok) throw wrong(`${input.number} ${input.common.title}`, outcome.refusals)
  return [new Life(ledger, outcome.item, world), outcome.entry]
}

function wrong(what: string, refusals: readonly Refusal[]): Error {
  return new Error(`sample: ${what}: ${refusals.map(({ message }) => message.en).join('; ')}`)
}
