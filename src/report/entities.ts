/** Places and organisations named in a clause, by what their names end in and by the report's own list of counties. */

export type Gazetteer = { readonly places: ReadonlySet<string> }

export type Entities = { readonly places: readonly string[]; readonly orgs: readonly string[] }

// Two to four characters and a rank of territory: 右玉县, 朔城区. The characters before are cut by the caller.
const TERRITORY = /[\u4e00-\u9fa5]{2,3}[县市区旗州]/g
/** Words that end like a territory and are none. */
const NOT_TERRITORY =
  /(?:[各全本我两该个级跨多城辖新老首地到在和与对把向由为将从让使等的据业社厂景园校小街片牧库灾矿林农山湖港航核示服集开试保]区|(?:老旧|居住|居民|生活|宜居|先行|示范|试验|开发|高新|经开|功能|工业|产业|园|景|社|校|小|地|片|山|牧|林|库|矿|灾|厂|农|辖|牧)区|(?:城|上|超|都|股|楼|集|门|夜|闹|全|各|本|我|入|房|商|菜|债|县级|直辖|地级|文明|卫生|园林|森林|旅游|智慧|海绵|宜居|创新|强|兴|立|活)市|(?:各|全|本|我|该|强|大|富|重点|贫困|产粮|市|区)县|(?:全|各)[州旗])$/
/** What comes before a name and belongs to the sentence, not to it. */
const NAME_LEADS =
  /^(?:.*(?:支持|推动|推进|加快|建设|打造|实施|完成|做好|落实|深化|开展|加强|启动|提升|建成|完善|确保|争取|依托|围绕|在|和|与|及|对|向|至|到|从|由|以|将|把|让|为|赴|沿|个|的|、))/

const ORG_ENDINGS =
  '有限责任公司|有限公司|集团公司|集团|公司|株式会社|学院|大学|师专|医院|妇幼保健院|中学|小学|幼儿园|学校|研究院|研究所|实验室|技术中心|检测中心|测试中心|服务中心|委员会|银行|省委|市委|县委|区委|省政府|市政府|县政府|国务院|人民政府|安委办'
const PLACE_ENDINGS =
  '高速公路|高速铁路|高铁站|机场|火车站|高铁|水库|流域|河|湖|江|开发区|产业园区|产业园|经济带|景区|古城|木塔|滑雪场|露天矿|国家公园|湿地公园|森林公园|客运枢纽|港|湾区|城市群|都市圈|三角|京津冀'
/** 2 to 14 name characters and an ending. The name may not hold a verb that opens clauses. */
const ORG = new RegExp(`[\\u4e00-\\u9fa5A-Za-z0-9·]{1,14}?(?:${ORG_ENDINGS})`, 'g')
const PLACE = new RegExp(`[\\u4e00-\\u9fa5]{1,8}?(?:${PLACE_ENDINGS})`, 'g')
const BARE_ENDING = new RegExp(`^(?:${ORG_ENDINGS}|${PLACE_ENDINGS})$`)
/** Names that are kinds of things, not one thing: 中小学校, 公办幼儿园, 各类公司. */
const GENERIC =
  /^(?:各|中小|公办|民办|普惠性|寄宿制|新建|改造|龙头|上市|国有|骨干|重点|一批|多家|高等|高职|职业|特殊教育|乡镇|县级|市级|省级|社区|等|类|综合|三甲|互联网|区域|企业|科研|高校|政务|便民|党群|养老|物流|配送|商业|金融|农村|政策性)+/

/** The counties, districts and cities that the report itself names at least once, with and without their rank. */
export function gazetteerOf(text: string): Gazetteer {
  const places = new Set<string>()
  const counts = new Map<string, number>()
  for (const match of text.matchAll(TERRITORY)) {
    const name = match[0].replace(NAME_LEADS, '')
    if (name.length < 2 || name.length > 4 || NOT_TERRITORY.test(name)) continue
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  for (const [name, count] of counts) {
    if (count < 2 && !name.endsWith('县')) continue
    places.add(name)
    const stem = name.slice(0, -1)
    if (stem.length >= 2) places.add(stem)
  }
  return { places }
}

export function entitiesIn(words: string, gazetteer: Gazetteer): Entities {
  const places = new Set<string>()
  const orgs = new Set<string>()
  for (const match of words.matchAll(ORG)) addName(orgs, match[0])
  for (const match of words.matchAll(PLACE)) addName(places, match[0])
  for (const place of gazetteer.places) {
    if (!words.includes(place)) continue
    const longer = [...places].some((name) => name.includes(place))
    if (!longer) places.add(place)
  }
  return { places: [...places], orgs: [...orgs] }
}

export function findsEntity(words: string, gazetteer: Gazetteer): boolean {
  const { places, orgs } = entitiesIn(words, gazetteer)
  return places.length + orgs.length > 0
}

function addName(names: Set<string>, match: string): void {
  const name = match.replace(NAME_LEADS, '')
  // The ending alone (开发区, 实验室) names a kind of thing.
  if (name.length < 3 || BARE_ENDING.test(name) || GENERIC.test(name)) return
  names.add(name)
}
