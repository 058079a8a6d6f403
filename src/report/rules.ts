/**
 * The rules by id, so that a screen can answer “why”: what each decides, in both languages, and one sentence it fires on.
 * The test reads every example and asks that its rule is among those that decided.
 */
import { t } from '../text.ts'
import type { Text } from '../text.ts'

export type Rule = { readonly id: string; readonly says: Text; readonly example: string }

const rule = (id: string, zh: string, en: string, example: string): Rule => ({ id, says: t(zh, en), example })

const CLAUSES = [
  rule(
    'C-JOIN-01',
    '“对于……，”“为……，”不能独立，并入下一分句',
    'A clause that only says for whom joins the next',
    '对于重点河段治理，逐段落实巡查责任。',
  ),
  rule(
    'C-JOIN-02',
    '“支持某地立足……，”的动作在后面，并入下一分句',
    'Supporting others by some means joins the clause with their action',
    '支持各县立足资源特点，培育壮大主导产业。',
  ),
  rule(
    'C-CUT-03',
    '顿号两边各有自己的目标数，分成两项',
    'Two targets joined by 、 become two commitments',
    '打造示范社区12个、提升村镇30个。',
  ),
  rule('C-JOIN-05', '单独的时间并入后面的动作', 'A time alone joins the action behind it', '到年底前，建成滨河步道。'),
  rule(
    'N-TARGET-01',
    '带有目标数的分句是定量任务',
    'A clause with a target number is a numeric commitment',
    '新建公办幼儿园4所。',
  ),
  rule(
    'N-BENEFIT-02',
    '“惠及”“覆盖”加数字，并入前一项',
    'Whom it reaches joins the commitment before it',
    '实施北山供水工程，惠及1.2万户居民。',
  ),
  rule(
    'N-ELABORATE-03',
    '实事清单中“在……基础上再……”补充前一项',
    'In a list of livelihood projects, a detail joins its project',
    '办好2件民生实事。一是提高护理补贴标准，在现行基础上每人每月再提高30元。二是新建公园3个。',
  ),
  rule(
    'S-END-01',
    '以开工、投产、通车、全覆盖等终结状态结尾',
    'It ends in a state that is reached or not',
    '推动城北污水厂二期开工。',
  ),
  rule(
    'S-DELIVER-02',
    '动词指向建立、启动、出台等可核对的成果',
    'The verb founds, starts or issues something',
    '启动城市体检。',
  ),
  rule('S-TITLE-03', '争取上级命名的称号', 'A title is to be won from above', '创建国家级森林城市。'),
  rule(
    'S-ALL-04',
    '“应……尽……”“应……必……”要求全部做到',
    'Everything that should be done must be',
    '推动残疾儿童救助应救尽救。',
  ),
  rule('S-PROHIBIT-05', '“杜绝”某事发生', 'Something must not happen at all', '坚决杜绝较大火灾。'),
  rule('S-GUARD-06', '“确保”“守住”某种状态', 'A state is to be kept', '确保菜篮子供应充足。'),
  rule('S-RELATIVE-07', '与别的数相比较的目标', 'The target leans on another figure', '居民收入增速与经济增长同步。'),
  rule('S-SUBJECT-08', '主语在前，完成某一结果', 'A subject first, and what it finishes', '会展中心二期完成主体工程。'),
  rule(
    'T-INDICATOR-01',
    '提高或降低某项指标而没有数值',
    'An indicator is to rise or fall, without a value',
    '提高主城区垃圾分类覆盖率。',
  ),
  rule('T-INDICATOR-02', '指标稳定下降、稳步提高', 'An indicator moves steadily', '确保单位产值能耗稳步下降。'),
  rule('A-VERB-01', '动词加宾语的一般任务', 'A verb with its object', '加强河道日常巡查。'),
  rule(
    'A-UNKNOWN-02',
    '开头不是已知动词，里面有动作，需要人看',
    'No known verb opens it, but it acts; a person should look',
    '青年夜校点亮老街开展书画教学活动。',
  ),
] as const

const EXPLAINING = [
  rule('M-TAKE-01', '“以……为……”说明凭什么做', 'By taking X as Y', '以数字赋能为抓手，改造传统产业。'),
  rule(
    'M-ROUND-02',
    '“围绕”“聚焦”“按照”等引出做事的方面',
    'Around, focused on, according to',
    '聚焦群众出行，优化公交线网。',
  ),
  rule('M-PLAY-03', '“发挥……作用”“树立……意识”', 'Letting something play its part', '发挥商会桥梁作用，引进配套企业。'),
  rule('M-UPON-04', '“在……基础上”“在……领域”', 'On the basis of, in the field of', '在严格保护的前提下，开放古城街巷。'),
  rule('M-THROUGH-05', '“通过……等方式”', 'By such ways as', '通过以奖代补等方式，改造农村道路。'),
  rule('M-WITH-06', '“与……合作”', 'Together with', '与省农科院合作，培育抗旱品种。'),
  rule('M-CREED-07', '贯彻、学习、汲取等思想要求', 'Creeds and lessons', '学习借鉴外地经验，建设标准化操场。'),
  rule('M-SLOGAN-08', '“统筹‘口号’”', 'Coordinating a slogan', '统筹“一大一小”，发展社区服务。'),
  rule('P-LET-01', '“让”“使”“为……提供”说明为了什么', 'So that somebody may', '改造背街小巷，让居民出门更方便。'),
  rule('P-RESULT-02', '“形成”“营造”“激发”等结果', 'What it will form or release', '简化开办手续，激发市场活力。'),
  rule('P-RAISE-03', '提升、增强加抽象名词', 'Raising something abstract', '开展师资培训，提升教学质量。'),
  rule('P-BUILD-04', '打造、构建加体系、格局', 'Building something abstract', '培训基层医生，打造高素质医疗队伍。'),
  rule('P-PROCESS-05', '推动……转变为、取得……', 'Another’s change', '深化产学研合作，推动更多专利转化为现实生产力。'),
  rule('P-GAIN-06', '实现、促进加抽象收益', 'An abstract gain', '搭建对接平台，促进大中小企业融通发展。'),
  rule('P-AVERT-07', '解决、防止某类问题', 'What it averts', '增设停车泊位，有效化解停车难题。'),
  rule(
    'P-DERIVED-08',
    '与别的数相比得出的数',
    'A number derived from another',
    '年度计划投资300亿元，是上年投资总额的1.5倍以上。',
  ),
  rule(
    'P-UNKNOWN-09',
    '跟在任务后面，又没有已知动词',
    'Behind a commitment, with no verb that we know',
    '改造老旧管网，百姓喝水不再发愁。',
  ),
  rule('X-FRAME-01', '“目标是”“当前”等引出语', 'An announcement', '改造旧桥，这是沿岸群众的期盼。'),
  rule('X-APPEAL-02', '号召语', 'An appeal to the hall', '我们一定要牢记嘱托，奋勇争先！'),
  rule(
    'X-ADDRESS-03',
    '“各位代表”开头的段落',
    'A paragraph that addresses the hall',
    '各位代表，实干成就未来。未来属于奋斗者。',
  ),
  rule('X-SITUATION-04', '形势分析和工作部署引语', 'Situation and announcement', '做好今年工作，要坚持稳中求进。'),
  rule(
    'X-BEFORE-05',
    '总目标前后的总体要求',
    'General demands around the overall targets',
    '总体要求：坚持稳字当头。\n今年主要预期目标是：地区生产总值增长6%。',
  ),
  rule(
    'X-OVERVIEW-06',
    '一级标题与第一个主题句之间的概述',
    'The overview below a section’s head',
    '（二）建设宜居城市\n持续完善城市功能，努力让生活更美好，奋力走在区域发展的前列。\n提升城市品质。改造旧桥2座。',
  ),
  rule(
    'X-TARGETS-07',
    '总目标句中没有数值的分句',
    'A clause without a value among the overall targets',
    '今年主要预期目标是：财政收入增长4%，在实际工作中争取更好结果。',
  ),
  rule('X-NOVERB-08', '没有动作的分句', 'A clause in which nothing is done', '雄关漫道真如铁。'),
  rule(
    'X-LONG-09',
    '过长的分句，不像报告正文',
    'Too long to be a clause of prose',
    `推进${'片区改造和管护'.repeat(50)}。`,
  ),
] as const

const STRENGTHS = [
  rule('R-STRIVE-01', '力争、争取、尽快：努力做到', 'Strives for it', '力争东外环路通车。'),
  rule('R-EXPLORE-02', '探索：试着做', 'Explores it', '探索农机共享模式。'),
  rule('R-PROHIBIT-03', '杜绝、严控、守住：不许发生', 'Keeps it from happening', '严控新增隐性债务。'),
  rule('R-FIRM-04', '有数值或有终结状态：必须做到', 'A value or an end state: firm', '新建足球场6个。'),
  rule('R-SUSTAIN-05', '持续、巩固：保持下去', 'Sustains it', '持续开展爱国卫生运动。'),
  rule('R-PUSH-06', '推进、加快、支持：推着别人或过程走', 'Pushes others or a process', '推进社区食堂建设。'),
  rule('R-GENERAL-07', '没有强弱用词', 'No word of strength', '规范停车秩序。'),
] as const

const DEADLINES = [
  rule('D-DAY-01', '写明某月某日', 'A day is named', '6月30日前完成汛前检查。'),
  rule('D-MONTH-02', '写明某月', 'A month is named', '9月底前建成滨河步道。'),
  rule('D-QUARTER-03', '写明某季度', 'A quarter is named', '三季度启动新校区建设。'),
  rule('D-HALF-04', '写明上半年或下半年', 'A half-year is named', '上半年完成招标。'),
  rule('D-YEAREND-05', '年底、年内', 'By the end of the year', '年底前建成滨河步道。'),
  rule('D-BYYEAR-06', '到某年', 'By a given year', '到2027年建成环城绿道。'),
  rule('D-YEAR-07', '全年、年度：没有指明年内哪一天', 'The year as a whole', '全年新增就业2万人。'),
  rule('D-VAGUE-08', '尽快、早日：没有日子', 'Soon, without a day', '推动机场早日复航。'),
  rule('D-NONE-09', '没有写时限', 'Says nothing about when', '规范停车秩序。'),
  rule(
    'D-SAME-10',
    '“同步”与前一项同时到期',
    'Falls due with the action before it',
    '年底建成客运站，同步建成公交首末站。',
  ),
] as const

const QUANTITIES = [
  rule('Q-COUNT-01', '阿拉伯数字加单位', 'Digits and a unit', '新建公园8个。'),
  rule('Q-TIMES-01', '乘号连接的规模，相乘取值', 'A size given as a product', '建设2×60万千瓦机组项目。'),
  rule('Q-RANGE-01', '两数之间的区间', 'A range', '培育链主企业2—3家。'),
  rule('Q-CHINESE-01', '汉字数字加单位', 'Chinese numerals and a unit', '打造百亿元酒业。'),
  rule('Q-FRACTION-01', '几分之几', 'A fraction', '压减三分之一的会议。'),
  rule('Q-RANK-01', '位次', 'A place in an order', '营商环境排名居全省第三。'),
  rule('Q-OP-01', '数字后面的“以上”“以内”“左右”', 'A comparator behind the number', '植树20万亩以上。'),
  rule('Q-OP-02', '数字前面的“不低于”“超过”“控制在”', 'A comparator before the number', '优良天数不低于300天。'),
  rule('Q-OP-03', '“余”“多”表示超过', 'Some more than', '培训农民2000余人。'),
  rule('Q-OP-04', '计划里的“达到”表示至少', '达到 in a plan means at least', '绿地率达到38%。'),
  rule('Q-GROWTH-01', '增长、下降的百分比是同比', 'A percentage that grows is year on year', '外贸出口增长7%。'),
  rule('Q-ROLE-01', '数字只说明对象的规模', 'The number only describes its object', '建设40万千瓦风电项目。'),
  rule('Q-ROLE-02', '规模只是名称', 'The size is part of a name', '打造百亿元酒业。'),
  rule(
    'Q-ROLE-03',
    '由别的数推算的倍数',
    'A multiple of another figure',
    '年度计划投资300亿元，是上年投资总额的1.5倍以上。',
  ),
  rule('Q-ROLE-04', '周年等背景', 'Background such as an anniversary', '今年是建县60周年。'),
] as const

/** All rules, in the order in which the reader applies their families. */
export const rules: readonly Rule[] = [...QUANTITIES, ...CLAUSES, ...EXPLAINING, ...STRENGTHS, ...DEADLINES]
