import type { Commitment } from '../../storage/commitment-store.ts'
import type { DecisionEdit } from '../decision-edit.ts'

/** What the officer of the sample corrects; a line that finds nothing is passed over. */
export interface Correction {
  readonly words: string
  readonly decision: DecisionEdit
}

export const corrections: readonly Correction[] = [
  { words: '城镇居民收入', decision: { leadUnit: 'org_rsj', coUnits: ['org_dcd'] } },
  { words: '农村居民收入', decision: { leadUnit: 'org_nyncj', coUnits: ['org_dcd'] } },
  { words: '充填开采', decision: { leadUnit: 'org_nyj' } },
  { words: '10月份开工', decision: { title: '煤制烯烃项目10月份开工（力争）', coUnits: ['org_nyj', 'org_spj'] } },
  { words: '完成入规核准', decision: { title: '尽快完成煤制烯烃项目入规核准' } },
  { words: '质检中心', decision: { leadUnit: 'org_scjgj', coUnits: ['org_huairen'] } },
  { words: '国家级旅游度假区', decision: { leadUnit: 'org_wlj', coUnits: ['org_youyu'] } },
  { words: '一产增加值', decision: { leadUnit: 'org_nyncj' } },
  { words: '四条全产业链', decision: { leadUnit: 'org_nyncj', coUnits: ['org_gxj'] } },
  { words: '上半年达到80%', decision: { title: '重点项目开复工率上半年达到80%以上' } },
  { words: '473.37亿元', decision: { title: '产业项目年度计划投资473.37亿元' } },
  { words: '县域高中', decision: { leadUnit: 'org_jyj', coUnits: [] } },
  { words: '乡村便民服务点', decision: { leadUnit: 'org_spj', coUnits: [] } },
  { words: '古城乳业', decision: { leadUnit: 'org_nyncj', coUnits: ['org_shanyin'] } },
  { words: '特色主导产业', decision: { leadUnit: 'org_fgw', coUnits: ['org_gxj'] } },
  {
    words: '重点工程16项',
    decision: { title: '“一泓清水”行动实施重点工程16项', leadUnit: 'org_slj', coUnits: ['org_sthjj'] },
  },
  { words: '粮食产量', decision: { title: '粮食产量达到25.92亿斤以上' } },
  { words: '省定民生实事', decision: { leadUnit: 'org_bgs', title: '办好省定民生实事15件' } },
  { words: '5件民生实事', decision: { leadUnit: 'org_bgs', title: '市里再办5件民生实事' } },
]

/** Merged with its neighbour before: it cannot stand alone. */
export const tails: readonly string[] = ['力争年底通车']

export const rejections: readonly { readonly words: string; readonly reason: string }[] = [
  { words: '电要发得更绿', reason: '小标题，下面各条已分解' },
  { words: '齐用力', reason: '小标题，下面各条已分解' },
  { words: '2倍以上', reason: '对计划投资的说明，不单列' },
]

export const setAside: readonly string[] = ['县域之间优势互补', '发展普惠托育服务']

/** Where nobody is suggested, the general office keeps the task until a unit is found. */
export const fallbackLead = 'org_bgs'

export function titleOf({ decision }: Commitment): string {
  return String(decision['title'])
}

/** Shares of the year's target planned for the ends of the first three quarters: works in the open begin in spring. */
export function nodesOf(target: number, lot: number): readonly [number, number, number] {
  const shares = lot < 0.5 ? [0.05, 0.35, 0.75] : lot < 0.8 ? [0.15, 0.45, 0.75] : [0.2, 0.5, 0.8]
  const step = !Number.isInteger(target) ? 0.1 : target >= 100_000 ? 1000 : target >= 5000 ? 100 : 1
  const [q1 = 0, q2 = 0, q3 = 0] = shares.map(
    (share) => Math.round(Math.round((target * share) / step) * step * 10) / 10,
  )
  return [q1, q2, q3]
}
