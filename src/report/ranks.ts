/** Places in an order: 居全省第四, 排名全国前10位, 保持在第一方阵. 第十届 and 第三产业 are no ranks. */
import type { RawQuantity } from './found-quantity.ts'

// What a rank is said of, shortly before it: 居全省第, 位列第, 排名前.
const RANKED_BEFORE =
  /(?:居|列|排名?|全省|全国|全区|全市|世界|全球|中西?部|西部|东部|同类|跃升至?|上升至?|进入)[^，。；、\n]{0,6}[第前]$/
// What a rank's number is followed by when nothing is named by it.
const RANK_NOUNS = ['方阵', '梯队', '位', '名', '强']

/** Reads the rank whose number is [start, end), 第 or 前 before it. Returns null when it orders or names something else. */
export function findRank(text: string, start: number, end: number, value: number): RawQuantity | null {
  const marker = text[start - 1]
  if (marker !== '第' && marker !== '前') return null
  if (!RANKED_BEFORE.test(text.slice(Math.max(0, start - 12), start))) return null
  const noun = RANK_NOUNS.find((form) => text.startsWith(form, end))
  const after = text[end]
  const closes = after === undefined || '，。；、）！\n和降升跃上'.includes(after)
  if (noun === undefined && !closes) return null
  if (noun === '强') return null
  return {
    start: start - 1,
    end: end + (noun?.length ?? 0),
    value,
    low: null,
    high: null,
    unit: noun === '方阵' || noun === '梯队' ? noun : '位',
    measure: 'rank',
    rule: 'Q-RANK-01',
    chinese: true,
    op: 'rank',
  }
}
