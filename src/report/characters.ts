/** Small tests on single characters, shared by every step of the reader. */

/** White space of any width that may stand between the characters of a word. */
export function isSpace(char: string): boolean {
  return (
    char === ' ' ||
    char === '\n' ||
    char === '\r' ||
    char === '\t' ||
    char === '\u3000' ||
    char === '\u00a0' ||
    char === '\ufeff'
  )
}

/** An Arabic digit, half or full width. */
export function isDigit(char: string | undefined): boolean {
  return char !== undefined && ((char >= '0' && char <= '9') || (char >= '０' && char <= '９'))
}

export function isLatin(char: string | undefined): boolean {
  return char !== undefined && ((char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z'))
}

/** Marks that end a sentence. */
export function isTerminator(char: string | undefined): boolean {
  return char === '。' || char === '！' || char === '？' || char === '!' || char === '?' || char === '…'
}

/** Marks that may follow a terminator and still belong to its sentence. */
export function isClosing(char: string | undefined): boolean {
  return char === '”' || char === '’' || char === '）' || char === ')' || char === '》' || char === '」'
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '（': '）', '(': ')', '《': '》', '‘': '’', '「': '」' }

const OPENING = Object.keys(PAIRS).join('')

/** A quotation longer than this is a misprint: its closing mark belongs to something else. */
const LONGEST_QUOTATION = 120

/**
 * Where the quotation or bracket that opens at `open` closes, or -1 when nothing opens there or it never closes
 * before `end`. Readers jump over the inside, so that marks within quotations do not cut a clause.
 */
export function closingOf(text: string, open: number, end: number): number {
  const opening = text.charAt(open)
  if (!OPENING.includes(opening)) return -1
  const closing = PAIRS[opening]
  if (closing === undefined) return -1
  const last = Math.min(end, open + LONGEST_QUOTATION)
  let depth = 0
  for (let at = open; at < last; at += 1) {
    if (text[at] === opening) depth += 1
    else if (text[at] === closing) {
      depth -= 1
      if (depth === 0) return at
    }
  }
  // Two opening marks and one closing mark: a common misprint. The first closing mark then ends it.
  const first = text.slice(open, last).indexOf(closing)
  return first === -1 ? -1 : open + first
}
