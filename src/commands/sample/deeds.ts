import { addDays } from '../../calendar/day.ts'
import { dayOf, type Moment } from '../../calendar/moment.ts'
import type { Actor } from '../../engine/actor.ts'
import type { NewEvidence } from '../../engine/item.ts'
import type { Cast } from './cast.ts'
import type { Life, World } from './life.ts'
import { measures, returns, steady, type Trouble, troubles } from './phrases.ts'
import type { ProofRoom } from './proofs.ts'
import type { Random } from './random.ts'
import type { OfficeTime } from './sample-time.ts'

/** All that the lives of the sample are made with. */
export interface Stage extends World {
  readonly random: Random
  readonly time: OfficeTime
  readonly cast: Cast
  readonly proofs: ProofRoom
}

/** Things that happen to items of every task ledger. */
export class Deeds {
  readonly stage: Stage

  constructor(stage: Stage) {
    this.stage = stage
  }

  owner({ item }: Life): Actor {
    return this.stage.cast.owner(item.lead_unit)
  }

  sign(life: Life, at: Moment): void {
    life.act('sign', this.owner(life), at)
  }

  deploy(life: Life, at: Moment): void {
    life.act('deploy', this.owner(life), at, { values: { measures: this.stage.random.pick(measures) } })
  }

  /** A monthly or first report. `done` is left out where nothing is counted. */
  report(life: Life, at: Moment, done: number | null = null, evidence: readonly NewEvidence[] = []): void {
    const values = { ...this.#state(), ...(done === null ? {} : { done }) }
    life.act('report', this.owner(life), at, { values, evidence })
  }

  /** A photo taken the day before, or the same day. */
  photo({ item }: Life, at: Moment, amount: number | null = null): NewEvidence {
    const taken = this.stage.random.chance(0.5) ? dayOf(at) : addDays(dayOf(at), -1)
    return this.stage.proofs.photo(item, at, taken, amount)
  }

  /** The office finds the proofs that still wait for a verdict valid. */
  judge(life: Life, at: Moment): void {
    for (const proof of life.item.evidence.filter(({ verdict }) => verdict === 'pending'))
      life.act('judge', this.stage.cast.chief, at, { target: proof.id, verdict: 'valid' })
  }

  submit(life: Life, at: Moment, evidence: readonly NewEvidence[]): void {
    life.act('submit', this.owner(life), at, { evidence })
  }

  sendBack(life: Life, at: Moment, action = 'send_back'): void {
    life.act(action, this.stage.cast.chief, at, { note: this.stage.random.pick(returns) })
  }

  /** Judged and closed a working day or two after it was handed in. */
  close(life: Life, at: Moment): void {
    this.judge(life, at)
    life.act('close', this.stage.cast.chief, this.stage.time.after(at, 0))
  }

  /** Most months bring no problem; some do, and say which. */
  #state() {
    const { random } = this.stage
    if (random.chance(0.8)) return { problem: 'none', statement: random.chance(0.5) ? random.pick(steady) : null }
    const problem = random.pick(Object.keys(troubles) as [Trouble, ...Trouble[]])
    return { problem, statement: random.pick(troubles[problem]) }
  }
}
