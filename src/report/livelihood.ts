/** The year's 民生实事: announced as “N件实事”, then listed item by item. */
import { chineseValue } from './numerals.ts'
import type { Outline, OutlinedParagraph } from './outline.ts'
import type { Commitment, LivelihoodProject } from './reading.ts'
import type { ReportParts } from './report-parts.ts'
import { originalSpan } from './unwrap.ts'
import type { Piece, Unwrapped } from './unwrap.ts'

// 再办好5件民生实事, 十件实事: the count announced before the list is its length.
const ANNOUNCED = /([0-9]{1,3}|[一二三四五六七八九十]{1,3})[件项大]?(?:方面)?[^，。；0-9]{0,10}实事/g
/** No city promises more projects a year; a larger count is a budget's. */
const LONGEST_LIST = 60
/** A paragraph speaks of its list a few times at most. */
const MOST_ANNOUNCEMENTS = 5
// 一是…, 1.…, （1）…, 第一，…: an item's mark.
const ITEM =
  /^(?:([一二三四五六七八九十]{1,3})是|([0-9]{1,2})[.．、]|[（(]([0-9]{1,2})[）)]|第([一二三四五六七八九十]{1,3})[，、])/

type Item = Piece & { readonly no: number }

export function findLivelihood(
  unwrapped: Unwrapped,
  outline: Outline,
  parts: ReportParts,
  commitments: readonly Commitment[],
): { projects: LivelihoodProject[]; numberOf: (commitment: Commitment) => number | null } {
  const items = listedItems(unwrapped.text, outline, parts)
  const projects = items.map((item) => {
    const span = originalSpan(unwrapped, item.start, item.end)
    const within = commitments.filter((commitment) => commitment.span[0] >= span[0] && commitment.span[1] <= span[1])
    return {
      no: item.no,
      span,
      text: unwrapped.text.slice(item.start, item.end),
      commitments: within.map(({ id }) => id),
    }
  })
  const numbers = new Map(projects.flatMap((project) => project.commitments.map((id) => [id, project.no] as const)))
  return { projects, numberOf: ({ id }) => numbers.get(id) ?? null }
}

/** The longest list that runs 1, 2, 3 … behind an announcement. */
function listedItems(text: string, outline: Outline, parts: ReportParts): Item[] {
  let best: Item[] = []
  outline.paragraphs.forEach((paragraph, index) => {
    if (paragraph.index < parts.tasksFrom) return
    for (const announced of announcements(text, paragraph)) {
      const items = itemsBehind(text, outline.paragraphs.slice(index, index + announced.count + 2), announced.end)
      if (items.length >= 2 && items.length <= announced.count && items.length > best.length) best = items
    }
  })
  return best
}

function announcements(text: string, { start, end }: Piece): { count: number; end: number }[] {
  const words = text.slice(start, end)
  if (!words.includes('实事')) return []
  return [...words.matchAll(ANNOUNCED)]
    .map((match) => {
      const number = match[1] ?? ''
      const count = /[0-9]/.test(number) ? Number(number) : chineseValue(number)
      return { count, end: start + match.index + match[0].length }
    })
    .filter(({ count }) => count >= 2 && count <= LONGEST_LIST)
    .slice(-MOST_ANNOUNCEMENTS)
}

function itemsBehind(text: string, paragraphs: readonly OutlinedParagraph[], from: number): Item[] {
  const items: Item[] = []
  let open: { no: number; start: number; end: number; paragraph: number } | null = null
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index > 0 && isNewSection(paragraph)) break
    for (const sentence of paragraph.sentences) {
      if (sentence.end <= from) continue
      const no = itemNumber(text, sentence)
      const expected: number = open === null ? items.length + 1 : open.no + 1
      if (no === expected) {
        if (open !== null) items.push(open)
        open = { no, start: sentence.start, end: sentence.end, paragraph: index }
      } else if (open !== null && open.paragraph === index) open.end = sentence.end
    }
  }
  if (open !== null) items.push(open)
  return items.map(({ no, start, end }) => ({ no, start, end }))
}

function isNewSection(paragraph: OutlinedParagraph): boolean {
  const level = paragraph.sentences[0]?.level
  return level === 0 || level === 1
}

function itemNumber(text: string, sentence: Piece): number | null {
  const match = ITEM.exec(text.slice(sentence.start, sentence.start + 8))
  if (match === null) return null
  const arabic = match[2] ?? match[3]
  return arabic !== undefined ? Number(arabic) : chineseValue(match[1] ?? match[4] ?? '')
}
