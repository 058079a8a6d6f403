/** Dresses a draft up: verb and object, subject, strength, deadline, targets, names, parts. */
import { closingOf } from './characters.ts'
import { relativeTargetOf } from './labels.ts'
import type { Draft } from './drafts.ts'
import { entitiesIn } from './entities.ts'
import type { Gazetteer } from './entities.ts'
import type { FoundQuantity } from './found-quantity.ts'
import { quantitiesWithin } from './quantities.ts'
import type { Commitment, Deadline, Passage, Span } from './reading.ts'
import { strengthOf } from './strength.ts'
import { deadlineIn, recurrenceIn, sharesDeadline } from './times.ts'
import { originalSpan } from './unwrap.ts'
import type { Piece, Unwrapped } from './unwrap.ts'
import { listMarkLength } from './verbs.ts'
import type { VerbAt } from './verbs.ts'

export type DressingRoom = {
  readonly unwrapped: Unwrapped
  readonly year: number | null
  readonly quantities: readonly FoundQuantity[]
  readonly quantityId: (quantity: FoundQuantity) => string
  readonly gazetteer: Gazetteer
  readonly lineAt: (offset: number) => number
}

export function toCommitments(drafts: readonly Draft[], room: DressingRoom): Commitment[] {
  const deadlines = new Map<Draft, Deadline>()
  return drafts.map((draft, index) => toCommitment(draft, index, room, deadlines))
}

function toCommitment(draft: Draft, index: number, room: DressingRoom, deadlines: Map<Draft, Deadline>): Commitment {
  const { unwrapped, quantities, quantityId, gazetteer } = room
  const text = unwrapped.text.slice(draft.start, draft.end)
  const mark = listMarkLength(text)
  const verb = verbOf(draft, mark)
  const { strength, rule } = strengthOf({
    text: text.slice(mark),
    label: draft.label,
    verb: verb.name,
    manner: verb.manner,
  })
  const deadline = findDeadline(draft, text, room, deadlines)
  if (deadline !== null) deadlines.set(draft, deadline.value)
  const own = quantitiesWithin(quantities, draft.start, draft.end)
  const { places, orgs } = entitiesIn(text, gazetteer)
  const span = originalSpan(unwrapped, draft.start, draft.end)
  return {
    id: `C${String(index + 1).padStart(3, '0')}`,
    span,
    text,
    label: draft.label,
    verb: verb.name,
    verbInherited: draft.cut,
    object: verb.object,
    subject: verb.subject,
    strength,
    deadline: deadline?.value ?? null,
    targets: own.filter(({ role }) => role === 'value').map(quantityId),
    qualifiers: own.filter(({ role }) => role !== 'value').map(quantityId),
    recurrence: recurrenceIn(text),
    relativeTarget: draft.label === 'number' || draft.label === 'activity' ? null : relativeTargetOf(text),
    section: draft.section,
    topic: draft.paragraph.topic,
    subtopic: draft.subtopic,
    livelihood: null,
    parts: partsOf(verb.object ?? ''),
    places,
    orgs,
    means: draft.means.map((piece) => passage(unwrapped, piece)),
    purposes: draft.purposes.map((piece) => passage(unwrapped, piece)),
    sentence: originalSpan(unwrapped, draft.sentence.start, draft.sentence.end),
    paragraph: draft.paragraph.index,
    line: room.lineAt(span[0]),
    confidence: confidenceOf(draft, text),
    rules: [...draft.rules, rule, deadline?.rule ?? 'D-NONE-09'],
  }
}

type VerbParts = { name: string | null; manner: string; object: string | null; subject: string | null }

function verbOf(draft: Draft, mark: number): VerbParts {
  return draft.verb === null ? inheritedVerb(draft) : splitAtVerb(draft, draft.verb, mark)
}

/** …30个、提档升级村230个: the verb of the clause that was cut. */
function inheritedVerb(draft: Draft): VerbParts {
  const before = draft.cut ? draft.previous?.verb?.verb : undefined
  return { name: before ?? null, manner: '', object: null, subject: null }
}

function splitAtVerb(draft: Draft, verb: VerbAt, mark: number): VerbParts {
  const words = draft.words.slice(mark)
  const object = words.slice(verb.end)
  const isAdverbial = verb.manner.length <= 4
  return {
    name: verb.verb,
    manner: verb.manner,
    object: object === '' ? null : object,
    subject: !isAdverbial ? verb.manner : object === '' || startsWithTarget(object) ? subjectBefore(draft) : null,
  }
}

function startsWithTarget(object: string): boolean {
  return /^[0-9０-９]/.test(object)
}

/** 力争年底通车 is about what the clause before it acts on. */
function subjectBefore(draft: Draft): string | null {
  const before = draft.previous
  if (before?.verb == null) return null
  const object = before.words.slice(listMarkLength(before.words) + before.verb.end)
  const subject = startsWithTarget(object) ? before.verb.manner : object
  const bare = subject.replace(/(?:建设|前期工作|工程建设)$/, '')
  return bare === '' ? null : bare
}

function findDeadline(
  draft: Draft,
  text: string,
  { unwrapped, year }: DressingRoom,
  deadlines: ReadonlyMap<Draft, Deadline>,
): { value: Deadline; rule: string } | null {
  const found = deadlineIn(text, year)
  if (found !== null) {
    const start = draft.start + found.start
    const end = draft.start + found.end
    const value = {
      span: originalSpan(unwrapped, start, end),
      text: text.slice(found.start, found.end),
      due: found.due,
      kind: found.kind,
    }
    return { value, rule: found.rule }
  }
  const before = draft.previous === null ? undefined : deadlines.get(draft.previous)
  if (before === undefined || before.due === null || !sharesDeadline(text)) return null
  const value = {
    span: originalSpan(unwrapped, draft.start, draft.start + 2),
    text: '同步',
    due: before.due,
    kind: 'inherited' as const,
  }
  return { value, rule: 'D-SAME-10' }
}

function passage(unwrapped: Unwrapped, piece: Piece): Passage {
  const span: Span = originalSpan(unwrapped, piece.start, piece.end)
  return { span, text: unwrapped.text.slice(piece.start, piece.end) }
}

/** Nouns that close a list of separately checkable things. */
const LIST_CLOSING =
  /等?(?:重点)?(?:项目|工程|行动|基地|中心|学校|公路|高速|活动|政策|产业链|“[^”]+”)?(?:前期工作|建设|改造)?$/

/** A、B和C项目建设 → three parts, where each could be inspected on its own. */
function partsOf(object: string): readonly string[] {
  if (!/(?:项目|工程|基地|中心|学校|公路|高速|行动|园|机场|铁路)(?:前期工作|建设|改造)?$|等[^、]{2,10}$/.test(object))
    return []
  const pieces: string[] = []
  let from = 0
  for (let at = 0; at < object.length; at += 1) {
    const close = closingOf(object, at, object.length)
    if (close !== -1) at = close
    else if (object[at] === '、') {
      pieces.push(object.slice(from, at))
      from = at + 1
    }
  }
  if (from === 0) return []
  pieces.push(object.slice(from).replace(LIST_CLOSING, '') || object.slice(from))
  return pieces.every((piece) => piece.length >= 2) ? pieces : []
}

function confidenceOf(draft: Draft, text: string): number {
  let confidence = draft.confidence
  if (text.length < 5) confidence -= 0.2
  if (text.length > 60) confidence -= 0.1
  if (draft.paragraph.section === null && draft.section === null) confidence -= 0.1
  return Math.round(Math.min(1, Math.max(0.05, confidence)) * 100) / 100
}
