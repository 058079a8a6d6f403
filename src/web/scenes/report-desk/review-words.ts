import type { CommitmentView, Decision } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'

export const stateWords: Readonly<Record<CommitmentView['state'], Text>> = {
  pending: t('待审', 'To review'),
  accepted: t('已接受', 'Accepted'),
  edited: t('已修改', 'Edited'),
  rejected: t('不是承诺', 'Not a promise'),
  later: t('留待', 'Later'),
  merged: t('已并入', 'Merged'),
  split: t('已拆分', 'Split'),
}

const strengths: Readonly<Record<string, Text>> = {
  firm: t('确保', 'firm'),
  strive: t('力争', 'strive'),
  explore: t('探索', 'explore'),
  prohibit: t('严禁', 'prohibit'),
  sustain: t('保持', 'sustain'),
  push: t('推进', 'push'),
  general: t('一般', 'general'),
}

/** How firmly the report commits itself. */
export function strengthWords(strength: string): Text {
  return strengths[strength] ?? t(strength, strength)
}

/** Why a passage is no promise: what an officer most often writes. */
export const rejectReasons: readonly Text[] = [
  t('手段或目的', 'Means or purpose'),
  t('号召', 'Appeal'),
  t('与别条重复', 'Repeats another'),
  t('说的是去年', 'About last year'),
]

export type ShortWords = Readonly<{ before: string; verb: string; object: string }>

/** A verb this far into the text has something before it that names the matter: 地区生产总值 in 地区生产总值增长5%以上. */
const shortestSubject = 4

/**
 * What is shown of a commitment in one line: what it is about where that stands before the verb, the verb, its object.
 * The text itself where the reader found neither, or where a split has left another part of it.
 */
export function shortWords({ decision, text, state }: CommitmentView): ShortWords {
  const { verb, object } = decision
  const corrected = state === 'edited'
  const fits = corrected || object === '' || text.includes(object)
  if ((verb === '' && object === '') || !fits) return { before: '', verb: '', object: text }
  const at = verb === '' ? -1 : text.indexOf(verb)
  return { before: at >= shortestSubject ? text.slice(0, at) : '', verb, object }
}

/** The same in one string. */
export function lineWords(commitment: CommitmentView): string {
  const { before, verb, object } = shortWords(commitment)
  return `${before}${verb}${object}`
}

/** 12-31 of the report's own year, else the full day. */
export function dueShort({ dueOn }: Decision, year: number): string {
  return dueOn.startsWith(`${year}-`) ? dueOn.slice(5) : dueOn
}

/** What typing has changed against what is stored; null where nothing has. */
export function changedDecision(stored: Decision, typed: Partial<Decision>): Partial<Decision> | null {
  const changed = Object.entries(typed).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(stored[name as keyof Decision]),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed)
}
