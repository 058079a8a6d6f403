import { workReportTask } from '../../ledgers/work-report-task.ts'
import { numberText } from '../create-item.ts'
import { Deeds, type Stage } from './deeds.ts'
import { openLife } from './life.ts'
import type { Opened } from './matters.ts'

/** Tasks added when the half-year was reviewed: title, the unit first named, and the one it was moved to (or none). */
const additions = [
  ['县级融媒政务专栏与台账同步公开', 'org_bgs', 'org_dsj', '四'],
  ['老旧小区加装电梯摸底', 'org_zjj', 'org_shuocheng', '五'],
  ['养老服务站与托育点共用场地清单', 'org_wjw', 'org_mzj', '七'],
  ['农村公路灾毁路段修复', 'org_jtj', 'org_shanyin', '五'],
  ['旅游驿站充电设施布点', 'org_wlj', 'org_fgw', '一'],
  ['小型水库除险加固收尾', 'org_slj', 'org_youyu', '五'],
  ['秋收农机跨区作业服务点', 'org_nyncj', null, '五'],
] as const satisfies readonly (readonly [string, string, string | null, string])[]

/**
 * The additions of September: most named the wrong unit first, which said so after signing, and were moved to another
 * that has still to take them up. `from` is the number after the report's last.
 */
export function liveSupplements(from: number, stage: Stage): Opened[] {
  const deeds = new Deeds(stage)
  const { cast, time } = stage
  return additions.map(([title, first, then, section], index) => {
    const opened = openLife(
      workReportTask,
      {
        number: numberText(workReportTask, from + index),
        common: {
          title,
          lead_unit: first,
          co_units: [],
          leader_post: cast.leaderOf(first),
          region: null,
          section,
        },
        values: {
          kind: 'activity',
          strength: 'push',
          deadline: '2024-12-31',
          deadline_default: true,
          proof_rule: '办理结果的文件或照片一件以上',
        },
        actor: cast.clerk,
        at: time.on('2024-09-09'),
        note: '半年盘点补充',
      },
      stage,
    )
    const [life] = opened
    const signed = time.on('2024-09-10')
    deeds.sign(life, signed)
    if (then === null) return opened
    life.act('dispute', deeds.owner(life), time.after(signed, 1), { note: '主要工作在另一单位，建议改派' })
    const settled = time.on('2024-09-13')
    const common = { lead_unit: then, co_units: [first], leader_post: cast.leaderOf(then) }
    life.act('transfer', cast.clerk, settled, { common, note: '按职责改由主要实施单位牵头' })
    life.act('settle_dispute', cast.clerk, time.after(settled, 0), { note: '已与两家单位商定，重新下达' })
    return opened
  })
}
