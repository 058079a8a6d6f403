/** Sums in millionths with whole numbers, so that 0.1 + 0.2 is 0.3, as it is in SQL's numeric. */
const SCALE = 1_000_000n
const PLACES = 6

/** A number, or a decimal as text, in millionths. Finer places are cut off. Null for anything else. */
export function toMillionths(value: unknown): bigint | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? value.toFixed(PLACES) : value
  const found = typeof text === 'string' ? /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) : null
  if (!found) return null
  const size = BigInt(`${found[2] ?? '0'}${(found[3] ?? '').slice(0, PLACES).padEnd(PLACES, '0')}`)
  return found[1] === '-' ? -size : size
}

export function fromMillionths(sum: bigint): number {
  return Number(sum) / Number(SCALE)
}

/** The sum of what are numbers; the rest counts as nothing. */
export function sumOf(values: readonly unknown[]): bigint {
  return values.reduce<bigint>((sum, value) => sum + (toMillionths(value) ?? 0n), 0n)
}

/** a ÷ b in percent to one decimal, halves away from zero as SQL's round does; null where b is zero. */
export function percent(a: bigint, b: bigint): number | null {
  if (b === 0n) return null
  const negative = a < 0n !== b < 0n
  const [over, under] = [abs(a) * 1000n, abs(b)]
  const tenths = (over * 2n + under) / (under * 2n)
  return Number(negative ? -tenths : tenths) / 10
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n
}
