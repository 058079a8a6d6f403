import type { TargetView } from '../../../api/present/report.ts'
import { hanSpaced } from '../../i18n/han-spaced.ts'

const signs: Readonly<Record<TargetView['op'], string>> = {
  '=': '=',
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
  '~': '≈',
  range: '',
  rank: '',
}

const operators: readonly (readonly [sign: string, op: TargetView['op']])[] = [
  ['≥', '>='],
  ['>=', '>='],
  ['≤', '<='],
  ['<=', '<='],
  ['>', '>'],
  ['<', '<'],
  ['≈', '~'],
  ['~', '~'],
  ['约', '~'],
  ['=', '='],
]

const digits = String.raw`\d+(?:\.\d+)?`
const oneNumber = new RegExp(`^(${digits})(\\D.*)?$`)
const twoNumbers = new RegExp(`^(${digits})\\D*?[—–~～至到-]+(${digits})(\\D.*)?$`)

/** `= 15 个`, `≥ 5%`, `10—20 个`: the comparator, then the number as the report prints it. */
export function targetWords(target: TargetView): string {
  return [signs[target.op], hanSpaced(target.text)].filter(Boolean).join(' ')
}

/** The parts of a target's field: its sign, the number to be typed over, the unit that stays. */
export function targetParts({ op, text, value, unit }: TargetView): { sign: string; number: string; unit: string } {
  const two = twoNumbers.exec(text)
  if (two) return { sign: signs[op], number: `${two[1]}—${two[2]}`, unit: two[3] ?? '' }
  const one = oneNumber.exec(text)
  if (one) return { sign: signs[op], number: one[1] ?? '', unit: one[2] ?? '' }
  // Written in words (三年): the number read stands in the field.
  if (value !== null && op !== 'rank') return { sign: signs[op], number: String(value), unit: unit ?? '' }
  return { sign: signs[op], number: text, unit: '' }
}

/**
 * What was typed over a target: `20`, `≥ 20`, `10—20`, `20 个`. The unit and its scale (亿元) stay as they are read.
 * Null where it cannot be understood or names another unit.
 */
export function readTarget(typed: string, target: TargetView): TargetView | null {
  const { rest, op } = takeOperator(typed.replaceAll(/[\s,，]/g, ''))
  const parts = targetParts(target)
  const scale = scaleOf(target)
  const isRange = (kept: TargetView['op']) => (kept === 'range' || kept === 'rank' ? '=' : kept)
  const two = twoNumbers.exec(rest)
  if (two) {
    if (!sameUnit(two[3], parts.unit)) return null
    const low = times(Number(two[1]), scale)
    const high = times(Number(two[2]), scale)
    if (low > high) return null
    return { ...target, op: 'range', value: null, low, high, text: `${two[1]}—${two[2]}${parts.unit}` }
  }
  const one = oneNumber.exec(rest)
  if (!one || !sameUnit(one[2], parts.unit)) return null
  const value = times(Number(one[1]), scale)
  return { ...target, op: op ?? isRange(target.op), value, low: null, high: null, text: `${one[1]}${parts.unit}` }
}

function takeOperator(typed: string): { rest: string; op: TargetView['op'] | null } {
  const found = operators.find(([sign]) => typed.startsWith(sign))
  return found ? { rest: typed.slice(found[0].length), op: found[1] } : { rest: typed, op: null }
}

function sameUnit(typed: string | undefined, unit: string): boolean {
  return typed === undefined || typed === '' || typed === unit
}

/** How much one of the printed unit is in the base unit: 亿元 is 100 000 000 元. */
function scaleOf(target: TargetView): number {
  const printed = Number.parseFloat(targetParts(target).number)
  const stored = target.value ?? target.low
  if (stored === null || !Number.isFinite(printed) || printed === 0 || stored === 0) return 1
  return Number((stored / printed).toPrecision(12))
}

function times(number: number, scale: number): number {
  return Number((number * scale).toPrecision(12))
}
