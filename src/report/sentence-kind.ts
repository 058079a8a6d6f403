/** What a whole sentence of the plan is for, before its clauses are looked at. */
import type { OutlinedParagraph, OutlinedSentence } from './outline.ts'

export type SentenceKind =
  /** lists the year's overall targets */
  | 'targets'
  /** frames the targets or a section: only what is checkable in it counts */
  | 'frame'
  | 'appeal'
  | 'context'
  | 'plain'

export type KindOfSentence = { readonly kind: SentenceKind; readonly rule: string | null }

export type SentencePlace = {
  readonly paragraph: OutlinedParagraph
  readonly sentence: OutlinedSentence
  /** between the sentence with the year's targets and the first head after it */
  readonly beforeTasks: boolean
  readonly targetsParagraph: boolean
}

// 各位代表，… opens a paragraph that addresses the hall.
const ADDRESS = /^(?:各位代表|同志们|朋友们|各位委员)/
// 我们一定要…, 我们要…, 让我们…: speaks to the hall.
const APPEAL =
  /^(?:各位代表|同志们|朋友们|我们一定|我们必须|我们要|我们坚信|我们相信|我们深信|我们深知|我们将|我们有|让我们|只要我们|我们的|我们肩|站在|新时代|新的一年|蓝图|使命|征程|道阻|时不我待|奋斗|民生|号角)/
// 一是…: an item of a list keeps its own label even in an address.
const LIST_ITEM = /^(?:[一二三四五六七八九十]{1,2}是|[0-9]{1,2}[.．、]|[—－-]{2})/
// 今年是…, 从全国看…, 为实现上述目标…: situation and announcement.
const FRAMES =
  /^(?:为实现|为确保完成|为此|做好(?:今年|20\d\d年|下一步|全年|新一年)|实现(?:上述|以上|这一|这些|今年)|完成(?:上述|以上)|落实(?:上述|以上|好?今年)|围绕(?:上述|以上)|重点(?:抓好|做好|从)(?:以下|下列)|今年(?:是|，?(?:我们)?(?:要)?(?:着力|重点)?(?:抓好|做好|突出抓好)(?:以下|下列|[一二三四五六七八九十]个方面))|20\d\d年是|从[^，]{1,6}看|当前|面对|综合(?:分析|研判|来看)|以上目标|上述目标|这些(?:目标|预期)|确定(?:这|以上|上述)|提出(?:这|以上|上述)|总的(?:看|来看)|我们(?:清醒|也要)|在[^，]{2,30}的同时，我们)/

export function kindOfSentence(
  text: string,
  { paragraph, sentence, beforeTasks, targetsParagraph }: SentencePlace,
): KindOfSentence {
  const words = text.slice(sentence.start, sentence.end)
  if (targetsParagraph) return { kind: 'targets', rule: null }
  const addressed = ADDRESS.test(text.slice(paragraph.start, paragraph.start + 6))
  if (!LIST_ITEM.test(words)) {
    if (appeals(words)) return { kind: 'appeal', rule: 'X-APPEAL-02' }
    if (addressed) return { kind: 'appeal', rule: 'X-ADDRESS-03' }
  }
  if (FRAMES.test(words)) return { kind: 'context', rule: 'X-SITUATION-04' }
  if (endsWithColon(words) || (DESCRIBES.test(words) && !LIST_ITEM.test(words)))
    return { kind: 'context', rule: 'X-SITUATION-04' }
  if (beforeTasks) return { kind: 'frame', rule: 'X-BEFORE-05' }
  if (paragraph.overview) return { kind: 'frame', rule: 'X-OVERVIEW-06' }
  return { kind: 'plain', rule: null }
}

function appeals(words: string): boolean {
  if (/^(?:各位代表|同志们|朋友们|我们一定|我们坚信|我们相信|我们深信|我们深知|让我们|只要我们)/.test(words))
    return true
  return (APPEAL.test(words) && /[！!]”?$/.test(words)) || /^我们(?:必须|要|将)/.test(words)
}

function endsWithColon(words: string): boolean {
  return words.endsWith('：') || words.endsWith(':')
}

// 开放是必由之路: says what something is; 一是 and 于是 are no such thing.
const DESCRIBES =
  /^(?!.*[0-9])[\u4e00-\u9fa5“”]{2,14}(?<![一二三四五六七八九十于还就不正但都也凡])是(?!否|非)[^，。]{2,}/
