/** Parts of a text that keep their own spacing: dates and year-months such as 9月18日. */
const dates = /(\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}(?:[—-]\d{1,2})?月(?:\d{1,2}日)?)/
const afterHan = /([\p{Script=Han}])([\dA-Za-z])/gu
const beforeHan = /([\dA-Za-z%])([\p{Script=Han}])/gu

/**
 * A title from a document as the interface writes it: a space between Han and digits or Latin letters,
 * none inside a date. 改造老旧小区15个 becomes 改造老旧小区 15 个.
 */
export function hanSpaced(text: string): string {
  const pieces = text.split(dates)
  return pieces.map((piece, at) => (at % 2 === 1 ? piece : spaced(piece, at > 0, at < pieces.length - 1))).join('')
}

function spaced(piece: string, afterDate: boolean, beforeDate: boolean): string {
  let out = piece.replaceAll(afterHan, '$1 $2').replaceAll(beforeHan, '$1 $2')
  if (beforeDate && /\p{Script=Han}$/u.test(out)) out += ' '
  if (afterDate && /^[\dA-Za-z]/.test(out)) out = ` ${out}`
  return out
}
