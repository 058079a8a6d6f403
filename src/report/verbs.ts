/**
 * The words a commitment opens with. First what stands before the verb and is peeled off, then the verbs themselves.
 * A verb list decides three things: where the object begins, how strong the promise is, and how sure we are.
 */

const words = (list: string): readonly string[] => list.trim().split(/\s+/)

/** Adverbs and openers before the verb: 加快推进 peels to 推进 (加快 alone stays a verb). */
const ADVERBS = words(`
  积极 全面 大力 深入 持续 着力 进一步 切实 认真 扎实 不断 全力 严格 坚决 努力 继续 稳步 有序 统筹 加快 加速 抓紧 尽快 尽早 早日 尽可能
  高标准 高质量 高水平 高起点 高效 高效能 因地制宜 因企施策 分类 分批 分级 分步 逐步 逐年 逐级 定期 常态化 规范化 一体 一体化 协同 合理 科学 精准 有效 有力
  充分 主动 牢牢 狠 强力 强势 奋力 倾力 倾心 聚力 精心 用心 用情 用力 统一 率先 优先 重点 集中 广泛 普遍 深度 纵深 系统 整体 同步 滚动 梯度 灵活
  稳妥 积极稳妥 分类稳妥 依法 依规 依法合规 依法依规 依托优势 毫不松懈 毫不放松 毫不动摇 不折不扣 坚定不移 坚定 驰而不息 久久为功 下大力气 多措并举
  千方百计 全方位 全过程 全链条 全领域 全域 多渠道 多元化 多形式 多层次 深化拓展 大幅 显著 明显 基本 全部 力争 争取 确保 务必 必须 要 将 再 还 也 更加 更好 更大力度
  同时 此外 另外 其中 首先 其次 第一 第二 第三 第四 第五 一方面 另一方面 着眼 前瞻 前瞻性 创新 探索 试点 突出 强化措施 组织 合力 通力 携手 联合 鼓励引导 支持引导
  示范 加力 适当 系统性 动态 长效 柔性 综合 彻底 持之以恒 下功夫 下气力 下决心 大规模 大幅度 高度 一律 注重 致力 致力于 妥善 层层 分区分类 因势利导 标本兼治 尽力而为 量力而行 市县联动 多层次 多渠道 最大限度 集中力量 集中精力 深入细致 也 并 都 更 仍 仍要 应 应当 需 尤其要 特别是要 特别是 重在 着重 重点是 坚决 大胆 踊跃 及早 尽量 更多 扎扎实实 切实把 只 严 全程 实时 精细 精细化 深度融合 联合 自主 自觉主动
  今年 全年 年内 年底前 上半年 下半年 一季度 二季度 三季度 四季度 年度 本年度 今后 明年 近期 新 重 争 带头 自觉 始终 时刻 切实有效 快速 平稳 安全 顺利 如期 按期 按时 高效率
  健康 良性 适时 适度 超前 适度超前 压茬 提速 紧抓 实打实 真正 及时 严肃 从严 依次 分别 均 都 全市 全省 全区 全县 全州
`)

/** Purposes and trends are told by these and their objects; alone they open activities as well. */
export const EFFECT_VERBS = words(`
  提升 提高 增强 促进 激发 形成 营造 实现 让 使 倒逼 减轻 释放 厚植 彰显 凝聚 汇聚 带动 增进 满足 保障 改善 筑牢 补齐 盘活 帮助 发挥 拓宽 拓展 优化 夯实 缓解 擦亮
  放大 守护 助力 守住 补强 做强 做优 做大 做大做强 做优做强 扩大 塑造 构建 打造 增加 推动 推进 畅通 集聚 解决 有效解决 化解 破解 防止 杜绝 避免 减少 降低 节约 巩固 巩固拓展 维护 赋能 撬动 服务 支撑 引领
`)

/** Verbs whose object is a named deliverable or an end that is reached or not. */
export const END_VERBS = words(`
  建成 建成投用 建成投运 建成投产 开工 开工建设 动工 启动 启动实施 启动建设 建立 搭建 通过 纳入 完成 新建 运营 成立 组建 设立 出台 制定 制定出台 编制 编制完成 研究制定 修订 印发
  公开发布 发布 举办 承办 办好 召开 组织参加 创建 成功创建 争创 创成 开通 评选 投运 投用 启用 竣工 交付 落地 获批 挂牌 上线 验收 通车 并网 投产 关停 淘汰 消除 清零 兑现 入规核准 建好 办成 上市 引进落地 创办 筹建 筹办 申建 增设 设置 补办 实现 组织召开 组织编制 开建 续建 迁建 复垦 建齐
`)

/** Verbs that reach or hold a value. */
export const REACH_VERBS = words(`
  增长 达到 达 突破 超过 新增 增加 下降 降低 减少 稳定在 保持在 控制在 提高到 提升到 提升至 提高至 增长到 增至 降至 降到 不低于 不少于 不超过 高于 低于 完成 投资 实现 改造 治理 新建 建成 培育 引进 压减 压缩 缩短 化解 发放 植树造林 造林 营造林 购置 总投资
`)

export const PROHIBIT_VERBS = words(
  '杜绝 遏制 防止 严控 严守 守住 严禁 严防 防范 防范化解 化解 管控 严厉打击 严打 打击 严惩 惩治 整治 查处 取缔 遏止 减少 守牢 守好 禁止 制止 严查 纠治 根治',
)

/** Verbs that mean pushing others or a process. */
export const PUSH_VERBS = words('推动 推进 加快 促进 支持 鼓励 引导 吸引 助推 扶持 加速 推广应用 动员 激励 引进 撬动')

/** All other verbs that open an activity. */
const PLAIN_VERBS = words(`
  细化 细化落实 落地 集中攻克 发展布局   搞好 搞活 搞 进行 绘制 复制 复制推广 缩减 疏解 厘清 找准 备战 重组 弥补 堵塞 掌握 提档升级 串联 注册 改变 反对 克服 纠正 申创 培植 催生 催生培育 广开 分离 昂起 狠刹 重视 明确 提供 准备 选择 选好 配合 配合做好 调动 收回 剔除 吸纳 引申 培优 培强 培优培强 重振 振兴 提振 激扬 放手 搞强 优先发展 唱好 画好 办大 设好 推开 铺开 深化拓展 抓住用好 打击整治 落地实施 布局发展 谋划推进 谋划实施 谋划建设 组织实施 组织开展 组织 承担 深入开展 编好 留住 迎接 筹备 筹备好 备足 兴建 兴起 评创 盘整 腾退 处好 接好 摸清 摸排 全覆盖 严把 把控 压减 压实 扛起 担起 肩负 打通 打响 抢占 培树 厚植 做通 理清 规避 整肃 清收 回收 回迁 承租 租用 联办 协办 自办 外引 内培 分流 纳管 接管 托管 代管 代办 领办 帮办 快办
  实施 实施好 实行 开展 加强 强化 落实 落实好 打造 做好 完善 深化 加大 发展 发展壮大 培育 培育壮大 优化 健全 健全完善 建立健全 完善落实 推行 推广 制订 规范 建设 规划 规划建设 改造 提升改造
  扩大 抓好 抓实 抓紧 抓牢 抓细 狠抓 用好 用活 用足 利用 统筹 创新 整合 挖掘 探索 探索实施 探索开展 探索建立 布局 前瞻布局 对接 争取 承接 融入 参与 参加 理顺 打通 保护 传承 弘扬 发扬 繁荣 丰富 举行
  繁育 引育 培养 选拔 选派 招引 招聘 补充 配备 配置 配套 落细 兑付 盘活 释放 激活 唤醒 打好 打赢 打响 建强 配强 加密 织密 延伸 拉长 延长 补链 延链 强链 补链延链升链建链 构建 构筑 营造 树立 评定 认定 扶持认定
  巩固 巩固推进 巩固提升 巩固拓展 维护 保持 稳定 稳住 稳 扩 增 补 建 办 抓 强 优 修 拓 拓展 开拓 拓宽 开发 开辟 开放 放开 放宽 取消 下放 精简 压缩 简化 清理 清退 清查 整顿 整改 整治 治理 防治 防控 防御 监管 监测 监督 监控 检查 排查 巡查 督查 督办 考核 评价 评估
  执行 履行 遵守 接受 听取 办理 回应 答复 解决 破解 化解 处置 处理 处罚 调处 调解 引导 指导 辅导 培训 教育 宣传 普及 推介 推荐 推出 打击 扫除 铲除 管理 管好 管住 运行 运用 应用 使用 应对 保障 保证 确保 守护 守好 关心 关爱 关注 重视 帮扶 帮助 救助 扶助 资助 补助 补贴 减免 降低 提高 提升 增强
  促进 增加 增进 改善 改革 改进 改建 改扩建 新改扩建 新改建 扩建 续建 修建 修缮 修复 修编 恢复 更新 升级 置换 拆除 拆迁 征收 征迁 搬迁 迁建 迁移 安置 安装 铺设 架设 敷设 疏浚 疏通 贯通 连通 联通 畅通 打开 打破 突破 攻克 攻坚 研发 研制 研究 谋划 策划 筹划 筹措 筹集 募集 申报 申请 储备 论证 包装 签约 洽谈 谈判
  聚焦 聚集 集聚 汇集 汇聚 集成 集中 归集 共享 共建 互联 互通 联动 协作 合作 携手 融合 衔接 接轨 转化 转变 转移 转型 转换 推送 输送 输出 输入 出口 进口 销售 采购 购置 购买 租赁 出租 出让 供应 供给 供地 保供 收储 流转 确权 登记 颁发 发放 发行 发挥 发动 激发 激励 奖励 奖补 表彰 表扬 评比 评审 审批 审查 审计 核查 核算 核定 核发 普查 调查 调研 调整 调度 调控 统计 分析 研判 预警 预防 预测 预留
  引入 引进 引才 引资 招商 承办 主办 协办 倡导 提倡 崇尚 践行 贯彻 贯彻落实 学习 学习贯彻 宣讲 讲好 唱响 叫响 擦亮 塑造 塑强 锻造 锤炼 淬炼 铸造 铸牢 夯实 筑牢 垒实 压实 压紧 扛牢 担负 担当 承担 负责 服务 服务保障 服务好 支撑 支援 援助 驰援 慰问 走访 联系 联络 沟通 协调 协商 磋商 抢抓 抓住 把握 把好 把牢 把稳 坚守 坚持 恪守 秉持
  倾斜 倾注 投入 投放 投向 追加 安排 下达 拨付 划拨 结算 清偿 偿还 归还 追缴 追究 问责 倒查 整肃 肃清 净化 绿化 美化 亮化 硬化 净化 洁化 优选 精选 遴选 筛选 选树 选育 选聘 选任 任用 提拔 起用 严管 厚爱 严格 严肃 规制 约束 限制 禁止 杜绝 控制 管控 严控 封控 隔离 消杀 接种 检测 检验 检疫 诊疗 医治 救治 抢救 康复 养护 管护 护航 呵护 爱护 养殖 种植 栽植 种养 播种 收割 灌溉 浇灌 补种 造林 植树造林 飞播 封育 退耕 退牧 轮作 休耕 深松 深耕
  推选 创作 创造 创意 编排 演出 展演 展示 展览 参展 出版 播放 播出 放映 拍摄 制作 生产 加工 制造 组装 装备 装修 装配 配送 运输 运送 运输 物流 仓储 包装 交易 交付 结对 结合 联结 关联 挂钩 挂职 轮岗 交流 对口 帮带 带动 带领 引领 领跑 领航 赋能 增效 增收 节约 节能 降耗 减排 减负 减税 降费 降本 提质 提效 提速 扩量 扩面 扩容 扩能 增量 增产 稳产 复产 复工 达产 达标 达效 投建 入规 入库 入统 入园 入驻 落户 落地 落成 扎根 生根 开花 结果
  做实 做细 做精 做特 做强 做优 做大 做大做强 做优做强 做强做优 做专 做深 做足 做活 做响 壮大 壮强 兴办 兴建 兴修 创优 创响 创树 叠加 放大 缩小 缩短 减轻 减少 压减 削减 裁减 撤并 撤销 合并 归并 并轨 并网 接入 接续 接力 延续 继承 保留 保存 保全 保育 抢救 抢修 抢险 加固 加装 加强 加密 加厚 加深 加宽 增设 增补 增派 增配 增投 增绿 补绿 补植 补短板 补齐 补足 补强 强健 强壮 修订 修改 修正 纠正 纠治 矫正 校正 根治 医改 教改 房改 深耕 深挖 深推 严打 严查 严惩 严防 严守 挂牌 摘帽 脱贫 防返贫 返还 兜底 兜住 兜牢 托底 托住 守牢 守稳 稳定 稳控 稳妥 稳住 办优 办强 办好 建好 建优 管好 用好 护好 养好 种好 防好 治好 修好 编好 抓好 抓住 盯紧 盯牢 看好 看住 看护 照顾 照料 赡养 抚养 收养 领养 供养 特困 保持
`)

const ALL_VERBS = [
  ...EFFECT_VERBS,
  ...END_VERBS,
  ...REACH_VERBS,
  ...PROHIBIT_VERBS,
  ...PUSH_VERBS,
  ...PLAIN_VERBS,
  ...words('力争 争取 深挖 依托 立足 围绕 增长'),
]

/** A word list that finds its longest member at an offset: by first character, longest word first. */
class Lexicon {
  readonly #byFirst = new Map<string, string[]>()
  readonly #words: ReadonlySet<string>
  constructor(list: readonly string[]) {
    this.#words = new Set(list)
    for (const word of [...this.#words].sort((a, b) => b.length - a.length)) {
      const first = word.charAt(0)
      const sharing = this.#byFirst.get(first)
      if (sharing === undefined) this.#byFirst.set(first, [word])
      else sharing.push(word)
    }
  }
  longestAt(text: string, at: number, end: number): string | null {
    const candidates = this.#byFirst.get(text.charAt(at))
    if (candidates === undefined) return null
    return candidates.find((word) => at + word.length <= end && text.startsWith(word, at)) ?? null
  }
  has(word: string): boolean {
    return this.#words.has(word)
  }
}

const adverbs = new Lexicon(ADVERBS)
const verbs = new Lexicon(ALL_VERBS)
const reachVerbs = new Lexicon(REACH_VERBS)
const endVerbs = new Lexicon(END_VERBS)
const effectVerbs = new Lexicon(EFFECT_VERBS)
const prohibitVerbs = new Lexicon(PROHIBIT_VERBS)
const pushVerbs = new Lexicon(PUSH_VERBS)

export type VerbAt = {
  readonly verb: string
  readonly start: number
  readonly end: number
  /** what stands before the verb: adverbs, a time, 对X … */
  readonly manner: string
}

export const isEndVerb = (verb: string): boolean => endVerbs.has(verb)
export const isEffectVerb = (verb: string): boolean => effectVerbs.has(verb)
export const isProhibitVerb = (verb: string): boolean => prohibitVerbs.has(verb)
export const isPushVerb = (verb: string): boolean => pushVerbs.has(verb)

// List marks and connectives that open a clause: 一是, 其中, 1., （2）, ——.
const LIST_MARK =
  /^(?:[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，|其中|同时|[0-9]{1,2}[.．、]|[（(][0-9]{1,2}[）)]|[—－-]{1,2})/

/** The length of a list mark or connective at the beginning of a clause. */
export function listMarkLength(clause: string): number {
  return LIST_MARK.exec(clause)?.[0].length ?? 0
}

/** The verb a clause opens with, after its adverbs; null when it opens with something else. */
export function leadingVerb(clause: string): VerbAt | null {
  const from = listMarkLength(clause)
  let at = from
  for (;;) {
    // The verb wins where both fit and something stands behind it: 加快 in 加快建设 is an adverb, in 加快高铁建设 a verb.
    const adverb = adverbs.longestAt(clause, at, clause.length)
    if (adverb === null) break
    const after = at + adverb.length
    if (after >= clause.length) break
    const longer = verbs.longestAt(clause, at, clause.length)
    if (longer !== null && longer.length > adverb.length) break
    const next = verbs.longestAt(clause, after, clause.length) ?? adverbs.longestAt(clause, after, clause.length)
    if (longer !== null && next === null) break
    at = after
  }
  const verb = verbs.longestAt(clause, at, clause.length)
  if (verb !== null) return { verb, start: at, end: at + verb.length, manner: clause.slice(from, at) }
  const led = behindLead(clause, at)
  if (led > at) {
    const behind = leadingVerb(clause.slice(led))
    if (behind !== null) return shifted(behind, clause, from, led)
  }
  return PREPOSITION.test(clause.slice(at, at + 2)) ? verbBehindPreposition(clause, from, at + 1) : null
}

// 有计划地|引进…, “一县一策”|推动…, 各级政府要|增加…, 石化产业重点|抓好…: more that stands before a verb.
const LEADS = [
  // 年底|建成…, 到2027年|建成…, 6月30日前|完成…, 三季度|启动…
  /^(?:到|至|在|于)?(?:20\d\d年|今年|本年)?(?:(?:年[底末内]|(?<=年)[底末内]|\d{1,2}月(?:\d{1,2}日|份|底|末|初|[上中下]旬)?|第?[一二三四]季度末?|[上下]半年)(?:之?前|以前)?)?(?<=[年底末内月日份初旬度前])/,
  /^[^，、“]{1,6}地(?=[^方区铁块下理面质])/,
  /^“[^”]{2,12}”(?=[^，、]{4,})/,
  /^[^，“]{2,20}?(?<!需|主|重|首|摘|纪|必|只)要(?=[^素求塞点闻件害道领])/,
  /^[^，“]{2,12}?(?:重点是?|重在|着重)/,
]

function behindLead(clause: string, at: number): number {
  const rest = clause.slice(at)
  for (const lead of LEADS) {
    const length = lead.exec(rest)?.[0].length ?? 0
    if (length > 0 && length < rest.length) return at + length
  }
  return at
}

function shifted(verb: VerbAt, clause: string, from: number, by: number): VerbAt {
  return { verb: verb.verb, start: verb.start + by, end: verb.end + by, manner: clause.slice(from, verb.start + by) }
}

// 对X实施…, 向X推介…, 为X提供…: the verb stands behind the words that the preposition takes.
const PREPOSITION = /^(?:对|向|给|为|与|从|由|在|就|于|到|每)/

/** The first verb of two characters or more that has an object of at least two behind it. */
function verbBehindPreposition(clause: string, from: number, searchFrom: number): VerbAt | null {
  for (let at = searchFrom + 1; at < clause.length - 3; at += 1) {
    const verb = verbs.longestAt(clause, at, clause.length)
    if (verb === null || verb.length < 2 || at + verb.length > clause.length - 2) continue
    return { verb, start: at, end: at + verb.length, manner: clause.slice(from, at) }
  }
  return null
}

/** The verb inside a clause that opens with its subject: 发电量|达到|…, 全市|新增|…. The last reaching verb before `limit`. */
export function innerVerb(clause: string, limit: number): VerbAt | null {
  for (let at = Math.min(limit, clause.length) - 1; at > 0; at -= 1) {
    const verb = reachVerbs.longestAt(clause, at, Math.min(limit, clause.length))
    if (verb === null) continue
    // 稳定在 found at 稳; 保持在 at 保: the longest verb that ends here has been tried already from its first character.
    const longer = at > 0 ? reachVerbs.longestAt(clause, at - 1, Math.min(limit, clause.length)) : null
    const start = longer !== null && longer.length > verb.length ? at - 1 : at
    const chosen = longer !== null && longer.length > verb.length ? longer : verb
    return { verb: chosen, start, end: start + chosen.length, manner: clause.slice(listMarkLength(clause), start) }
  }
  return null
}
