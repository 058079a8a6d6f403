/** Numbers as reports print them: Arabic digits of either width, Chinese numerals, and the scale words between number and unit. */
import { isDigit } from './characters.ts'

const DIGITS = '零一二三四五六七八九'
const SMALL_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const NUMERALS = `${DIGITS}两十百千万亿`
const SCALES: Readonly<Record<string, number>> = { ...SMALL_SCALES, 万: 1e4, 亿: 1e8 }

/** A number found at `start`; `end` is the offset after it. */
export type FoundNumber = { readonly value: number; readonly end: number }

export function isChineseNumeral(char: string | undefined): boolean {
  return char !== undefined && NUMERALS.includes(char)
}

export function scaleOf(char: string | undefined): number | undefined {
  return char === undefined ? undefined : SCALES[char]
}

/** 1193, １１９３, 1,193.5, 5．4 at `start`, or null. A point counts only when a digit follows it. */
export function readArabic(text: string, start: number): FoundNumber | null {
  if (!isDigit(text[start])) return null
  let digits = ''
  let at = start
  let pointSeen = false
  for (; at < text.length; at += 1) {
    const char = text.charAt(at)
    if (isDigit(char)) digits += toHalfWidth(char)
    else if ((char === '.' || char === '．') && !pointSeen && isDigit(text[at + 1])) {
      pointSeen = true
      digits += '.'
    } else if ((char === ',' || char === '，') && !pointSeen && separatesThousands(text, at, start)) continue
    else break
  }
  return { value: Number(digits), end: at }
}

/** A comma between digits groups thousands only in front of exactly three digits, after one to three. */
function separatesThousands(text: string, comma: number, start: number): boolean {
  if (comma - start > 3 && text[comma - 4] !== text[comma]) return false
  const three = isDigit(text[comma + 1]) && isDigit(text[comma + 2]) && isDigit(text[comma + 3])
  return three && !isDigit(text[comma + 4]) && text[comma] === ','
}

function toHalfWidth(char: string): string {
  return char >= '０' && char <= '９' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char
}

/** 三, 十二, 两百, 五十亿, 百亿 at `start`, or null. A scale word alone counts as one of it (百亿 = 1e10). */
export function readChinese(text: string, start: number): FoundNumber | null {
  let at = start
  while (at < text.length && isChineseNumeral(text[at])) at += 1
  if (at === start) return null
  return { value: chineseValue(text.slice(start, at)), end: at }
}

export function chineseValue(numeral: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const char of numeral) {
    const small = SMALL_SCALES[char]
    const large = SCALES[char]
    if (char === '两') digit = 2
    else if (DIGITS.includes(char)) digit = DIGITS.indexOf(char)
    else if (small !== undefined) {
      section += (digit || 1) * small
      digit = 0
    } else if (large !== undefined) {
      total = (total + section + digit || 1) * large
      section = 0
      digit = 0
    }
  }
  return total + section + digit
}

/**
 * Rounds away what binary fractions add when a decimal is scaled (5.3 × 10000 = 53000, not 52999.99…).
 * Report numbers never carry more than twelve significant digits.
 */
export function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
