/**
 * Reads a government work report: text in, commitments with exact spans out. Pure and deterministic.
 * Steps: unwrap → parts and outline → quantities → clauses with labels → commitments → achievements, livelihood, flags.
 */
import { findAchievements } from './achievements.ts'
import { toCommitments } from './commitments.ts'
import { draftCommitments } from './drafts.ts'
import type { Drafted } from './drafts.ts'
import { gazetteerOf } from './entities.ts'
import { findFlags } from './flags.ts'
import { findLivelihood } from './livelihood.ts'
import { outlineOf } from './outline.ts'
import { findQuantities } from './quantities.ts'
import type { FoundQuantity } from './found-quantity.ts'
import type { Clause, Quantity, Reading } from './reading.ts'
import { findParts } from './report-parts.ts'
import { originalSpan, unwrap } from './unwrap.ts'
import type { Unwrapped } from './unwrap.ts'

/**
 * Reads the whole report. Any string is accepted; what cannot be found is empty and named in `flags`.
 * `year`: the year that is planned, when the caller knows it; otherwise it is looked for in the text.
 */
export function readReport(text: string, options: { readonly year?: number } = {}): Reading {
  const unwrapped = unwrap(text)
  const parts = findParts(unwrapped, options.year)
  const gazetteer = gazetteerOf(unwrapped.text)
  const outline = outlineOf(unwrapped, parts, gazetteer)
  const end = outline.paragraphs.at(-1)?.end ?? 0
  const found = findQuantities(unwrapped.text.slice(0, end), parts.hasTasks ? parts.targetsFrom : end)
  const ids = new Map(found.map((quantity, index) => [quantity, `Q${String(index + 1).padStart(3, '0')}`]))
  const quantityId = (quantity: FoundQuantity): string => ids.get(quantity) ?? ''
  const drafted: Drafted = parts.hasTasks
    ? draftCommitments(unwrapped.text, outline, parts, found, gazetteer)
    : { drafts: [], others: [] }
  const lineAt = lineFinder(text)
  const bare = toCommitments(drafted.drafts, {
    unwrapped,
    year: parts.year,
    quantities: found,
    quantityId,
    gazetteer,
    lineAt,
  })
  const { projects, numberOf } = findLivelihood(unwrapped, outline, parts, bare)
  return {
    title: parts.title,
    year: parts.year,
    paragraphs: outline.paragraphs.map((piece) => ({ span: originalSpan(unwrapped, piece.start, piece.end) })),
    outline: outline.heads.map(({ level, no, text: words, start, end: stop }) => ({
      level,
      no,
      text: words,
      span: originalSpan(unwrapped, start, stop),
    })),
    quantities: found.map((quantity) => toQuantity(quantity, quantityId(quantity), unwrapped)),
    commitments: bare.map((commitment) => ({ ...commitment, livelihood: numberOf(commitment) })),
    clauses: allClauses(drafted, unwrapped),
    achievements: findAchievements(unwrapped, outline, parts, found, quantityId),
    livelihood: projects,
    flags: findFlags(unwrapped, parts),
  }
}

function toQuantity({ start, end, ...quantity }: FoundQuantity, id: string, unwrapped: Unwrapped): Quantity {
  return { id, span: originalSpan(unwrapped, start, end), ...quantity }
}

function allClauses({ drafts, others }: Drafted, unwrapped: Unwrapped): Clause[] {
  return [...drafts, ...others]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, label, rules }) => ({
      span: originalSpan(unwrapped, start, end),
      text: unwrapped.text.slice(start, end),
      label,
      rules,
    }))
}

/** Line numbers from 1. The offsets asked for grow, so one walk over the text serves them all. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
