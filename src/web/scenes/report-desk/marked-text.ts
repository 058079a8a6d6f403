import type { Span } from '../../../api/present/report.ts'

/**
 * The report's text as the desk sets it: paragraphs without the original's white space and hard wraps, cut into pieces
 * by what was read there. Offsets are always those of the original, so that a click finds its way back.
 */
export type Stretch = Readonly<{
  /** Offset of the first character in the original. */
  start: number
  text: string
  /** The target's number, or the verb of a state to be reached. */
  strong: boolean
}>

export type Piece =
  | Readonly<{ kind: 'plain' | 'grey' | 'head'; start: number; text: string }>
  /** `last`: the mark ends here; its number follows. A mark that runs over a paragraph's end has several pieces. */
  | Readonly<{ kind: 'mark'; commitment: string; parts: readonly Stretch[]; last: boolean }>

export type MarkedParagraph = Readonly<{
  span: Span
  /** A heading of the report, set by itself. */
  heading: boolean
  /** Lines of the original, counted from 1. */
  lines: readonly [first: number, last: number]
  pieces: readonly Piece[]
}>

/** A passage to be marked, with what is set strong in it. */
export type TextMark = Readonly<{ commitment: string; span: Span; strong: readonly Span[] }>

export type MarkedTextInput = Readonly<{
  text: string
  paragraphs: readonly Span[]
  headings: readonly Span[]
  /** Topic sentences that open a paragraph. */
  heads: readonly Span[]
  greys: readonly Span[]
  marks: readonly TextMark[]
}>

const STRONG = 1
const GREY = 2
const HEAD = 4
const blank = /\s/

/** White space and Markdown's marks of emphasis are not part of the text. */
function isKept(char: string): boolean {
  return char !== '*' && !blank.test(char)
}

/** The characters of a span without white space. */
export function keptText(text: string, [start, end]: Span): string {
  let out = ''
  for (let at = start; at < end; at += 1) if (isKept(text.charAt(at))) out += text.charAt(at)
  return out
}

/** Where in the original the `count`-th kept character after `start` stands (0 is the first); the text's end where there are fewer. */
export function originalOffset(text: string, start: number, count: number): number {
  let left = count
  for (let at = start; at < text.length; at += 1) {
    if (!isKept(text.charAt(at))) continue
    if (left === 0) return at
    left -= 1
  }
  return text.length
}

/** Cuts the whole text. Where marks overlap, the earlier one keeps the characters. */
export function markText(input: MarkedTextInput): MarkedParagraph[] {
  const { text, paragraphs, headings } = input
  const owners = new Int32Array(text.length)
  input.marks.forEach(({ span: [start, end] }, index) => {
    for (let at = start; at < Math.min(end, text.length); at += 1) if (owners[at] === 0) owners[at] = index + 1
  })
  const traits = new Uint8Array(text.length)
  for (const span of input.marks.flatMap((mark) => mark.strong)) paint(traits, span, STRONG)
  for (const span of input.greys) paint(traits, span, GREY)
  for (const span of input.heads) paint(traits, withFullStop(text, span), HEAD)
  const lineAt = lineCounter(text)
  const marked = paragraphs.map((span) => ({
    span,
    heading: headings.some(([start, end]) => start >= span[0] && end <= span[1] && covers(text, span, [start, end])),
    lines: [lineAt(firstKept(text, span)), lineAt(Math.max(span[0], span[1] - 1))] as const,
    pieces: cut(text, span, owners, traits, input.marks),
  }))
  return closeMarks(marked)
}

function paint(traits: Uint8Array, [start, end]: Span, trait: number): void {
  for (let at = start; at < Math.min(end, traits.length); at += 1) traits[at] = (traits[at] ?? 0) | trait
}

/** The full stop belongs to the head it closes. */
function withFullStop(text: string, [start, end]: Span): Span {
  const next = originalOffset(text, end, 0)
  return text.charAt(next) === '。' ? [start, next + 1] : [start, end]
}

function covers(text: string, whole: Span, part: Span): boolean {
  return keptText(text, whole).length - keptText(text, part).length <= 6
}

function firstKept(text: string, [start, end]: Span): number {
  return Math.min(originalOffset(text, start, 0), Math.max(start, end - 1))
}

function cut(
  text: string,
  [start, end]: Span,
  owners: Int32Array,
  traits: Uint8Array,
  marks: readonly TextMark[],
): Piece[] {
  const pieces: Piece[] = []
  let run = ''
  let from = start
  let key = -1
  let parts: Stretch[] = []
  const closeRun = () => {
    if (run === '') return
    const owner = Math.floor(key / 8)
    const trait = key % 8
    if (owner > 0) parts.push({ start: from, text: run, strong: (trait & STRONG) > 0 })
    else pieces.push({ kind: trait & HEAD ? 'head' : trait & GREY ? 'grey' : 'plain', start: from, text: run })
    run = ''
  }
  const closeMark = (owner: number) => {
    const mark = marks[owner - 1]
    if (mark && parts.length > 0) pieces.push({ kind: 'mark', commitment: mark.commitment, parts, last: false })
    parts = []
  }
  for (let at = start; at < Math.min(end, text.length); at += 1) {
    const char = text.charAt(at)
    if (!isKept(char)) continue
    const owner = owners[at] ?? 0
    const trait = traits[at] ?? 0
    const next = owner * 8 + (owner > 0 ? trait & STRONG : trait & ~STRONG)
    if (next !== key) {
      closeRun()
      const before = Math.floor(key / 8)
      if (before > 0 && before !== owner) closeMark(before)
      key = next
      from = at
    }
    run += char
  }
  closeRun()
  if (key >= 8) closeMark(Math.floor(key / 8))
  return pieces
}

/** Sets `last` on the final piece of each mark. */
function closeMarks(paragraphs: readonly MarkedParagraph[]): MarkedParagraph[] {
  const seen = new Set<string>()
  return paragraphs
    .toReversed()
    .map((paragraph) => {
      const pieces = paragraph.pieces.toReversed().map((piece): Piece => {
        if (piece.kind !== 'mark' || seen.has(piece.commitment)) return piece
        seen.add(piece.commitment)
        return { ...piece, last: true }
      })
      return { ...paragraph, pieces: pieces.toReversed() }
    })
    .toReversed()
}

/** Line numbers for growing offsets, counted once over the text. */
function lineCounter(text: string): (offset: number) => number {
  const breaks: number[] = []
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) breaks.push(at)
  return (offset) => {
    let low = 0
    let high = breaks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((breaks[middle] ?? 0) < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
