/** How binding a commitment is worded. The first row that fits decides; the order is the guide's. */
import type { CommitmentLabel, Strength } from './reading.ts'
import { isEndVerb, isPushVerb } from './verbs.ts'

export type StrengthInput = {
  readonly text: string
  readonly label: CommitmentLabel
  readonly verb: string | null
  readonly manner: string
}

type Row = { readonly strength: Strength; readonly rule: string; readonly fits: (input: StrengthInput) => boolean }

const ROWS: readonly Row[] = [
  {
    strength: 'strive',
    rule: 'R-STRIVE-01',
    fits: ({ text }) => /力争|争取|争创|努力|尽快|早日|尽早|尽可能/.test(text),
  },
  {
    strength: 'explore',
    rule: 'R-EXPLORE-02',
    fits: ({ text, manner }) => /^(?:积极)?探索/.test(text) || /探索|前瞻/.test(manner),
  },
  { strength: 'prohibit', rule: 'R-PROHIBIT-03', fits: ({ verb }) => verb !== null && PROHIBITING.has(verb) },
  {
    strength: 'sustain',
    rule: 'R-SUSTAIN-05',
    fits: ({ text, label, manner, verb }) =>
      label !== 'number' && (/持续|不断|滚动|定期|常态化/.test(manner) || /^(?:巩固|保持|持续)/.test(verb ?? text)),
  },
  {
    strength: 'push',
    rule: 'R-PUSH-06',
    fits: ({ label, verb, manner, text }) => label === 'state' && pushesOthers(verb, manner, text),
  },
  {
    strength: 'firm',
    rule: 'R-FIRM-04',
    fits: ({ label, verb }) =>
      label === 'number' ||
      label === 'state' ||
      (verb !== null && isEndVerb(verb) && verb !== '实现' && label !== 'trend' && label !== 'activity'),
  },
  {
    strength: 'push',
    rule: 'R-PUSH-06',
    fits: ({ verb, manner }) => (verb !== null && isPushVerb(verb)) || /积极|加快/.test(manner),
  },
  { strength: 'general', rule: 'R-GENERAL-07', fits: () => true },
]

const PROHIBITING = new Set([
  '杜绝',
  '遏制',
  '防止',
  '严控',
  '严守',
  '守住',
  '严禁',
  '严防',
  '防范',
  '守牢',
  '禁止',
  '减少',
  '制止',
  '遏止',
])

// 推动X创建…, 支持X建设…: the end is another's to reach.
function pushesOthers(verb: string | null, manner: string, text: string): boolean {
  if (/积极/.test(manner)) return true
  if (verb === null || !isPushVerb(verb)) return false
  return /创建|建设省级|迁建|争创|申报/.test(text)
}

export function strengthOf(input: StrengthInput): { strength: Strength; rule: string } {
  for (const { strength, rule, fits } of ROWS) if (fits(input)) return { strength, rule }
  return { strength: 'general', rule: 'R-GENERAL-07' }
}
