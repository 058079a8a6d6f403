/** Quantities on their way from the text to a reading: offsets still count in the joined text. */
import type { Measure, Op, Quantity } from './reading.ts'

/** A quantity in joined offsets, before it gets its id and original span. */
export type FoundQuantity = Omit<Quantity, 'id' | 'span'> & {
  readonly start: number
  readonly end: number
}

/** The bare facts of a number, before its surroundings are read. */
export type RawQuantity = {
  readonly start: number
  readonly end: number
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly measure: Measure
  readonly rule: string
  readonly chinese: boolean
  /** set where the number itself is an operator's business: a rank */
  readonly op?: Op
}
