/** The scores as rows for a person, and the floors under which a build fails. */
import { t } from '../text.ts'
import type { Text } from '../text.ts'
import { f1, percent } from './score.ts'
import type { Scores, Share } from './score.ts'

/** In percent, but for the two counts of mistakes, which are ceilings. */
export const FLOORS = {
  quantityPrecision: 99,
  quantityRecall: 97,
  quantityRight: 98,
  commitmentF1: 96,
  numericF1: 94,
  labels: 90,
  deadlines: 100,
  inventedDeadlines: 0,
  livelihood: 100,
  appealsTaken: 0,
} as const

export type ScoreRow = { readonly name: Text; readonly shown: string; readonly floor: string; readonly passes: boolean }

export function scoreRows(scores: Scores): ScoreRow[] {
  const { quantities, commitments, numeric, deadlines, livelihood } = scores
  return [
    atLeast(t('数字准确率', 'quantity precision'), quantities.precision, FLOORS.quantityPrecision),
    atLeast(t('数字召回率', 'quantity recall'), quantities.recall, FLOORS.quantityRecall),
    atLeast(t('数值与单位正确', 'value and unit right'), quantities.right, FLOORS.quantityRight),
    atLeast(t('任务准确率', 'commitment precision'), commitments.precision, 0),
    atLeast(t('任务召回率', 'commitment recall'), commitments.recall, 0),
    balanced(t('任务综合 F1', 'commitment F1'), commitments, FLOORS.commitmentF1),
    balanced(t('定量任务 F1', 'numeric commitment F1'), numeric, FLOORS.numericF1),
    atLeast(t('类别一致', 'labels agree'), scores.labels, FLOORS.labels),
    atLeast(t('力度一致', 'strengths agree'), scores.strengths, 0),
    atLeast(t('明确时限', 'explicit deadlines'), deadlines.right, FLOORS.deadlines),
    atMost(t('臆造时限', 'invented deadlines'), deadlines.invented, FLOORS.inventedDeadlines),
    atLeast(t('民生实事', 'livelihood projects'), livelihood.projects, FLOORS.livelihood),
    atLeast(t('实事任务', 'livelihood commitments'), livelihood.commitments, FLOORS.livelihood),
    atLeast(t('提纲', 'outline'), scores.outline, 0),
    atMost(t('误收号召语', 'appeals taken as tasks'), scores.appealsTaken, FLOORS.appealsTaken),
  ]
}

/** The names of the scores that miss their floor. */
export function belowFloors(scores: Scores): Text[] {
  return scoreRows(scores)
    .filter(({ passes }) => !passes)
    .map(({ name }) => name)
}

function atLeast(name: Text, share: Share, floor: number): ScoreRow {
  const value = percent(share)
  return {
    name,
    shown: `${value.toFixed(1)} (${share.hit}/${share.of})`,
    floor: floor === 0 ? '' : `≥ ${floor}`,
    passes: value >= floor,
  }
}

function balanced(name: Text, { precision, recall }: { precision: Share; recall: Share }, floor: number): ScoreRow {
  const value = f1(precision, recall)
  return { name, shown: value.toFixed(1), floor: `≥ ${floor}`, passes: value >= floor }
}

function atMost(name: Text, count: number, ceiling: number): ScoreRow {
  return { name, shown: String(count), floor: `≤ ${ceiling}`, passes: count <= ceiling }
}
