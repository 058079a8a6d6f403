/** Says what a clause is. A decision list: the first rule that fits decides, and its id is kept. */
import {
  ACTION_INSIDE,
  ALL_THAT_SHOULD,
  CHANGE,
  END_STATE,
  INDICATOR,
  MEANS,
  MEANS_END,
  PURPOSE,
  RELATIVE,
  TITLE,
} from './clause-patterns.ts'
import { findsEntity } from './entities.ts'
import type { Gazetteer } from './entities.ts'
import type { FoundQuantity } from './found-quantity.ts'
import type { ClauseLabel } from './reading.ts'
import { innerVerb, leadingVerb } from './verbs.ts'
import type { VerbAt } from './verbs.ts'

export type ClauseContext = {
  /** without its list mark */
  readonly words: string
  /** the clause's own targets (role value) */
  readonly numbers: readonly FoundQuantity[]
  readonly hasDerived: boolean
  /** a commitment stands before it in the sentence */
  readonly afterCommitment: boolean
  /** the clause before it is means */
  readonly afterMeans: boolean
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly gazetteer: Gazetteer
}

export type Labelled = {
  readonly label: ClauseLabel | 'benefit' | 'dropped'
  readonly rules: readonly string[]
  readonly verb: VerbAt | null
  /** 0..1, before the commitment's other doubts are taken off */
  readonly confidence: number
}

const decided = (label: Labelled['label'], rule: string, confidence: number, verb: VerbAt | null = null): Labelled => ({
  label,
  rules: [rule],
  confidence,
  verb,
})

export function labelClause(context: ClauseContext): Labelled {
  const { words } = context
  if (CONNECTIVE.test(words)) return decided('dropped', 'C-LINK-04', 1)
  return (
    labelNumber(context) ?? labelMeans(context) ?? labelFrame(context) ?? labelPurpose(context) ?? labelAction(context)
  )
}

// 同时， 此外， 特别是，: nothing but a link.
const CONNECTIVE =
  /^(?:同时|此外|另外|与此同时|其中|为此|特别是|尤其是|总之|首先|其次|再次|最后|一方面|另一方面|[一二三四五六七八九十]是|第[一二三四五六七八九十])$/
// 惠及2.6万户, 覆盖…: says whom the action before it reaches.
const BENEFIT = /^(?:惠及|覆盖|服务(?!业)|受益|带动|辐射|可?满足|吸纳|预计|受惠|让[^，]{0,12}[0-9])/

function labelNumber({ words, numbers, hasDerived, afterCommitment }: ClauseContext): Labelled | null {
  if (numbers.length === 0) {
    return hasDerived && /^(?:是|为|占|相当于)/.test(words) && afterCommitment
      ? decided('purpose', 'P-DERIVED-08', 0.9)
      : null
  }
  if (afterCommitment && BENEFIT.test(words)) return decided('benefit', 'N-BENEFIT-02', 0.9)
  const verb = leadingVerb(words) ?? innerVerb(words, limitOf(words, numbers))
  return decided('number', 'N-TARGET-01', verb === null ? 0.85 : 0.95, verb)
}

/** Where the first target of the clause begins, so that the verb is sought before it. */
function limitOf(words: string, numbers: readonly FoundQuantity[]): number {
  const first = numbers[0]
  const at = first === undefined ? -1 : words.indexOf(first.text)
  return at === -1 ? words.length : at
}

function labelMeans({ words, isLast }: ClauseContext): Labelled | null {
  for (const { rule, shape } of MEANS) {
    if (!shape.test(words)) continue
    // The phrase may go on to an action of its own without a comma between.
    if (
      rule !== 'M-TAKE-01' &&
      rule !== 'M-CREED-07' &&
      ACTION_INSIDE.test(words) &&
      !MEANS_END.test(words) &&
      !/^(?:始终|继续|更加)?坚持/.test(words)
    )
      return null
    // Alone or at the end there is nothing it could be the means of.
    if (isLast && rule !== 'M-SLOGAN-08' && rule !== 'M-UPON-04') return null
    return decided('means', rule, 0.9)
  }
  return null
}

// 目标是, 必须…: announces, does nothing.
const ANNOUNCES =
  /(?:目标是|任务是|要求是|重点是|关键是|根本是|核心是|就是)$|^(?:这是|这些|只要|只有|如果|因为|由于|虽然|既要|既是|不仅|无论|面对|当前|目前|实践证明|事实证明)/

function labelFrame({ words }: ClauseContext): Labelled | null {
  return ANNOUNCES.test(words) ? decided('context', 'X-FRAME-01', 0.85) : null
}

function labelPurpose({ words, afterCommitment, isFirst, afterMeans, gazetteer }: ClauseContext): Labelled | null {
  if (isFirst || !(afterCommitment || afterMeans)) return null
  for (const { rule, shape } of PURPOSE) {
    if (!shape.test(words)) continue
    const always = rule === 'P-LET-01'
    // After nothing but means the outcome is the sentence's own action.
    if (!afterCommitment && !always) return null
    if (!always && isCheckable(words, gazetteer)) return null
    return decided('purpose', rule, 0.85)
  }
  return null
}

/** An end, an indicator, a quoted name or a named thing makes an outcome a task of its own. */
function isCheckable(words: string, gazetteer: Gazetteer): boolean {
  if (/[“《0-9A-Za-z]/.test(words)) return true
  if (END_STATE.test(words) || ALL_THAT_SHOULD.test(words) || TITLE.test(words)) return true
  if (CHANGE.test(words) && INDICATOR.test(words)) return true
  return findsEntity(words, gazetteer)
}

const STATE_CREATORS =
  /(?:机制|制度|平台|中心|基地|体系|专班|联盟|基金|公司|机构|队伍|库|园|馆|站|办法|方案|规划|条例|意见|清单|目录|计划|标准)$/

function labelAction({ words, afterCommitment, gazetteer }: ClauseContext): Labelled {
  const verb = leadingVerb(words)
  const name = verb?.verb ?? ''
  const object = verb === null ? words : words.slice(verb.end)
  if (name === '杜绝') return decided('state', 'S-PROHIBIT-05', 0.9, verb)
  if (CHANGE.test(words) && INDICATOR.test(words) && !words.endsWith('力度'))
    return decided('trend', 'T-INDICATOR-01', 0.85, verb)
  if (
    /(?:稳步|稳定|持续|明显|逐步|进一步)(?:下降|提高|上升|降低|提升|缩小|扩大|增长|增加|减少)$/.test(words) &&
    /(?:率|能耗|占比|比重|成本|强度|规模|排放|浓度|差距|事故|收入)/.test(words)
  )
    return decided('trend', 'T-INDICATOR-02', 0.85, verb)
  if (/^(?:切实|坚决|有效)?减少/.test(words)) return decided('trend', 'T-INDICATOR-02', 0.7, verb)
  if (ALL_THAT_SHOULD.test(words)) return decided('state', 'S-ALL-04', 0.9, verb)
  if (END_STATE.test(words) && !/(?:推进|加快|做好|促进)[^，]{0,6}(?:复工|落地)$/.test(words))
    return decided('state', 'S-END-01', 0.9, verb)
  if (TITLE.test(words) && !words.endsWith('工作')) return decided('state', 'S-TITLE-03', 0.85, verb)
  if (isNamedDeliverable(name, object, verb?.manner ?? '', gazetteer))
    return decided('state', 'S-DELIVER-02', 0.8, verb)
  if (/^(?:坚决|牢牢|切实)?(?:确保|守住|守牢)/.test(words)) return decided('state', 'S-GUARD-06', 0.75, verb)
  if (/全部[^，]{2,14}$|(?:高于|快于|优于|好于|同步于)|与[^，]{1,14}(?:同步|持平)/.test(words))
    return decided('state', 'S-RELATIVE-07', 0.8, verb ?? innerVerb(words, words.length))
  if (verb !== null) return decided('activity', 'A-VERB-01', object === '' ? 0.6 : 0.88, verb)
  if (/^(?:全力|坚决)?(?:力争|确保|争取|努力实现)/.test(words))
    return decided('state', 'S-GUARD-06', 0.7, innerVerb(words, words.length))
  // No verb that we know opens it: a subject may stand first.
  const finished = SUBJECT_FINISHES.exec(words)
  if (finished !== null && (!afterCommitment || findsEntity(words, gazetteer) || ALL_OF.test(words))) {
    return decided('state', 'S-SUBJECT-08', 0.7, innerVerb(words, words.length))
  }
  if (afterCommitment) return decided('purpose', 'P-UNKNOWN-09', 0.5)
  return ACTS_SOMEWHERE.test(words) ? decided('activity', 'A-UNKNOWN-02', 0.5) : decided('context', 'X-NOVERB-08', 0.5)
}

// 某县实现全域绿化, 会展中心二期完成主体工程
const SUBJECT_FINISHES = /^[^，“]{3,30}?(?:完成|建成|实现|建立|开工|投运|投用|全部|启动)[^，]{2,}/
const ALL_OF = /^(?:所有|全部|各|每)/
// A verb of work inside, with an object behind it.
const ACTS_SOMEWHERE =
  /.(?:实施|开展|推进|推动|建设|建立|完善|加强|加快|强化|落实|打造|培育|引进|发展|提高|提升|增加|支持|组织|做好|抓好|处置|化解|整治|治理|改造|保护|规范|优化|扩大|创建|巩固|深化|解决|盘活|清理|争取|发放).{2,}/

const FOUNDING = new Set([
  '建立',
  '搭建',
  '成立',
  '组建',
  '设立',
  '启动',
  '启动实施',
  '启动建设',
  '纳入',
  '运营',
  '新建',
  '开工',
  '开工建设',
  '建成',
  '举办',
  '承办',
  '召开',
  '组织参加',
  '参加',
  '评选',
  '公开发布',
  '发布',
  '出台',
  '制定',
  '制定出台',
  '编制',
  '印发',
  '修订',
  '完成',
  '通过',
  '创建',
  '争创',
  '开通',
  '投用',
  '启用',
  '筹建',
  '申建',
  '增设',
  '动工',
  '开建',
  '续建',
  '迁建',
  '入规核准',
  '办成',
  '取消',
  '研究制定',
])

/** Verbs that found, finish or issue something that is there afterwards or not. */
function isNamedDeliverable(verb: string, object: string, manner: string, gazetteer: Gazetteer): boolean {
  if (object.endsWith('工作') && verb !== '完成') return false
  if (FOUNDING.has(verb)) return true
  if (verb === '建立健全' || verb === '健全' || verb === '完善') return verb === '建立健全' && /[“《]/.test(object)
  if (verb !== '建设' || /规范化|标准化|加快|推进|规划|统筹|高标准|持续|一体/.test(manner)) return false
  // 建设X系统: a thing with a name of its own.
  return (
    (STATE_CREATORS.test(object) || /(?:系统|工程|项目|楼|学校|医院|公园|水厂|场|厂|段|桥|线)$/.test(object)) &&
    (findsEntity(object, gazetteer) || /[“]/.test(object))
  )
}

export function relativeTargetOf(words: string): string | null {
  return RELATIVE.exec(words)?.[0] ?? null
}
