/**
 * Finds the heads of a report: level 0 its parts, level 1 （一）, level 2 the topic sentence a paragraph opens with,
 * level 3 the short run-in heads inside it.
 */
import { findsEntity } from './entities.ts'
import type { Gazetteer } from './entities.ts'
import type { Heading } from './reading.ts'
import type { ReportParts } from './report-parts.ts'
import { splitSentences, withoutFinalMark } from './sentences.ts'
import type { Piece, Unwrapped } from './unwrap.ts'

export type OutlinedSentence = Piece & {
  readonly level: Heading['level'] | null
  readonly subtopic: string | null
}

export type OutlinedParagraph = Piece & {
  readonly index: number
  readonly section: string | null
  readonly topic: string | null
  /** between a level-1 head and the first topic sentence under it */
  readonly overview: boolean
  readonly sentences: readonly OutlinedSentence[]
}

/** A head in joined offsets; `start` is where its words begin, behind the number. */
export type OutlineHead = Omit<Heading, 'span'> & Piece

export type Outline = { readonly heads: readonly OutlineHead[]; readonly paragraphs: readonly OutlinedParagraph[] }

const PART_NUMBER = /^(?:([一二三四五六七八九十]{1,3})、|第([一二三四五六七八九十])部分[、：:]?)/
// 1. as the sections' number, in reports that have neither （一） nor a second rank of 一、
const ARABIC_SECTION = /^([0-9]{1,2})[.．](?![0-9])/
const SECTION_NUMBER = /^[（(]([一二三四五六七八九十]{1,3})[）)]/
// 1. 1． 1、 （1） ①: a numbered topic.
const TOPIC_NUMBER = /^(?:[0-9０-９]{1,2}[.．、](?![0-9０-９])|[（(][0-9０-９]{1,2}[）)]|[①-⑳])/

const LONGEST_HEAD = 70
const LONGEST_TOPIC = 20
const LONGEST_NUMBERED_TOPIC = 30
const LONGEST_RUN_IN = 16

type Head = { readonly level: 0 | 1; readonly no: string; readonly wordsAt: number; readonly end: number }

export function outlineOf(unwrapped: Unwrapped, parts: ReportParts, gazetteer: Gazetteer): Outline {
  const { text } = unwrapped
  const paragraphs = unwrapped.paragraphs.slice(0, parts.end)
  const scheme = numberingOf(text, paragraphs, parts.tasksFrom)
  const heads: OutlineHead[] = []
  const outlined: OutlinedParagraph[] = []
  let section: string | null = null
  let partTitle: string | null = null
  paragraphs.forEach((piece, index) => {
    const sentences = splitSentences(text, piece)
    const head = readHead(text, piece, sentences[0], index > parts.tasksFrom ? scheme : 'bracket')
    if (head?.level === 0) {
      section = null
      partTitle = index > parts.tasksFrom ? text.slice(head.wordsAt, head.end) : null
    } else if (head !== null) section = head.no
    const topic = head === null ? topicOf(text, piece, sentences) : null
    const marked = markSentences(text, sentences, head, topic, gazetteer)
    heads.push(...headsOf(text, piece, head, topic, marked, section))
    outlined.push({
      ...piece,
      index,
      section: section ?? partTitle,
      topic: topic?.text ?? null,
      overview: false,
      sentences: marked,
    })
  })
  return { heads, paragraphs: inheritTopics(markOverviews(outlined)) }
}

/** How the sections of the plan are numbered: （一）, or 一、 again from the beginning, or 1. */
type Numbering = 'bracket' | 'chinese' | 'arabic'

function numberingOf(text: string, paragraphs: readonly Piece[], tasksFrom: number): Numbering {
  const openings = paragraphs.slice(tasksFrom + 1).map(({ start, end }) => text.slice(start, Math.min(end, start + 8)))
  if (openings.some((opening) => SECTION_NUMBER.test(opening))) return 'bracket'
  if (openings.some((opening) => opening.startsWith('一、'))) return 'chinese'
  return openings.filter((opening) => ARABIC_SECTION.test(opening)).length >= 3 ? 'arabic' : 'bracket'
}

function readHead(text: string, piece: Piece, first: Piece | undefined, numbering: Numbering): Head | null {
  if (first === undefined) return null
  const end = withoutFinalMark(text, first)
  if (end - piece.start > LONGEST_HEAD) return null
  const opening = text.slice(piece.start, Math.min(piece.end, piece.start + 8))
  const part = PART_NUMBER.exec(opening)
  const section = SECTION_NUMBER.exec(opening) ?? (numbering === 'arabic' ? ARABIC_SECTION.exec(opening) : null)
  const match = part ?? section
  if (match === null) return null
  const level = part !== null && numbering !== 'chinese' ? 0 : 1
  return { level, no: match[1] ?? match[2] ?? '', wordsAt: piece.start + match[0].length, end }
}

/** The heads that a paragraph contributes. A part keeps its number in its text; a section has it apart. */
function headsOf(
  text: string,
  piece: Piece,
  head: Head | null,
  topic: Topic | null,
  sentences: readonly OutlinedSentence[],
  section: string | null,
): OutlineHead[] {
  const heads: OutlineHead[] = []
  if (head !== null) {
    const isPart = head.level === 0
    const words = text.slice(isPart ? piece.start : head.wordsAt, head.end)
    heads.push({ level: head.level, no: isPart ? null : head.no, text: words, start: piece.start, end: head.end })
  }
  if (topic !== null) heads.push({ level: 2, no: section, ...topic })
  for (const sentence of sentences) {
    if (sentence.level !== 3) continue
    const words = text.slice(sentence.start, withoutFinalMark(text, sentence))
    heads.push({ level: 3, no: section, text: words, start: sentence.start, end: sentence.end })
  }
  return heads
}

type Topic = Piece & { readonly text: string }

/** A topic sentence: the short first sentence of a paragraph (with more behind it), or a short line of its own. */
function topicOf(text: string, piece: Piece, sentences: readonly Piece[]): Topic | null {
  const first = sentences[0]
  if (first === undefined) return null
  const number = TOPIC_NUMBER.exec(text.slice(first.start, first.start + 6))?.[0] ?? ''
  const start = first.start + number.length
  const end = withoutFinalMark(text, first)
  const words = text.slice(start, end)
  const isLine = sentences.length === 1 && end === first.end
  if (sentences.length === 1 && !isLine) return null
  if (NOT_A_TOPIC.test(words)) return null
  if (number !== '')
    return words.length <= LONGEST_NUMBERED_TOPIC && !/[0-9；]/.test(words)
      ? { start: first.start, end: first.end, text: words }
      : null
  if (isLine && piece.end - piece.start > LONGEST_NUMBERED_TOPIC) return null
  if (words.length > LONGEST_TOPIC || words.length < 4 || /[，；：0-9,]/.test(words)) return null
  return { start: first.start, end: first.end, text: words }
}
// Openings that address the hall or frame the year, and list items: no topics.
const NOT_A_TOPIC = /^(?:各位代表|同志们|朋友们|全年|全市|今年|一是|首先|[—–-]|我们|市长|省长|主席)/

function markSentences(
  text: string,
  sentences: readonly Piece[],
  head: Head | null,
  topic: Piece | null,
  gazetteer: Gazetteer,
): OutlinedSentence[] {
  const runIns = runInHeads(text, sentences, gazetteer)
  let subtopic: string | null = null
  return sentences.map((sentence, index) => {
    if (index === 0 && head !== null) return { ...sentence, level: head.level, subtopic: null }
    if (index === 0 && topic !== null) return { ...sentence, level: 2 as const, subtopic: null }
    if (runIns.has(index)) {
      subtopic = text.slice(sentence.start, withoutFinalMark(text, sentence))
      return { ...sentence, level: 3 as const, subtopic: null }
    }
    return { ...sentence, level: null, subtopic }
  })
}

/** Run-in heads come in groups: one short sentence before a longer one may be a task of its own. */
function runInHeads(text: string, sentences: readonly Piece[], gazetteer: Gazetteer): Set<number> {
  const found = new Set<number>()
  sentences.forEach((sentence, index) => {
    const next = sentences[index + 1]
    if (index === 0 || next === undefined) return
    const words = text.slice(sentence.start, withoutFinalMark(text, sentence))
    if (words.length > LONGEST_RUN_IN || words.length < 4 || /[，、；：0-9“《]/.test(words)) return
    const following = text.slice(next.start, next.end)
    if (following.length <= words.length + 4 || !/[，；]/.test(following)) return
    if (/[A-Za-z]/.test(words) || findsEntity(words, gazetteer)) return
    found.add(index)
  })
  return found.size >= 2 ? found : new Set()
}

/** Marks what stands between a level-1 head and the first topic sentence of its section, when there is one. */
function markOverviews(paragraphs: readonly OutlinedParagraph[]): OutlinedParagraph[] {
  const marked = [...paragraphs]
  for (let at = 0; at < paragraphs.length; at += 1) {
    if (paragraphs[at]?.sentences[0]?.level !== 1) continue
    let topicAt = at + 1
    while (topicAt < paragraphs.length && paragraphs[topicAt]?.topic === null && !startsWithHead(paragraphs[topicAt]))
      topicAt += 1
    if (paragraphs[topicAt]?.topic == null || topicAt - at > 2) continue
    for (let index = at; index < topicAt; index += 1) {
      const paragraph = paragraphs[index]
      if (paragraph !== undefined) marked[index] = { ...paragraph, overview: true }
    }
  }
  return marked
}

function startsWithHead(paragraph: OutlinedParagraph | undefined): boolean {
  const level = paragraph?.sentences[0]?.level
  return level === 0 || level === 1
}

/** A paragraph whose topic stands on a line of its own before it takes that topic. */
function inheritTopics(paragraphs: readonly OutlinedParagraph[]): OutlinedParagraph[] {
  let lineTopic: string | null = null
  let section: string | null = null
  return paragraphs.map((paragraph) => {
    if (startsWithHead(paragraph) || paragraph.section !== section) lineTopic = null
    section = paragraph.section
    const isLine = paragraph.topic !== null && paragraph.sentences.length === 1
    if (isLine) lineTopic = paragraph.topic
    else if (paragraph.topic !== null) lineTopic = null
    return paragraph.topic === null && lineTopic !== null ? { ...paragraph, topic: lineTopic } : paragraph
  })
}
