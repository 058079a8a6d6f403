import type { Lang } from '../../../text.ts'
import { numberWords } from '../../i18n/format.ts'

const scales = [
  { from: 100_000_000, zh: '亿元', en: 'hundred million yuan' },
  { from: 10_000, zh: '万元', en: 'ten thousand yuan' },
] as const

/** How much of what: sums of yuan are read in 亿 or 万, as the report prints them; `scale` keeps two numbers alike. */
export function amountParts(value: number, unit: string | null, lang: Lang, scale = value) {
  const big = unit === '元' ? scales.find(({ from }) => Math.abs(scale) >= from) : undefined
  if (!big) return { number: numberWords(value, lang), unit: unit ?? '' }
  return { number: numberWords(Math.round((value / big.from) * 100) / 100, lang), unit: big[lang] }
}

export function amountWords(value: number, unit: string | null, lang: Lang, scale = value): string {
  const { number, unit: word } = amountParts(value, unit, lang, scale)
  return word === '' ? number : `${number} ${word}`
}
