/** How long a write's answer and its live event may lie apart, in milliseconds. */
const apart = 5_000

type Side = 'answer' | 'event'
type Half = Readonly<{ key: string; side: Side; at: number }>

/**
 * Pairs the answers this page stored with the live events they caused, each once: an event without an answer here came
 * from another browser, even of the same post. Either may come first.
 */
export function makePairing() {
  let halves: readonly Half[] = []
  /** Is this the second half of a pair? If not, it waits for the other. `at` is in milliseconds of any one clock. */
  return (key: string, side: Side, at: number): boolean => {
    halves = halves.filter((half) => at - half.at < apart)
    const other = halves.find((half) => half.key === key && half.side !== side)
    halves = other ? halves.filter((half) => half !== other) : [...halves, { key, side, at }]
    return other !== undefined
  }
}
