/** Walks through the plan and labels its clauses. A draft is a commitment in joined offsets, not yet dressed up. */
import { clausesOf } from './clauses.ts'
import type { RawClause } from './clauses.ts'
import type { Gazetteer } from './entities.ts'
import { labelClause } from './labels.ts'
import type { Labelled } from './labels.ts'
import type { Outline, OutlinedParagraph, OutlinedSentence } from './outline.ts'
import type { FoundQuantity } from './found-quantity.ts'
import { quantitiesWithin } from './quantities.ts'
import type { ClauseLabel, CommitmentLabel } from './reading.ts'
import type { ReportParts } from './report-parts.ts'
import { kindOfSentence } from './sentence-kind.ts'
import type { SentenceKind } from './sentence-kind.ts'
import type { Piece } from './unwrap.ts'
import type { VerbAt } from './verbs.ts'
import { listMarkLength } from './verbs.ts'

export type Draft = Piece & {
  label: CommitmentLabel
  end: number
  rules: string[]
  confidence: number
  readonly verb: VerbAt | null
  /** the clause as it was labelled, with its list mark; the verb's offsets count from behind that mark */
  readonly words: string
  readonly cut: boolean
  readonly previous: Draft | null
  readonly sentence: Piece
  readonly paragraph: OutlinedParagraph
  readonly subtopic: string | null
  readonly section: string | null
  readonly means: Piece[]
  readonly purposes: Piece[]
}

export type DraftClause = Piece & { readonly label: ClauseLabel; readonly rules: readonly string[] }

export type Drafted = { readonly drafts: readonly Draft[]; readonly others: readonly DraftClause[] }

export function draftCommitments(
  text: string,
  outline: Outline,
  parts: ReportParts,
  quantities: readonly FoundQuantity[],
  gazetteer: Gazetteer,
): Drafted {
  const drafts: Draft[] = []
  const others: DraftClause[] = []
  const zone = framesOf(outline, parts)
  for (const paragraph of outline.paragraphs) {
    if (paragraph.index < parts.tasksFrom) continue
    for (const sentence of paragraph.sentences) {
      if (sentence.level !== null) continue
      if (parts.hasTargets && sentence.start < parts.targetsFrom) {
        others.push({ start: sentence.start, end: sentence.end, label: 'context', rules: ['X-BEFORE-05'] })
        continue
      }
      const { kind, rule } = kindOfSentence(text, {
        paragraph,
        sentence,
        beforeTasks: parts.hasTargets && paragraph.index < zone.tasks,
        targetsParagraph: parts.hasTargets && paragraph.index >= zone.targets && paragraph.index < zone.targetsEnd,
      })
      readSentence({ text, paragraph, sentence, kind, kindRule: rule, quantities, gazetteer, drafts, others })
    }
  }
  return { drafts, others }
}

/** Paragraph indices: where the targets stand, where they end, and where the tasks proper begin. */
function framesOf(outline: Outline, parts: ReportParts): { targets: number; targetsEnd: number; tasks: number } {
  const targets = outline.paragraphs.findIndex((paragraph) => paragraph.end > parts.targetsFrom)
  const after = outline.paragraphs.findIndex(
    (paragraph, index) => index > targets && (paragraph.topic !== null || isHeadLevel(paragraph)),
  )
  const tasks = after === -1 ? targets + 1 : after
  return { targets, targetsEnd: targets + 1, tasks }
}

function isHeadLevel(paragraph: OutlinedParagraph): boolean {
  const level = paragraph.sentences[0]?.level
  return level === 0 || level === 1
}

type Reader = {
  readonly text: string
  readonly paragraph: OutlinedParagraph
  readonly sentence: OutlinedSentence
  readonly kind: SentenceKind
  readonly kindRule: string | null
  readonly quantities: readonly FoundQuantity[]
  readonly gazetteer: Gazetteer
  readonly drafts: Draft[]
  readonly others: DraftClause[]
}

function readSentence(reader: Reader): void {
  const { text, sentence, kind, kindRule, quantities, others } = reader
  const numbers = quantitiesWithin(quantities, sentence.start, sentence.end).filter(isTarget)
  if (
    (kind === 'appeal' || kind === 'context') &&
    (numbers.length === 0 || !COUNTED_DEEDS.test(text.slice(sentence.start, sentence.end)))
  ) {
    others.push({ start: sentence.start, end: sentence.end, label: kind, rules: kindRule === null ? [] : [kindRule] })
    return
  }
  const clauses = clausesOf(text, sentence, quantities)
  let previous: Draft | null = null
  let means: Piece[] = []
  clauses.forEach((clause, index) => {
    const labelled = labelIn(reader, clause, index, clauses.length, previous, means.length > 0)
    const { label } = labelled
    if (label === 'dropped') return
    if (
      label === 'benefit' ||
      (label === 'number' && previous !== null && elaborates(text, clause, reader.paragraph))
    ) {
      if (previous !== null) extend(previous, clause, labelled)
      return
    }
    if (label === 'number' || label === 'state' || label === 'trend' || label === 'activity') {
      previous = toDraft(reader, clause, labelled, label, previous, means)
      reader.drafts.push(previous)
      means = []
      return
    }
    if (label === 'means') means.push(clause)
    if (label === 'purpose') previous?.purposes.push(clause)
    others.push({ start: clause.start, end: clause.end, label, rules: labelled.rules })
  })
}

/** In an appeal, only what counts deeds or things is a promise: 再办好5件实事. */
const COUNTED_DEEDS = /[0-9十两三四五六七八九][^，。]{0,3}(?:件|项)[^，。]{0,16}(?:实事|工程|事项|项目)|[0-9]/

function isTarget(quantity: FoundQuantity): boolean {
  return quantity.role === 'value' && quantity.unit !== ''
}

/** Real clauses have up to some 150 characters. Longer runs without a comma are no report's prose, and costly to match. */
const LONGEST_CLAUSE = 300
const TOO_LONG: Labelled = { label: 'context', rules: ['X-LONG-09'], verb: null, confidence: 0.3 }

/** 同时 or 其中 alone between commas. */
const DROPPED: Labelled = { label: 'dropped', rules: ['C-LINK-04'], verb: null, confidence: 1 }

function labelIn(
  { text, sentence, kind, kindRule, quantities, gazetteer }: Reader,
  clause: RawClause,
  index: number,
  count: number,
  previous: Draft | null,
  afterMeans: boolean,
): Labelled {
  const whole = text.slice(clause.start, clause.end)
  const words = whole.slice(listMarkLength(whole))
  const own = quantitiesWithin(quantities, clause.start, clause.end)
  if (words === '') return DROPPED
  if (words.length > LONGEST_CLAUSE) return TOO_LONG
  const labelled = labelClause({
    words,
    numbers: own.filter((quantity) => quantity.role === 'value'),
    hasDerived: own.some(({ role }) => role === 'derived'),
    afterCommitment: previous !== null,
    afterMeans,
    isFirst: index === 0 || clause.start === sentence.start,
    isLast: index === count - 1,
    gazetteer,
  })
  return { ...underKind(labelled, kind, kindRule, previous !== null, words), verb: labelled.verb }
}

/** What a clause may still be in a sentence that frames, addresses or lists targets. */
function underKind(
  labelled: Labelled,
  kind: SentenceKind,
  kindRule: string | null,
  afterCommitment: boolean,
  words: string,
): Labelled {
  const { label } = labelled
  if (kind === 'plain' || label === 'number' || label === 'benefit' || label === 'dropped') return labelled
  const rules = [...labelled.rules, ...(kindRule === null ? [] : [kindRule])]
  if (kind === 'appeal' || kind === 'context') return { ...labelled, label: kind, rules }
  if (kind === 'targets') {
    if (label === 'state' || label === 'trend') return { ...labelled, rules: [...labelled.rules, 'X-TARGETS-07'] }
    if (RELATIVE_IN_TARGETS.test(words))
      return { ...labelled, label: 'state', rules: ['S-RELATIVE-07', 'X-TARGETS-07'], confidence: 0.8 }
    return { ...labelled, label: afterCommitment ? 'purpose' : 'context', rules: [...labelled.rules, 'X-TARGETS-07'] }
  }
  // An overview: a title to be won or a named campaign still counts.
  if (label === 'state' && labelled.rules.includes('S-TITLE-03')) return labelled
  if ((label === 'state' || label === 'activity') && NAMED_CAMPAIGN.test(words)) return labelled
  return { ...labelled, label: 'context', rules }
}

// 与经济增长同步, 完成省下达任务, 控制在合理区间: checkable against something else.
const RELATIVE_IN_TARGETS = /同步|高于|快于|优于|下达|完成[^，]{0,12}(?:任务|目标|指标)|控制在|持平|稳定|位居|前列|走在/
// 实施“…”行动, 开展…攻坚战, 年活动
const NAMED_CAMPAIGN = /(?:“[^”]+”[^，]{0,8}|[^，]{2,})(?:行动|攻坚战?|活动年|年活动|工程|计划|战役|战略)$/

// 在现行基础上再提高20元, 为…每人发放5000元: goes on about the action before it. Only in lists of livelihood projects.
function elaborates(text: string, clause: Piece, paragraph: OutlinedParagraph): boolean {
  if (!'在为按对给每'.includes(text.charAt(clause.start))) return false
  return text.slice(paragraph.start, paragraph.end).includes('实事')
}

function extend(draft: Draft, clause: Piece, labelled: Labelled): void {
  draft.end = clause.end
  draft.label = 'number'
  draft.rules.push(...(labelled.label === 'benefit' ? labelled.rules : ['N-ELABORATE-03']))
}

function toDraft(
  { text, paragraph, sentence, kind }: Reader,
  clause: RawClause,
  labelled: Labelled,
  label: CommitmentLabel,
  previous: Draft | null,
  means: Piece[],
): Draft {
  return {
    start: clause.start,
    end: clause.end,
    label,
    rules: [...clause.rules, ...labelled.rules],
    confidence: kind === 'plain' || kind === 'targets' ? labelled.confidence : labelled.confidence - 0.15,
    verb: labelled.verb,
    words: text.slice(clause.start, clause.end),
    cut: clause.cut,
    previous,
    sentence,
    paragraph,
    subtopic: sentence.subtopic,
    section: kind === 'targets' ? '总目标' : paragraph.section,
    means,
    purposes: [],
  }
}
