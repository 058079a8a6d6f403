/** A quantity as a person reads it: ≥ 15 个, 1—2 家, 约 2 亿吨, 第 4 位. */
import { t } from '../text.ts'
import type { Text } from '../text.ts'
import type { Op, Quantity } from './reading.ts'

const SIGNS: Readonly<Record<Op, string>> = {
  '=': '',
  '>=': '≥ ',
  '<=': '≤ ',
  '>': '> ',
  '<': '< ',
  '~': '≈ ',
  range: '',
  rank: '',
}

type Shown = Pick<Quantity, 'value' | 'low' | 'high' | 'unit' | 'op' | 'delta'>

/** The target in both languages. Large numbers are shown by 万 and 亿 in Chinese and with grouped digits in English. */
export function targetText(quantity: Shown): Text {
  const { op, value, low, high, unit, delta } = quantity
  if (op === 'rank') return t(`第 ${value ?? ''} ${unit}`, `no. ${value ?? ''}`)
  if (low !== null && high !== null) {
    return t(`${chinese(low)}—${withUnit(chinese(high), unit)}`, `${english(low)}–${withUnit(english(high), unit)}`)
  }
  if (value === null) return t('', '')
  const sign = delta ? changeSign(op) : SIGNS[op]
  return t(`${sign}${withUnit(chinese(value), unit)}`, `${sign}${withUnit(english(value), unit)}`)
}

/** A change is marked as such: ±3 percent points would be wrong, so the direction is left to the words around it. */
function changeSign(op: Op): string {
  return `Δ ${SIGNS[op]}`
}

function withUnit(number: string, unit: string): string {
  if (unit === '' || unit === 'ratio') return number
  if (unit === '%' || unit === '‰') return `${number}${unit}`
  // 2 亿吨 reads as one word: the scale and the unit stay together.
  return /[万亿]$/.test(number) ? `${number}${unit}` : `${number} ${unit}`
}

function chinese(value: number): string {
  if (Math.abs(value) >= 1e8) return `${plain(value / 1e8)} 亿`
  if (Math.abs(value) >= 1e4) return `${plain(value / 1e4)} 万`
  return plain(value)
}

function english(value: number): string {
  const [whole = '', fraction] = plain(value).split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Digits without the noise of binary fractions and without an exponent. */
function plain(value: number): string {
  return String(Number(value.toPrecision(10)))
}
