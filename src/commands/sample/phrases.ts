/** Short things people write in the sample; ours, and about nobody. */
export const measures = [
  '分管负责同志牵头，业务科室一名专人跟进，每月 25 日前核一次进度',
  '列出任务清单，分到科室和县区，先易后难，月底碰头',
  '成立三人小组，前期手续和现场同步推进，卡点当周报',
  '细化到季度节点，责任到科室，佐证随进度收集',
] as const

export const steady = ['按计划推进', '完成本月节点', '现场已核，进度正常', '县区数据已对账'] as const

export const troubles = {
  funds: ['第二批资金未到位，已与财政对接', '配套资金还差一部分，已提交申请'],
  permits: ['用地手续在办，预计下月取得', '施工许可待补一份材料'],
  works: ['雨季耽误一周，已加一个班组', '管线迁改比预计多，正在调整工序'],
  residents: ['部分居民对方案有意见，正在逐户沟通'],
  weather: ['连续降雨，室外作业暂停五天'],
  other: ['主管部门标准有调整，正在重新核对'],
} as const

export type Trouble = keyof typeof troubles

export const returns = [
  '佐证照片看不出地点，请补一张全景',
  '数量和清单对不上，请逐项核对后再报',
  '缺验收单，请补齐',
] as const

export const presses = ['本月进展还没报，请今天下班前补上', '已过时限，请说明原因和完成日期'] as const

export const plans = [
  '剩余部分分两批完成，每半月报一次进度',
  '先完成手续齐全的点位，其余随手续推进，节点见附表',
] as const
