/**
 * What the reader finds in a report. All spans are [start, end) UTF-16 offsets into the ORIGINAL text;
 * every `text` is the slice of its span without white space (and, in Markdown, without the marks of emphasis).
 */
import type { Text } from '../text.ts'

export type Span = readonly [start: number, end: number]

/** What a clause of the tasks part is. The first four are commitments, the others explain or frame them. */
export type ClauseLabel = 'number' | 'state' | 'trend' | 'activity' | 'means' | 'purpose' | 'appeal' | 'context'
export type CommitmentLabel = Extract<ClauseLabel, 'number' | 'state' | 'trend' | 'activity'>

export type Measure =
  | 'count'
  | 'amount'
  | 'area'
  | 'length'
  | 'mass'
  | 'volume'
  | 'power'
  | 'energy'
  | 'voltage'
  | 'ratio'
  | 'yoy'
  | 'points'
  | 'duration'
  | 'rank'
  | 'multiplier'
  | 'index'
  | 'temperature'
  | 'concentration'
  | 'data'

/** `range` carries low and high; `rank` is a place in an order (全省第四), not a size. */
export type Op = '=' | '>=' | '<=' | '>' | '<' | '~' | 'range' | 'rank'

/**
 * value: what is counted or reached; qualifier: describes the thing (年产120万吨的煤矿);
 * scale-name: a size used as a name (百亿元产业); derived: a comparison with another figure (2倍以上); context: background.
 */
export type QuantityRole = 'value' | 'qualifier' | 'scale-name' | 'derived' | 'context'

export type Quantity = {
  /** 'Q001' … in text order */
  readonly id: string
  /** excludes the comparator */
  readonly span: Span
  readonly text: string
  /** in the base unit (3.2亿元 → 320000000 with unit 元); null for a range */
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  /** base unit as printed, without the scale; '' for a bare index, '位' for a rank, 'ratio' for a fraction */
  readonly unit: string
  readonly measure: Measure
  readonly op: Op
  readonly role: QuantityRole
  readonly basis: 'absolute' | 'yoy'
  /** true where the number is a change, not a level (再提高20元, 下降3个百分点) */
  readonly delta: boolean
  /** ids of the rules that decided, in order (see rules.ts) */
  readonly rules: readonly string[]
}

/**
 * stated 10月底前, inherited 同步建成, vague 尽快 (no due date), year 全年.
 * `due` is 'YYYY-MM-DD'. What comes round again (每月) is no deadline: see `recurrence`.
 */
export type DeadlineKind = 'stated' | 'inherited' | 'vague' | 'year'
export type Deadline = {
  readonly span: Span
  readonly text: string
  readonly due: string | null
  readonly kind: DeadlineKind
}

export type Strength = 'strive' | 'explore' | 'prohibit' | 'firm' | 'sustain' | 'push' | 'general'

/** A piece of the report with its place. */
export type Passage = { readonly span: Span; readonly text: string }

export type Commitment = {
  /** 'C001' … in text order */
  readonly id: string
  readonly span: Span
  readonly text: string
  readonly label: CommitmentLabel
  readonly verb: string | null
  /** the verb stands in the clause before and holds here too (…30个、…230个) */
  readonly verbInherited: boolean
  readonly object: string | null
  /** who or what the clause is about when it stands in another clause or before the verb */
  readonly subject: string | null
  readonly strength: Strength
  /** null: the report says nothing about when */
  readonly deadline: Deadline | null
  /** ids of the quantities that are the clause's own targets (role value) */
  readonly targets: readonly string[]
  /** ids of the quantities that only describe its object */
  readonly qualifiers: readonly string[]
  /** 每月, 逐年, 定期 …, or null */
  readonly recurrence: string | null
  /** a target without a number (高于…, 与…同步, 全覆盖), or null */
  readonly relativeTarget: string | null
  /** number of the level-1 head as printed ('一'), '总目标' for the year's overall targets, null before any head */
  readonly section: string | null
  /** the level-2 topic sentence above it, or null */
  readonly topic: string | null
  /** the level-3 run-in head above it, or null */
  readonly subtopic: string | null
  /** number of the 民生实事 it belongs to (1, 2 …), or null */
  readonly livelihood: number | null
  /** separately checkable things under the one verb; empty when there is only one */
  readonly parts: readonly string[]
  readonly places: readonly string[]
  readonly orgs: readonly string[]
  readonly means: readonly Passage[]
  readonly purposes: readonly Passage[]
  /** span of the whole sentence */
  readonly sentence: Span
  /** index into `paragraphs` */
  readonly paragraph: number
  /** 1-based line of the original text where it begins */
  readonly line: number
  /** 0..1: how sure the deciding rules are; under 0.7 a person should look first */
  readonly confidence: number
  /** ids of the rules that decided, in order (see rules.ts) */
  readonly rules: readonly string[]
}

export type Clause = {
  readonly span: Span
  readonly text: string
  readonly label: ClauseLabel
  readonly rules: readonly string[]
}

/** level 0 a part of the report, 1 （一）, 2 a topic sentence, 3 a run-in head */
export type Heading = {
  readonly level: 0 | 1 | 2 | 3
  readonly no: string | null
  readonly text: string
  readonly span: Span
}

/** A result of the past year that carries a number. `quantities` are ids. */
export type Achievement = { readonly span: Span; readonly text: string; readonly quantities: readonly string[] }

/** One of the year's 民生实事 (projects for people's livelihood). `commitments` are ids. */
export type LivelihoodProject = {
  readonly no: number
  readonly span: Span
  readonly text: string
  readonly commitments: readonly string[]
}

export type FlagCode =
  | 'lost_character'
  | 'half_number'
  | 'missing_start'
  | 'missing_end'
  | 'glossary_cut'
  | 'no_targets'
  | 'no_tasks'
  | 'no_year'

/** Something a person should know about the text itself. */
export type Flag = { readonly span: Span; readonly code: FlagCode; readonly message: Text }

export type Reading = {
  readonly title: string | null
  /** the year whose work is planned: from the option or found in the text */
  readonly year: number | null
  readonly paragraphs: readonly { readonly span: Span }[]
  readonly outline: readonly Heading[]
  readonly quantities: readonly Quantity[]
  readonly commitments: readonly Commitment[]
  /** every labelled clause of the tasks part, commitments included, in text order */
  readonly clauses: readonly Clause[]
  readonly achievements: readonly Achievement[]
  readonly livelihood: readonly LivelihoodProject[]
  readonly flags: readonly Flag[]
}
