/**
 * Units of report quantities. The scale (万, 亿) is read before the unit, so 万亩 is 亩 here.
 * Order does not matter: the longest form that fits wins.
 */
import type { Measure } from './reading.ts'

export type Unit = { readonly form: string; readonly measure: Measure }

/** Left out on purpose: 号 期 级 届 强 线 省 市 区 and the like, which name things after a bare number. */
const FORMS: Readonly<Partial<Record<Measure, string>>> = {
  ratio: '% ％ ‰',
  points: '个百分点 百分点',
  amount: '元 美元 欧元 港元 日元 英镑 块钱',
  area: '平方公里 平方千米 平方米 平方 公顷 亩 标准亩 ㎡',
  length: '公里 千米 米 厘米 毫米 里 单公里 车道公里 延米 海里',
  mass: '吨 公斤 千克 斤 吨标准煤 吨标煤 载重吨 蒸吨',
  volume: '立方米 立方 方 升 毫升',
  power: '千瓦 兆瓦 千伏安 兆伏安 马力 MW GW KW kW MVA',
  energy: '千瓦时 千瓦小时 兆瓦时 度电 MWh GWh kWh KWh',
  voltage: '千伏 kV KV',
  duration: '周年 个月 个季度 个工作日 工作日 个小时 小时 分钟 秒 天 年 周岁 岁 课时 学时',
  multiplier: '倍',
  temperature: '℃ 摄氏度',
  concentration: '微克/立方米 微克每立方米 毫克/立方米 毫克/升',
  data: 'TB PB EB GB Gbps Mbps Tbps PFLOPS EFLOPS Pflops Eflops PFlops EFlops',
  count: [
    '个 家 户 人 名 位 人次 人份 件 项 所 处 座 条 辆 台 套 宗 次 场 村 张 支 只 头 羽 株 例 起 部 对 间 栋 眼 艘 架 列 门',
    '款 种 类 口 枚 块 班 幅 册 孔 趟 镇 县 乡 盏 根 组 本 层 盘 幢 片 段 道 篇 批 期次 卷 轮 尾 粒 瓶 箱 桶 笔 票 席 副 束 棵 峰 栏 剂 针 床',
    '床位 张床位 标准箱 标箱 车次 架次 班次 场次 件次 批次 户次 台套 台次 套次 辆次 家次 轮次 剂次 针次 航次 对次',
    '车位 个车位 泊位 个泊位 学位 个学位 机架 标准机架 机柜 工位 网点 标段 航班 TEU',
  ].join(' '),
}

/** What a rate is counted against: 5万吨/日, 120元/人. */
const DENOMINATORS = ['小时', '平方米', '立方米', '日', '天', '年', '月', '人', '亩', '吨', '户', '秒']

const byForm = new Map<string, Unit>()
let longest = 1
for (const [measure, forms] of Object.entries(FORMS) as [Measure, string][]) {
  for (const form of forms.split(' ')) {
    byForm.set(form, { form, measure })
    longest = Math.max(longest, form.length)
  }
}

/** The longest unit that begins at `start`, with its denominator if it has one, or null. */
export function unitAt(text: string, start: number): Unit | null {
  for (let size = longest; size > 0; size -= 1) {
    const unit = byForm.get(text.slice(start, start + size))
    if (unit !== undefined) return withDenominator(text, start + size, unit)
  }
  return null
}

function withDenominator(text: string, at: number, unit: Unit): Unit {
  if (text[at] !== '/') return unit
  const below = DENOMINATORS.find((form) => text.startsWith(form, at + 1))
  return below === undefined ? unit : { form: `${unit.form}/${below}`, measure: unit.measure }
}
