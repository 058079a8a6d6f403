/**
 * The clauses of one sentence, cut and joined so that each carries one action:
 * joined where a clause cannot stand alone (对于X，…), cut at 、 where both sides have a target of their own.
 */
import type { FoundQuantity } from './found-quantity.ts'
import { quantitiesWithin } from './quantities.ts'
import { splitClauses } from './sentences.ts'
import type { Piece } from './unwrap.ts'

export type RawClause = Piece & {
  /** cut from the clause before at 、: its verb holds here too */
  readonly cut: boolean
  readonly rules: readonly string[]
}

export function clausesOf(text: string, sentence: Piece, quantities: readonly FoundQuantity[]): RawClause[] {
  const joined = joinOpenClauses(text, splitClauses(text, sentence))
  return joined.flatMap((clause) => cutAtTargets(text, clause, quantities))
}

// 对于X / 为X / 针对X: says for whom or what; the action comes in the next clause.
const OPEN_LEAD = /^(?:对于?[^，]{2,40}|为(?!民|企|基层)[^，]{2,40}|与此同时)$/
// 到年底， 6月底前，: a time alone belongs to the action behind it.
const TIME_ALONE =
  /^(?:到|至|在)?(?:20\d\d年|今年|明年)?(?:年?[底末内]|\d{1,2}月(?:\d{1,2}日|份|底|末|[上中下]旬)?|第?[一二三四]季度末?|[上下]半年|“[^”]{2,6}”末)?(?:之?前|以前)?$/
// 对重点项目实施…: the action is inside, so the clause stands alone.
const ACTION_AFTER_LEAD =
  /(?:实行|实施|开展|给予|进行|提供|落实|加强|加大|推进|建立|完善|全面|发放|办|解难|排忧|创造|注入|奠定|贡献|作出|做出)[^，、]{2,}$|(?:解难|排忧|支撑|护航|贡献)$/
// 支持X立足…, 引导X发挥…: pushes another, and what the other does comes later.
const PUSHED_WITH_MEANS =
  /^(?:支持|鼓励|引导|推动|指导|支持引导|鼓励引导)[^，]{2,24}?(?:立足|依托|围绕|结合|聚焦|发挥|通过|根据|按照|利用)[^，]+$/
const STILL_MEANS = /^(?:充分|有效)?(?:发挥|立足|依托|围绕|结合|聚焦|用好|利用)/

/** A clause that waits for its action is no longer than this. */
const LONGEST_OPEN = 80
/** The first characters of all clauses that can be joined to the next: most clauses need no closer look. */
const MAY_BE_OPEN = /^[对为与支鼓引推指到至在今明年上下一二三四第“0-9]/

function joinOpenClauses(text: string, clauses: readonly Piece[]): RawClause[] {
  const joined: RawClause[] = []
  let open: Piece | null = null
  let rule = ''
  for (const [index, clause] of clauses.entries()) {
    const words = text.slice(clause.start, clause.end)
    const isLast = index === clauses.length - 1
    const comma = text[clause.end] === '，' || text[clause.end] === ','
    if (open !== null && (isLast || rule === 'C-JOIN-05' || !STILL_MEANS.test(words))) {
      joined.push({ start: open.start, end: clause.end, cut: false, rules: [rule] })
      open = null
      continue
    }
    if (open !== null) continue
    const mayBeOpen = !isLast && comma && words.length <= LONGEST_OPEN && MAY_BE_OPEN.test(words)
    if (mayBeOpen && OPEN_LEAD.test(words) && !ACTION_AFTER_LEAD.test(words) && !/[0-9]/.test(words)) {
      open = clause
      rule = 'C-JOIN-01'
    } else if (mayBeOpen && TIME_ALONE.test(words)) {
      open = clause
      rule = 'C-JOIN-05'
    } else if (mayBeOpen && PUSHED_WITH_MEANS.test(words) && !/[0-9]/.test(words) && !hasOwnAction(words)) {
      open = clause
      rule = 'C-JOIN-02'
    } else joined.push({ ...clause, cut: false, rules: [] })
  }
  return joined
}

// 支持各县立足禀赋|发展特色产业 has its action already.
function hasOwnAction(words: string): boolean {
  return /(?:立足|依托|围绕|结合|聚焦|发挥|通过|根据|按照|利用)[^，]{3,}?(?:发展|打造|建设|培育|开展|实施|推进|加快|提升|建立|加强|开发|扩大|做强|做大|转型)[^，]{2,}$/.test(
    words,
  )
}

/** Cuts 打造示范村30个、提档升级村230个 and 甲项目并网、乙项目开工, but not 30宗、2965亩 (one thing counted twice). */
function cutAtTargets(text: string, clause: RawClause, quantities: readonly FoundQuantity[]): RawClause[] {
  const cuts = [...cutsBetweenNumbers(text, clause, quantities), ...cutsBetweenEnds(text, clause)].sort((a, b) => a - b)
  if (cuts.length === 0) return [clause]
  const pieces: RawClause[] = []
  let from = clause.start
  for (const cut of [...cuts, clause.end]) {
    const first = from === clause.start
    pieces.push({ start: from, end: cut, cut: !first, rules: first ? clause.rules : [...clause.rules, 'C-CUT-03'] })
    from = cut + 1
  }
  return pieces
}

/** The offsets of the marks 、 between two targets that each close their own thing. */
function cutsBetweenNumbers(text: string, clause: Piece, quantities: readonly FoundQuantity[]): number[] {
  const cuts: number[] = []
  const within = quantitiesWithin(quantities, clause.start, clause.end).filter(({ role }) => role === 'value')
  within.forEach((quantity, index) => {
    const next = within[index + 1]
    if (next === undefined) return
    const mark = behindComparator(text, quantity.end)
    if (text[mark] !== '、') return
    const between = text.slice(mark + 1, next.start)
    // Directly on the mark: the same thing in another unit or year. Another mark between: a longer list.
    if (between.length < 2 || between.includes('、')) return
    // The next number must close its thing, as the last one does: …30个、…230个.
    const afterNext = behindComparator(text, next.end)
    if (afterNext !== clause.end && text[afterNext] !== '、' && text[afterNext] !== '和') return
    cuts.push(mark)
  })
  return cuts
}

function behindComparator(text: string, end: number): number {
  for (const word of ['及以上', '以上', '以内', '以下', '左右'])
    if (text.startsWith(word, end)) return end + word.length
  return end
}

// …并网、…开工 where the clause ends in such a state too.
const END_BEFORE_MARK = /(?:并网|开工|投产|通车|竣工|投用|投运|建成|完工|落地|达产|投入使用)、/g
const ENDS_SO = /(?:并网|开工|投产|通车|竣工|投用|投运|建成|完工|落地|达产|投入使用)$/

function cutsBetweenEnds(text: string, clause: Piece): number[] {
  const words = text.slice(clause.start, clause.end)
  if (!ENDS_SO.test(words)) return []
  const cuts: number[] = []
  let from = 0
  for (const match of words.matchAll(END_BEFORE_MARK)) {
    const mark = match.index + match[0].length - 1
    // 开工、投产 side by side are one end in two words; a named thing must stand on each side.
    const rest = words.slice(mark + 1)
    const nextEnd = rest.search(/(?:并网|开工|投产|通车|竣工|投用|投运|建成|完工|落地|达产|投入使用)/)
    if (match.index - from >= 4 && nextEnd >= 4 && !/[和与及]$/.test(words.slice(0, mark))) {
      cuts.push(clause.start + mark)
      from = mark + 1
    }
  }
  return cuts
}
