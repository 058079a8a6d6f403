import type { LiveEvent } from '../present/common.ts'

export type Listener = (event: LiveEvent) => void

/** Events of this process to the browsers connected to it. Published only after the transaction has committed. */
export class LiveBus {
  readonly #listeners = new Set<Listener>()

  publish(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
