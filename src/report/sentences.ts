/** Cuts paragraphs into sentences and sentences into clauses. Marks inside quotations and brackets do not cut. */
import { closingOf, isClosing, isDigit, isTerminator } from './characters.ts'
import type { Piece } from './unwrap.ts'

/** Sentences of a paragraph, each with its final mark and the closing quotation mark behind it. */
export function splitSentences(text: string, { start, end }: Piece): Piece[] {
  const sentences: Piece[] = []
  let from = start
  for (let at = start; at < end; at += 1) {
    const close = closingOf(text, at, end)
    if (close !== -1) {
      // “…落实。”: a whole sentence in quotation marks ends with them.
      at = isTerminator(text[close - 1]) && from === at ? close - 1 : close
      continue
    }
    if (!isTerminator(text[at])) continue
    let after = at + 1
    while (after < end && (isTerminator(text[after]) || isClosing(text[after]))) after += 1
    sentences.push({ start: from, end: after })
    from = after
    at = after - 1
  }
  if (from < end) sentences.push({ start: from, end })
  return sentences
}

/** Clauses of a sentence without the marks between them. A comma or colon between digits does not cut. */
export function splitClauses(text: string, sentence: Piece): Piece[] {
  const end = withoutFinalMark(text, sentence)
  const clauses: Piece[] = []
  let from = sentence.start
  for (let at = sentence.start; at < end; at += 1) {
    const close = closingOf(text, at, end)
    if (close !== -1) {
      at = close
      continue
    }
    if (!separatesClauses(text, at)) continue
    if (at > from) clauses.push({ start: from, end: at })
    from = at + 1
  }
  if (from < end) clauses.push({ start: from, end })
  return clauses
}

/** The end of a sentence's words: before its final marks. */
export function withoutFinalMark(text: string, { start, end }: Piece): number {
  let at = end
  while (at > start && isTerminator(text[at - 1])) at -= 1
  return at
}

function separatesClauses(text: string, at: number): boolean {
  const char = text[at]
  if (char === '，' || char === '；' || char === ';') return true
  if (char === ',' || char === '：' || char === ':') return !(isDigit(text[at - 1]) && isDigit(text[at + 1]))
  return false
}
