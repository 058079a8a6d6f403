/** One session for many: leased first come, first served. */
export class SessionQueue {
  #last: Promise<void> = Promise.resolve()
  #length = 0

  /** How many hold or wait for the session. */
  get length(): number {
    return this.#length
  }

  /** Waits for its turn and returns the function that gives the session back. */
  lease(): Promise<() => void>
  /** The same, but gives up after `patienceMs` and returns undefined; the place in the queue is given up too. */
  lease(patienceMs: number): Promise<(() => void) | undefined>
  async lease(patienceMs?: number): Promise<(() => void) | undefined> {
    const before = this.#last
    let leave = (): void => undefined
    this.#last = new Promise<void>((resolve) => {
      leave = resolve
    })
    this.#length += 1
    const release = (): void => {
      this.#length -= 1
      leave()
    }
    if (await arrives(before, patienceMs)) return release
    void before.then(release)
    return undefined
  }
}

/** Whether `event` happens within `patienceMs`, or at all where no patience is given. */
async function arrives(event: Promise<void>, patienceMs: number | undefined): Promise<boolean> {
  if (patienceMs === undefined) {
    await event
    return true
  }
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patienceMs, false)
  })
  const arrived = await Promise.race([event.then(() => true), tooLate])
  clearTimeout(timer)
  return arrived
}
