import { t, type Text } from '../text.ts'

/** What of a unit the suggestion reads. */
export interface UnitDuties {
  readonly id: string
  readonly name: Text
  readonly short: Text
  readonly kind: string
  readonly duties: readonly string[]
}

/** What of a commitment it reads; all without white space. */
export interface OwnerClue {
  readonly text: string
  readonly subject: string | null
  /** The run-in heads and the topic above it, nearest first. */
  readonly heads: readonly string[]
}

export interface OwnerSuggestion {
  readonly unit: string
  /** Units that the words also point to. */
  readonly co: readonly string[]
  readonly reason: Text
}

interface Score {
  readonly unit: UnitDuties
  readonly points: number
  readonly words: readonly string[]
  readonly inHead: boolean
}

/** Words in the commitment itself weigh full; in its heads, less with every level up. */
const HEAD_WEIGHTS = [0.3, 0.15, 0.1]
/** A county's name says where, a department's duty says who. */
const PLACE_WEIGHT = 0.35
const CO_SHARE = 0.5
const MOST_CO = 3

/**
 * Who should lead: the unit whose duty words the commitment uses. Longer words say more (points grow with the square
 * of the length); a unit named outright wins. Null where no word is known. The officer decides; this only proposes.
 */
export function suggestOwner(clue: OwnerClue, units: readonly UnitDuties[]): OwnerSuggestion | null {
  const scores = units
    .filter((unit) => unit.kind !== 'government' && unit.kind !== 'supervision')
    .map((unit) => scoreOf(clue, unit))
    .filter((score) => score.points > 0)
    .sort((a, b) => b.points - a.points || (a.unit.id < b.unit.id ? -1 : 1))
  const best = scores[0]
  if (best === undefined) return null
  const co = scores
    .slice(1)
    .filter((score) => !score.inHead && (isPlace(score.unit) || score.points >= best.points * CO_SHARE))
    .slice(0, MOST_CO)
    .map((score) => score.unit.id)
  return { unit: best.unit.id, co, reason: reasonOf(best) }
}

function scoreOf(clue: OwnerClue, unit: UnitDuties): Score {
  const own = `${clue.subject ?? ''}\n${clue.text}`
  if (own.includes(unit.short.zh) && !isPlace(unit))
    return { unit, points: 1000, words: [unit.short.zh], inHead: false }
  const weight = isPlace(unit) ? PLACE_WEIGHT : 1
  const words = distinct(unit.duties.filter((word) => own.includes(word)))
  if (words.length > 0) return { unit, points: weight * pointsOf(words), words, inHead: false }
  for (const [level, head] of clue.heads.entries()) {
    const above = distinct(unit.duties.filter((word) => head.includes(word)))
    if (above.length > 0)
      return { unit, points: weight * (HEAD_WEIGHTS[level] ?? 0.1) * pointsOf(above), words: above, inHead: true }
  }
  return { unit, points: 0, words: [], inHead: false }
}

/** “供热管网” makes “供热” say nothing more. */
function distinct(words: readonly string[]): string[] {
  return words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .sort((a, b) => b.length - a.length)
}

function pointsOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + word.length ** 2, 0)
}

function isPlace(unit: UnitDuties): boolean {
  return unit.kind === 'county' || unit.kind === 'zone'
}

function reasonOf({ unit, words, inHead }: Score): Text {
  const quoted = words.slice(0, 2).map((word) => `“${word}”`)
  const where = inHead ? t('所在段落的', 'in the heading above, ') : t('', '')
  return t(
    `${where.zh}${quoted.join('、')}属${unit.short.zh}职责`,
    `${where.en}${quoted.join(', ')} ${words.length > 1 ? 'are duties' : 'is a duty'} of ${unit.short.en}`,
  )
}
