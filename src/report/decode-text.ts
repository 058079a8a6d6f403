/** Bytes of a text file → text, or the reason why not. Guesses nothing: an encoding is taken only when it fits without a fault. */

/** Larger files are no reports: the longest known one has 0.3 MB. */
export const MAX_TEXT_BYTES = 5 * 1024 * 1024

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type DecodeProblem = 'empty' | 'too_large' | 'binary' | 'wrong_encoding'
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly problem: DecodeProblem }

export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_TEXT_BYTES) return { problem: 'too_large' }
  if (bytes.length === 0) return { problem: 'empty' }
  const marked = encodingOfMark(bytes)
  if (marked === null && isBinary(bytes)) return { problem: 'binary' }
  const candidates: readonly Encoding[] = marked === null ? ['utf-8', 'gb18030'] : [marked]
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding)
    if (text === null) continue
    if (text.trim() === '') return { problem: 'empty' }
    return { text, encoding }
  }
  return { problem: 'wrong_encoding' }
}

/** The byte order mark, where there is one. It is no part of the text. */
function encodingOfMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return null
}

/** Zero bytes and control characters do not occur in text of any encoding accepted here (UTF-16 is told by its mark). */
function isBinary(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, 64 * 1024)
  let controls = 0
  for (const byte of looked) {
    if (byte === 0) return true
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1
  }
  return controls > looked.length / 100
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
