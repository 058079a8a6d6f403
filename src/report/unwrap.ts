/**
 * Gives a printed report its paragraphs back: joins hard-wrapped lines, drops page marks, Markdown marks and every
 * space between characters, and remembers where each kept character stood in the original.
 *
 *   original   一年来，我们全力\n以赴抓改 革。   →   text   一年来，我们全力以赴抓改革。   toOriginal[8] = 9
 */
import { isClosing, isSpace, isTerminator } from './characters.ts'
import type { Span } from './reading.ts'

/** A piece of the joined text: [start, end) in joined offsets. */
export type Piece = { readonly start: number; readonly end: number }

export type Unwrapped = {
  readonly original: string
  /** paragraphs without white space, with one '\n' between them */
  readonly text: string
  /** joined offset → original offset; a '\n' maps to the end of the paragraph before it */
  readonly toOriginal: Int32Array
  readonly paragraphs: readonly Piece[]
  /** the title of the front matter, where there is one */
  readonly frontTitle: string | null
  readonly pageMarks: readonly { readonly span: Span; readonly kind: 'continued_from' | 'continued_on' }[]
  /** joined offsets of the first character after a join of two lines */
  readonly joins: readonly number[]
}

type Line = {
  /** original offset of `body` */
  readonly start: number
  readonly body: string
  /** characters of the body that are not white space */
  readonly length: number
  readonly first: string
  readonly last: string
  readonly blankBefore: boolean
  readonly markBefore: boolean
  readonly indented: boolean
  readonly markdownHeading: boolean
}

// （上接第1版）, （下转第A3版）, (上接 2 版): a newspaper's note that the text goes on elsewhere.
const PAGE_MARK = /[（(]\s*([上下])\s*[接转]\s*第?\s*[0-9０-９一二三四五六七八九十A-Z]{1,4}\s*版\s*[）)]/g
// A line that is only a page number: - 12 -, — 3 —, 第 3 页, 第3页 共20页.
const PAGE_NUMBER = /^\s*(?:[-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(?:\s*[，,]?\s*共\s*\d{1,4}\s*页)?)\s*$/
// 一、 （一） (一) 第一部分 第一章: a numbered head at the beginning of a line.
const NUMBERED_HEAD =
  /^\s*(?:\*\*)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}(?:部分|章|节))/
const HTML_COMMENT = /^\s*<!--.*-->\s*$/
// Markdown: heading marks, quotation marks and bullets at the beginning of a line.
const MARKDOWN_PREFIX = /^\s*(?:#{1,6}\s+|>\s+|[*+]\s+(?!\*))/

/** Share of characters in lines that stop in mid-sentence from which a text counts as hard-wrapped. */
const WRAPPED_SHARE = 0.2
/** A numbered head that wraps over several lines has no more characters than this. */
const LONGEST_WRAPPED_HEAD = 70
/** In a text that is not hard-wrapped, a longer line without a final mark goes on in the next one. */
const LONGEST_HEADING = 45

export function unwrap(original: string): Unwrapped {
  const front = frontMatter(original)
  const { lines, pageMarks } = readLines(original, front.end)
  const wrapped = isHardWrapped(lines)
  const width = wrapped ? modalLength(lines) : 0
  const kept: string[] = []
  // One place more per line: for the '\n' between paragraphs.
  const offsets = new Offsets(original.length + lines.length)
  const paragraphs: Piece[] = []
  const joins: number[] = []
  let start = 0
  let previous: Line | null = null
  let inHead = false
  for (const line of lines) {
    const isNew: boolean =
      previous === null || (wrapped ? startsAfterWrap(previous, line, width, inHead) : startsUnwrapped(previous, line))
    if (isNew) {
      if (offsets.length > start) {
        paragraphs.push({ start, end: offsets.length })
        offsets.push(offsets.last() + 1)
        kept.push('\n')
      }
      start = offsets.length
      inHead = NUMBERED_HEAD.test(line.body) || line.markdownHeading
    } else joins.push(offsets.length)
    keepCharacters(line, kept, offsets)
    // A head that runs on into its text ends with its first sentence, and one this long was no head.
    if (line.body.includes('。') || offsets.length - start > LONGEST_WRAPPED_HEAD) inHead = false
    previous = line
  }
  if (offsets.length > start) paragraphs.push({ start, end: offsets.length })
  return {
    original,
    text: kept.join(''),
    toOriginal: offsets.toArray(),
    paragraphs,
    frontTitle: front.title,
    pageMarks,
    joins,
  }
}

/** The span in the original of a piece of the joined text. An empty piece has no span and is a caller's mistake. */
export function originalSpan(unwrapped: Unwrapped, start: number, end: number): Span {
  const first = unwrapped.toOriginal[start]
  const last = unwrapped.toOriginal[end - 1]
  if (first === undefined || last === undefined || end <= start) throw new RangeError(`no such piece: ${start}–${end}`)
  return [first, last + 1]
}

/** What `text` of a span must equal: its slice without white space, page marks and marks of emphasis. */
export function plainSlice(original: string, [start, end]: Span): string {
  return original.slice(start, end).replace(PAGE_MARK, '').replaceAll('*', '').replace(/\s/g, '')
}

function frontMatter(original: string): { end: number; title: string | null } {
  const head = original.startsWith('\ufeff') ? 1 : 0
  if (!original.startsWith('---', head)) return { end: head, title: null }
  const close = original.indexOf('\n---', head + 3)
  if (close === -1) return { end: head, title: null }
  const lineEnd = original.indexOf('\n', close + 1)
  const title = /^title:\s*(.+)$/m.exec(original.slice(head, close))
  return { end: lineEnd === -1 ? original.length : lineEnd + 1, title: title?.[1]?.trim() ?? null }
}

function readLines(original: string, from: number): { lines: Line[]; pageMarks: Unwrapped['pageMarks'][number][] } {
  const lines: Line[] = []
  const pageMarks: Unwrapped['pageMarks'][number][] = []
  let blankBefore = false
  let markBefore = false
  for (let at = from; at < original.length;) {
    const newline = original.indexOf('\n', at)
    const end = newline === -1 ? original.length : newline
    const whole = original.slice(at, end)
    let body = whole
    if (whole.includes('版')) {
      body = whole.replace(PAGE_MARK, (mark, side: string, offset: number) => {
        pageMarks.push({
          span: [at + offset, at + offset + mark.length],
          kind: side === '上' ? 'continued_from' : 'continued_on',
        })
        markBefore = true
        return ' '.repeat(mark.length)
      })
    }
    const line = PAGE_NUMBER.test(body) || HTML_COMMENT.test(body) ? null : toLine(at, body, blankBefore, markBefore)
    if (line === null) blankBefore = true
    else {
      lines.push(line)
      blankBefore = false
      markBefore = false
    }
    at = end + 1
  }
  return { lines, pageMarks }
}

function toLine(start: number, body: string, blankBefore: boolean, markBefore: boolean): Line | null {
  const prefix = MARKDOWN_PREFIX.exec(body)?.[0] ?? ''
  const rest = body.slice(prefix.length)
  const plain = rest.replaceAll('*', '').trim()
  if (plain === '') return null
  let length = 0
  for (const char of plain) if (!isSpace(char)) length += 1
  return {
    start: start + prefix.length,
    body: rest,
    length,
    first: plain[0] ?? '',
    last: plain.at(-1) ?? '',
    blankBefore,
    markBefore,
    indented: body.startsWith('\u3000\u3000'),
    markdownHeading: prefix.trimStart().startsWith('#'),
  }
}

/** Keeps the characters of a line that are neither white space nor emphasis, run by run. */
function keepCharacters(line: Line, kept: string[], offsets: Offsets): void {
  const { body, start } = line
  let run = 0
  for (let at = 0; at <= body.length; at += 1) {
    const char = body.charAt(at)
    if (char !== '' && char !== '*' && !isSpace(char)) {
      offsets.push(start + at)
      continue
    }
    if (at > run) kept.push(body.slice(run, at))
    run = at + 1
  }
}

/** A list of offsets that fills one typed array instead of growing boxed numbers. */
class Offsets {
  readonly #values: Int32Array
  length = 0
  constructor(capacity: number) {
    this.#values = new Int32Array(capacity)
  }
  push(offset: number): void {
    this.#values[this.length] = offset
    this.length += 1
  }
  last(): number {
    return this.#values[this.length - 1] ?? 0
  }
  toArray(): Int32Array {
    return this.#values.slice(0, this.length)
  }
}

function endsSentence(line: Line): boolean {
  if (isTerminator(line.last)) return true
  if (!isClosing(line.last)) return false
  const body = line.body.trimEnd()
  return isTerminator(body.at(-2))
}

function isHardWrapped(lines: readonly Line[]): boolean {
  let all = 0
  let cut = 0
  for (const line of lines) {
    all += line.length
    const complete = endsSentence(line) || line.last === '：' || line.last === '；' || line.last === ':'
    if (!complete && !line.markdownHeading && !NUMBERED_HEAD.test(line.body)) cut += line.length
  }
  return all > 0 && cut / all > WRAPPED_SHARE
}

function modalLength(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const line of lines) counts.set(line.length, (counts.get(line.length) ?? 0) + 1)
  let best = 0
  let bestCount = 0
  for (const [length, count] of counts) {
    if (count > bestCount || (count === bestCount && length > best)) {
      best = length
      bestCount = count
    }
  }
  return best
}

/** In a hard-wrapped text a blank line proves little: a paragraph also needs a finished sentence before it. */
function startsAfterWrap(previous: Line, line: Line, width: number, inHead: boolean): boolean {
  const separated = line.blankBefore || line.markBefore
  const finished = endsSentence(previous)
  const shortBefore = previous.length < width - 2
  if (line.markdownHeading) return true
  if (NUMBERED_HEAD.test(line.body)) return separated || finished || previous.last === '：'
  if (inHead && separated) return true
  if (finished) {
    // A quotation pushed to a line of its own by the columns: the full line above shows that nothing ended there.
    if (line.first === '“' && line.blankBefore && !shortBefore && previous.length <= width + 2) return line.indented
    return line.blankBefore || shortBefore || line.indented
  }
  // A title or a byline: much shorter than the column, and set apart.
  return line.blankBefore && (previous.length < width * 0.75 || previous.last === '：')
}

function startsUnwrapped(previous: Line, line: Line): boolean {
  if (line.markdownHeading || NUMBERED_HEAD.test(line.body)) return true
  if (previous.last === '，' || previous.last === '、') return false
  const open = !endsSentence(previous) && previous.last !== '：' && previous.last !== '；' && !isClosing(previous.last)
  return !(open && previous.length > LONGEST_HEADING)
}
