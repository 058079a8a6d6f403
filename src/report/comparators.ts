/** Words around a number that say how it binds: 不低于, 控制在…以内, 5%左右. */
import type { Op } from './reading.ts'

type Word = { readonly word: string; readonly op: Op }

/** Read directly before the number. Longer words first, so that 不低于 is not read as 低于. */
const BEFORE: readonly Word[] = [
  { word: '原则上不低于', op: '>=' },
  { word: '不低于', op: '>=' },
  { word: '不少于', op: '>=' },
  { word: '不小于', op: '>=' },
  { word: '不高于', op: '<=' },
  { word: '不超过', op: '<=' },
  { word: '不突破', op: '<=' },
  { word: '不大于', op: '<=' },
  { word: '不多于', op: '<=' },
  { word: '控制在', op: '<=' },
  { word: '压缩至', op: '<=' },
  { word: '压缩到', op: '<=' },
  { word: '压减至', op: '<=' },
  { word: '下降到', op: '<=' },
  { word: '降至', op: '<=' },
  { word: '降到', op: '<=' },
  { word: '稳定在', op: '=' },
  { word: '保持在', op: '=' },
  { word: '超过', op: '>' },
  { word: '突破', op: '>' },
  { word: '高于', op: '>' },
  { word: '大于', op: '>' },
  { word: '低于', op: '<' },
  { word: '小于', op: '<' },
  { word: '少于', op: '<' },
  { word: '不足', op: '<' },
  { word: '将近', op: '~' },
  { word: '接近', op: '~' },
  { word: '大约', op: '~' },
  { word: '至少', op: '>=' },
  { word: '最多', op: '<=' },
  { word: '超', op: '>' },
  { word: '逾', op: '>' },
  { word: '约', op: '~' },
  { word: '近', op: '~' },
]

/** 达 alone says “at least” of a plan and “exactly” of a result. */
const REACHING = ['达到', '达', '增加到', '提高到', '提升到', '增至', '升至', '提高至', '提升至', '扩大到']

/** Read directly after the number and its unit. */
const AFTER: readonly Word[] = [
  { word: '及以上', op: '>=' },
  { word: '或以上', op: '>=' },
  { word: '以上', op: '>=' },
  { word: '及以下', op: '<=' },
  { word: '以内', op: '<=' },
  { word: '之内', op: '<=' },
  { word: '以下', op: '<=' },
  { word: '左右', op: '~' },
  { word: '上下', op: '~' },
]

export type Comparison = { readonly op: Op; readonly rule: string | null }

/**
 * The operator that the words around [start, end) give. A word after the number outranks one before it
 * (控制在3%左右 is about 3%); 余 or 多 inside the number means “more than”.
 */
export function comparisonAround(text: string, start: number, end: number, planned: boolean): Comparison {
  const after = AFTER.find(({ word }) => text.startsWith(word, end))
  if (after !== undefined) return { op: after.op, rule: 'Q-OP-01' }
  const inner = text.slice(start, end)
  if (inner.includes('余') || inner.includes('多')) return { op: '>', rule: 'Q-OP-03' }
  const before = BEFORE.find(({ word }) => text.startsWith(word, start - word.length))
  if (before !== undefined) return { op: before.op, rule: 'Q-OP-02' }
  if (planned && REACHING.some((word) => text.startsWith(word, start - word.length)))
    return { op: '>=', rule: 'Q-OP-04' }
  return { op: '=', rule: null }
}
