/** Places and organisations named in a clause: by what their names end in, and by the report's own counties. */

export type Gazetteer = { readonly places: readonly string[]; readonly anyPlace: RegExp | null }

export type Entities = { readonly places: readonly string[]; readonly orgs: readonly string[] }

const NONE: Entities = { places: [], orgs: [] }

// 右玉县, 朔城区: up to three characters and a rank of territory. What stands before the name is cut afterwards.
const TERRITORY = /[\u4e00-\u9fa5]{2,3}[县市区旗州]/g
/** Words that end like a territory and are none: 老旧小区, 示范区, 上市, 城市, 全县. */
const NOT_TERRITORY =
  /(?:[小社园景校厂矿库牧林农山湖港灾片街特新老首各全本我两该个级跨多城辖地到在和对把为由将从让使的据业航核示服集开试保]区|(?:居住|生活|先行|示范|试验|开发|高新|经开|功能|工业|产业)区|[城上超都股楼门夜闹全各本我入房商菜债级强兴立活]市|(?:县级|直辖|文明|卫生|园林|森林|旅游|智慧|海绵|宜居|创新)市|[各全本我该强大富市区]县|(?:重点|贫困|产粮)县|[全各][州旗])$/

/** Words of the sentence that stand before a name; the name begins behind the last of them. */
const LEADS =
  /^.*(?:支持|推动|推进|加快|建设|打造|实施|完成|做好|落实|深化|开展|加强|启动|提升|建成|完善|确保|争取|依托|围绕|新建|在|和|与|及|对|向|至|到|从|由|以|将|把|让|为|赴|沿|个|的|、|，|；|“|”)/

const ORG_ENDINGS = words(
  '公司 集团 株式会社 学院 大学 师专 医院 保健院 中学 小学 幼儿园 学校 研究院 研究所 实验室 技术中心 检测中心 测试中心 服务中心 委员会 银行 省委 市委 县委 区委 省政府 市政府 县政府 国务院 人民政府 安委办',
)
const PLACE_ENDINGS = words(
  '高速公路 高速铁路 高铁站 机场 火车站 高铁 水库 流域 河 湖 江 开发区 产业园区 产业园 经济带 景区 古城 木塔 滑雪场 露天矿 国家公园 湿地公园 森林公园 客运枢纽 港 湾区 城市群 都市圈 三角 京津冀',
)
const ENDING = new RegExp(
  `(?:${[...ORG_ENDINGS, ...PLACE_ENDINGS].sort((a, b) => b.length - a.length).join('|')})`,
  'g',
)
const ORGS = new Set(ORG_ENDINGS)

/** A name has no more characters than this before its ending. */
const LONGEST_NAME = 14
/** Kinds of things, not one thing: 公办幼儿园, 各类公司, 县级医院. */
const GENERIC =
  /^(?:各|中小|公办|民办|普惠性|寄宿制|新建|改造|龙头|上市|国有|骨干|重点|一批|多家|高等|高职|职业|特殊教育|乡镇|县级|市级|省级|社区|等|类|综合|三甲|互联网|区域|企业|科研|高校|政务|便民|党群|养老|物流|配送|商业|金融|农村|政策性)/

function words(list: string): readonly string[] {
  return list.split(' ')
}

/** The counties, districts and cities that the report itself names, with and without their rank. */
export function gazetteerOf(text: string): Gazetteer {
  const counts = new Map<string, number>()
  for (const [match] of text.matchAll(TERRITORY)) {
    const name = match.replace(LEADS, '')
    if (name.length < 2 || NOT_TERRITORY.test(name)) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const places = new Set<string>()
  for (const [name, count] of counts) {
    if (count < 2 && !name.endsWith('县')) continue
    places.add(name)
    if (name.length > 2) places.add(name.slice(0, -1))
  }
  const longestFirst = [...places].sort((a, b) => b.length - a.length)
  return { places: longestFirst, anyPlace: places.size === 0 ? null : new RegExp(longestFirst.join('|'), 'g') }
}

export function entitiesIn(clause: string, { anyPlace }: Gazetteer): Entities {
  const places: string[] = []
  const orgs: string[] = []
  let from = 0
  for (const match of clause.matchAll(ENDING)) {
    const end = match.index + match[0].length
    const name = clause.slice(Math.max(from, match.index - LONGEST_NAME), end).replace(LEADS, '')
    from = end
    // The ending alone (开发区, 实验室) names a kind of thing.
    if (name.length <= match[0].length || name.length < 3 || GENERIC.test(name)) continue
    const list = ORGS.has(match[0]) ? orgs : places
    if (!list.includes(name)) list.push(name)
  }
  if (anyPlace !== null) {
    for (const [place] of clause.matchAll(anyPlace)) {
      if (!places.some((name) => name.includes(place))) places.push(place)
    }
  }
  return places.length + orgs.length === 0 ? NONE : { places, orgs }
}

export function findsEntity(clause: string, gazetteer: Gazetteer): boolean {
  return entitiesIn(clause, gazetteer) !== NONE
}
