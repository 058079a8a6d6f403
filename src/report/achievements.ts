/** Results of the past year that carry a number: what this year's promises will be measured against. */
import type { Outline } from './outline.ts'
import type { FoundQuantity } from './found-quantity.ts'
import { quantitiesWithin } from './quantities.ts'
import type { Achievement } from './reading.ts'
import type { ReportParts } from './report-parts.ts'
import { splitClauses } from './sentences.ts'
import { originalSpan } from './unwrap.ts'
import type { Unwrapped } from './unwrap.ts'

export function findAchievements(
  unwrapped: Unwrapped,
  outline: Outline,
  parts: ReportParts,
  quantities: readonly FoundQuantity[],
  quantityId: (quantity: FoundQuantity) => string,
): Achievement[] {
  const achievements: Achievement[] = []
  for (const paragraph of outline.paragraphs) {
    if (parts.hasTasks && paragraph.index >= parts.tasksFrom) break
    for (const sentence of paragraph.sentences) {
      for (const clause of splitClauses(unwrapped.text, sentence)) {
        const own = quantitiesWithin(quantities, clause.start, clause.end).filter(({ role }) => role !== 'context')
        if (own.length === 0) continue
        achievements.push({
          span: originalSpan(unwrapped, clause.start, clause.end),
          text: unwrapped.text.slice(clause.start, clause.end),
          quantities: own.map(quantityId),
        })
      }
    }
  }
  return achievements
}
