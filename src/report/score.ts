/** Measures a reading against a hand-annotated gold. Pure: the same scorer serves the tests, the command and the gates. */
import type { Reading, Span } from './reading.ts'

/** The part of a gold file that is scored. Spans are [start, end) in the original text, as in a reading. */
export type Gold = {
  readonly meta: { readonly source: string }
  readonly quantities: readonly {
    readonly span: Span
    readonly text: string
    readonly value: number | null
    readonly low: number | null
    readonly high: number | null
    readonly unit: string
    readonly role: string
  }[]
  readonly commitments: readonly {
    readonly id: string
    readonly span: Span
    readonly text: string
    readonly checkability: string
    readonly strength: string
    readonly deadline: { readonly text: string; readonly norm: string | null; readonly kind: string } | null
    readonly targets: readonly string[]
  }[]
  readonly otherClauses: readonly { readonly label: string; readonly span: Span; readonly text: string }[]
  readonly structure: readonly { readonly level: number; readonly text: string; readonly span: Span }[]
  readonly livelihood: {
    readonly municipal: readonly { readonly no: number; readonly commitments: readonly string[] }[]
  }
}

export type Share = { readonly hit: number; readonly of: number }
export type Scores = {
  readonly quantities: { readonly precision: Share; readonly recall: Share; readonly right: Share }
  readonly commitments: { readonly precision: Share; readonly recall: Share }
  readonly numeric: { readonly precision: Share; readonly recall: Share }
  readonly labels: Share
  readonly strengths: Share
  readonly deadlines: { readonly right: Share; readonly invented: number }
  readonly livelihood: { readonly projects: Share; readonly commitments: Share }
  readonly outline: Share
  readonly appealsTaken: number
  readonly mistakes: readonly string[]
}

/** How much two spans must overlap (intersection over union) to be the same thing. */
export const QUANTITY_OVERLAP = 0.5
export const COMMITMENT_OVERLAP = 0.6

export function percent({ hit, of }: Share): number {
  return of === 0 ? 100 : (100 * hit) / of
}

/** F1 of precision and recall, in percent. */
export function f1(precision: Share, recall: Share): number {
  const p = percent(precision)
  const r = percent(recall)
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

export function scoreReading(gold: Gold, reading: Reading): Scores {
  const mistakes: string[] = []
  const quantities = match(gold.quantities.filter(isRequired), reading.quantities, QUANTITY_OVERLAP)
  const anyQuantity = match(gold.quantities, reading.quantities, QUANTITY_OVERLAP)
  const right = anyQuantity.pairs.filter(([wanted, found]) => sameValue(wanted, found))
  const commitments = match(gold.commitments, reading.commitments, COMMITMENT_OVERLAP)
  const numeric = match(
    gold.commitments.filter(({ checkability }) => checkability === 'number'),
    reading.commitments.filter(({ label }) => label === 'number'),
    COMMITMENT_OVERLAP,
  )
  for (const { text } of quantities.missed) mistakes.push(`quantity missed: ${text}`)
  for (const { text } of anyQuantity.extra) mistakes.push(`quantity false: ${text}`)
  for (const [wanted, found] of anyQuantity.pairs) {
    if (!sameValue(wanted, found)) mistakes.push(`quantity wrong: ${wanted.text} read as ${found.value} ${found.unit}`)
  }
  for (const { text } of commitments.missed) mistakes.push(`commitment missed: ${text}`)
  for (const { text, label, rules } of commitments.extra)
    mistakes.push(`commitment false: ${text} (${label}: ${rules.join(' ')})`)
  for (const [wanted, found] of commitments.pairs) {
    if (wanted.checkability !== found.label) {
      mistakes.push(`label ${wanted.checkability} read as ${found.label}: ${found.text} (${found.rules.join(' ')})`)
    }
  }
  for (const [wanted, found] of commitments.pairs) {
    if (wanted.strength !== found.strength)
      mistakes.push(`strength ${wanted.strength} read as ${found.strength}: ${found.text}`)
  }
  return {
    quantities: { ...shares(quantities, anyQuantity), right: { hit: right.length, of: anyQuantity.pairs.length } },
    commitments: shares(commitments, commitments),
    numeric: shares(numeric, numeric),
    labels: share(commitments.pairs, ([wanted, found]) => wanted.checkability === found.label),
    strengths: share(commitments.pairs, ([wanted, found]) => wanted.strength === found.strength),
    deadlines: scoreDeadlines(gold, reading, mistakes),
    livelihood: scoreLivelihood(gold, reading),
    outline: share(gold.structure, (wanted) =>
      reading.outline.some(
        (found) => found.level === wanted.level && overlap(found.span, wanted.span) >= QUANTITY_OVERLAP,
      ),
    ),
    appealsTaken: reading.commitments.filter(({ span }) => isInAppeal(gold, span)).length,
    mistakes,
  }
}

/** Scale names (百亿元产业) and fractions of a count are optional by the guide's sixth ruling. */
function isRequired({ role, unit }: Gold['quantities'][number]): boolean {
  return !(role === 'scale-name' && unit === '')
}

function sameValue(wanted: Gold['quantities'][number], found: Reading['quantities'][number]): boolean {
  const close = (a: number | null, b: number | null): boolean =>
    a === null || b === null ? a === b : Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
  return (
    close(wanted.value, found.value) &&
    close(wanted.low, found.low) &&
    close(wanted.high, found.high) &&
    (wanted.unit ?? '') === found.unit
  )
}

type Spanned = { readonly span: Span }
type Matched<W, F> = {
  readonly pairs: readonly (readonly [W, F])[]
  readonly missed: readonly W[]
  readonly extra: readonly F[]
}

/** Pairs wanted with found, best overlap first, each at most once. Both lists are in text order. */
function match<W extends Spanned, F extends Spanned>(
  wanted: readonly W[],
  found: readonly F[],
  least: number,
): Matched<W, F> {
  const candidates: { w: W; f: F; size: number }[] = []
  for (const w of wanted) {
    for (const f of found) {
      const size = overlap(w.span, f.span)
      if (size >= least) candidates.push({ w, f, size })
    }
  }
  candidates.sort((a, b) => b.size - a.size)
  const usedWanted = new Set<W>()
  const usedFound = new Set<F>()
  const pairs: (readonly [W, F])[] = []
  for (const { w, f } of candidates) {
    if (usedWanted.has(w) || usedFound.has(f)) continue
    usedWanted.add(w)
    usedFound.add(f)
    pairs.push([w, f])
  }
  return { pairs, missed: wanted.filter((w) => !usedWanted.has(w)), extra: found.filter((f) => !usedFound.has(f)) }
}

/** Intersection over union of two spans. */
function overlap(a: Span, b: Span): number {
  const common = Math.min(a[1], b[1]) - Math.max(a[0], b[0])
  return common <= 0 ? 0 : common / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]))
}

function shares<W, F>(recalled: Matched<W, F>, precise: Matched<W, F>): { precision: Share; recall: Share } {
  return {
    precision: { hit: precise.pairs.length, of: precise.pairs.length + precise.extra.length },
    recall: { hit: recalled.pairs.length, of: recalled.pairs.length + recalled.missed.length },
  }
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): Share {
  return { hit: all.filter(fits).length, of: all.length }
}

/** Explicit deadlines (stated, inherited) must be found with the right day; no other may carry a day of its own. */
function scoreDeadlines(gold: Gold, reading: Reading, mistakes: string[]): Scores['deadlines'] {
  const explicit = gold.commitments.filter(
    ({ deadline }) => deadline?.kind === 'stated' || deadline?.kind === 'inherited',
  )
  const right = share(explicit, (wanted) => {
    const found = reading.commitments.find(({ span }) => overlap(span, wanted.span) >= COMMITMENT_OVERLAP)
    return (
      found?.deadline?.kind === wanted.deadline?.kind && found?.deadline?.due === lastDayOf(wanted.deadline?.norm ?? '')
    )
  })
  const invented = reading.commitments.filter(
    ({ span, deadline }) =>
      deadline !== null &&
      !gold.commitments.some((one) => one.deadline !== null && overlap(one.span, span) >= COMMITMENT_OVERLAP),
  )
  for (const { text, deadline } of invented) mistakes.push(`deadline invented: ${deadline?.text} in ${text}`)
  return { right, invented: invented.length }
}

/** The gold writes 2024, 2024-10, 2024-Q1 or 2024-H1; a deadline falls on the last day of that time. */
function lastDayOf(norm: string): string {
  const year = norm.slice(0, 4)
  const half = /H([12])$/.exec(norm)
  const quarter = /Q([1-4])$/.exec(norm)
  const month = half ? Number(half[1]) * 6 : quarter ? Number(quarter[1]) * 3 : Number(norm.slice(5, 7) || 12)
  const days = [31, Number(year) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
  return `${year}-${String(month).padStart(2, '0')}-${days}`
}

function scoreLivelihood(gold: Gold, reading: Reading): Scores['livelihood'] {
  const wanted = gold.livelihood.municipal
  const found = (no: number): Reading['livelihood'][number] | undefined =>
    reading.livelihood.find((project) => project.no === no)
  const count = wanted.reduce((sum, { commitments }) => sum + commitments.length, 0)
  const hit = wanted.reduce(
    (sum, { no, commitments }) => sum + (found(no)?.commitments.length === commitments.length ? commitments.length : 0),
    0,
  )
  return { projects: share(wanted, ({ no }) => found(no) !== undefined), commitments: { hit, of: count } }
}

function isInAppeal(gold: Gold, span: Span): boolean {
  return gold.otherClauses.some(
    ({ label, span: other }) =>
      (label === 'appeal' || label === 'context') && span[0] >= other[0] && span[1] <= other[1],
  )
}

/** Whether parsed JSON has the parts of a gold that are scored. The parts' own members are trusted: we wrote them. */
export function isGold(value: unknown): value is Gold {
  if (typeof value !== 'object' || value === null) return false
  const lists = ['quantities', 'commitments', 'otherClauses', 'structure'] as const
  const parts: Partial<Record<string, unknown>> = { ...value }
  const meta = parts['meta']
  const hasSource = typeof meta === 'object' && meta !== null && 'source' in meta && typeof meta.source === 'string'
  return hasSource && lists.every((name) => Array.isArray(parts[name])) && typeof parts['livelihood'] === 'object'
}
