import type { ActionView, ClockView, EntryView, ItemView } from '../../../api/present/item.ts'
import { dayText } from '../../../calendar/day.ts'
import { dayOf, momentText } from '../../../calendar/moment.ts'
import { findAction } from '../../../engine/built-in-actions.ts'
import { type AnyLedger, entryFor } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import type { LightMark } from '../../parts/light.tsx'
import { amountWords } from './amount-words.ts'
import type { GroupId } from './queue-list.ts'

/** One line of what is known of a matter: met (done), not met (late, warn), or still to come (wait). */
export type Check = Readonly<{ id: string; mark: LightMark; label: Text; said: Text; missing?: Text | undefined }>

/** What the office weighs before it acts, for each reason the matter is here. */
export function checksFor(group: GroupId, item: ItemView, ledger: AnyLedger, now: string): Check[] {
  switch (group) {
    case 'review':
      return closingChecks(item, ledger, now)
    case 'extensions':
      return extensionChecks(item, now)
    case 'disputes':
      return disputeChecks(item, now)
    case 'press':
      return pressChecks(item, now)
  }
}

/** 销号条件: what closes the matter, from the closing action's refusals, the proof and the entries. */
export function closingChecks(item: ItemView, ledger: AnyLedger, now: string): Check[] {
  const action = closingAction(item, ledger)
  return [
    ...amountCheck(item),
    ...proofChecks(item, action),
    ...whoCheck('submitted', t('申请', 'Asked'), entryOf(item, ['submit']), now),
    ...clockCheck(item, now),
    ...personCheck(action, ledger),
    ...otherRefusals(action, ['needs_proof', 'same_person', 'wrong_stage', 'wrong_role']),
    ...signatureCheck(item, action, ledger),
  ]
}

/** The action that closes the matter, or hands it on to be closed; open or not. */
export function closingAction(item: ItemView, ledger: AnyLedger): ActionView | null {
  const leads = item.actions.filter((action) => {
    const to = action.builtIn ? undefined : findAction(ledger, action.id)?.action.to
    const standing = to === undefined ? undefined : entryFor(ledger.stages, to)?.standing
    return standing === 'done' || (standing === 'review' && action.primary)
  })
  return leads.find((action) => action.primary) ?? leads[0] ?? null
}

function amountCheck({ status: { reported } }: ItemView): Check[] {
  const { value, of, unit } = reported
  if (of === null || value === null) return []
  const short = of - value
  const words = (n: number) => t(amountWords(n, unit, 'zh', of), amountWords(n, unit, 'en', of))
  const [have, want, lack] = [words(value), words(of), words(short)]
  return [
    {
      id: 'amount',
      mark: short > 0 ? 'warn' : 'done',
      label: t('数量', 'Amount'),
      said: t(`${have.zh}，目标 ${want.zh}`, `${have.en} of ${want.en}`),
      missing: short > 0 ? t(`差 ${lack.zh}`, `${lack.en} short`) : undefined,
    },
  ]
}

function proofChecks({ evidence, values }: ItemView, action: ActionView | null): Check[] {
  const count = (verdict: string) => evidence.filter((proof) => proof.verdict === verdict).length
  const [valid, pending] = [count('valid'), count('pending')]
  const bad = count('doubtful') + count('rejected')
  const lacking = action?.refusals.find(({ code }) => code === 'needs_proof')
  const rule = values['proof_rule']
  const proof: Check = {
    id: 'proof',
    mark: lacking ? (evidence.length === 0 ? 'late' : 'wait') : bad > 0 ? 'warn' : 'done',
    label: t('佐证', 'Proof'),
    said: t(
      `${evidence.length} 件，有效 ${valid}，待核 ${pending}${bad > 0 ? `，存疑或不符 ${bad}` : ''}`,
      `${evidence.length}: ${valid} valid, ${pending} to check${bad > 0 ? `, ${bad} doubtful or wrong` : ''}`,
    ),
    missing: lacking?.message,
  }
  if (typeof rule !== 'string' || rule === '') return [proof]
  return [proof, { id: 'rule', mark: proof.mark, label: t('凭据', 'Needed'), said: t(rule, rule) }]
}

/** Who took a step, in which post, and when; nothing where it was not taken. */
function whoCheck(id: string, label: Text, entry: EntryView | null, now: string): Check[] {
  if (!entry) return []
  return [{ id, mark: 'done', label, said: whoWords(entry, now) }]
}

function whoWords({ unit, post, at, note }: EntryView, now: string): Text {
  const [zh, en] = [momentText(at, 'zh', dayOf(now)), momentText(at, 'en', dayOf(now))]
  const said = note ? `：“${note}”` : ''
  return t(`${unit.zh} ${post.zh} ${zh}${said}`, `${post.en}, ${unit.en}, ${en}${said}`)
}

/** The clock that handing in stopped: in time or late. */
function clockCheck({ clocks }: ItemView, now: string): Check[] {
  const stopped = clocks.filter(({ stoppedAt, dueAt }) => stoppedAt !== null && dueAt !== null)
  const last = stopped.toSorted((a, b) => (a.stoppedAt ?? '').localeCompare(b.stoppedAt ?? '')).at(-1)
  if (!last?.dueAt || !last.stoppedAt) return []
  const late = last.state === 'met_late'
  const { dueAt, stoppedAt, label } = last
  const said = (lang: 'zh' | 'en') => [dueAt, stoppedAt].map((at) => momentText(at, lang, dayOf(now)))
  const [zh, en] = [said('zh'), said('en')]
  return [
    {
      id: 'clock',
      mark: late ? 'back' : 'done',
      label: t('时限', 'Limit'),
      said: t(`${label.zh} ${zh.join(' 到期，')} 交出`, `${label.en} due ${en.join(', handed in ')}`),
      missing: late ? t('逾期后补回', 'Made up after the limit') : undefined,
    },
  ]
}

/** 谁申请、谁不得审核. */
function personCheck(action: ActionView | null, ledger: AnyLedger): Check[] {
  const rule = action && findAction(ledger, action.id)?.action.notBySamePersonAs
  if (!action || !rule) return []
  const refused = action.refusals.find(({ code }) => code === 'same_person')
  const label = t('回避', 'Two hands')
  if (refused) return [{ id: 'person', mark: 'late', label, said: refused.message }]
  return [
    {
      id: 'person',
      mark: 'done',
      label,
      said: t('申请和审核不是同一账号', 'Asked for and reviewed by two accounts'),
    },
  ]
}

function otherRefusals(action: ActionView | null, known: readonly string[]): Check[] {
  const refusals = action?.refusals.filter(({ code }) => !known.includes(code)) ?? []
  return refusals.map(({ code, message }) => ({
    id: `${code}${message.zh}`,
    mark: 'warn',
    label: t('还缺', 'Missing'),
    said: message,
  }))
}

/** Major matters close with the leader's signature. */
function signatureCheck(item: ItemView, action: ActionView | null, ledger: AnyLedger): Check[] {
  const label = t('签批', 'Signature')
  const to = action && findAction(ledger, action.id)?.action.to
  if (to && entryFor(ledger.stages, to)?.standing === 'review')
    return [
      { id: 'sign', mark: 'wait', label, said: t('送签后由分管领导签批', 'Signed by the leader in charge once sent') },
    ]
  if (action === null && item.actions.length > 0)
    return [
      {
        id: 'sign',
        mark: 'wait',
        label,
        said: t(`“${item.stageLabel.zh}”，不由本岗位办`, `“${item.stageLabel.en}”: not for this post to settle`),
      },
    ]
  return []
}

function extensionChecks(item: ItemView, now: string): Check[] {
  const clock = longestClock(item)
  const asked = item.values['plan_due']
  const plan = item.values['plan']
  const times = Math.max(0, ...item.clocks.map(({ extensions }) => extensions))
  const grant = item.actions.find(({ id }) => id === 'grant_extension')
  return [
    ...whoCheck('asked', t('申请', 'Asked'), entryOf(item, ['ask_extension']), now),
    ...(clock ? [dueCheck(clock, item, t('原时限', 'Limit now'), now)] : []),
    ...(typeof asked === 'string'
      ? [{ id: 'to', mark: 'wait' as const, label: t('申请到', 'Until'), said: daySaid(asked, now) }]
      : []),
    ...(typeof plan === 'string' && plan !== ''
      ? [{ id: 'plan', mark: 'wait' as const, label: t('方案', 'Plan'), said: t(plan, plan) }]
      : []),
    {
      id: 'times',
      mark: times > 0 ? 'warn' : 'done',
      label: t('次数', 'Times'),
      said: t(`第 ${times + 1} 次申请`, `Request no. ${times + 1}`),
      missing: times > 0 ? t(`已延过 ${times} 次`, `Extended ${times} times before`) : undefined,
    },
    ...otherRefusals(grant ?? null, ['wrong_stage', 'wrong_role']),
  ]
}

function disputeChecks(item: ItemView, now: string): Check[] {
  const entry = entryOf(item, ['dispute'])
  return [
    ...whoCheck('dispute', t('提出', 'Raised'), entry, now),
    {
      id: 'clocks',
      mark: 'pause',
      label: t('计时', 'Clocks'),
      said: t('提出后停算，办结后接着算', 'They stand until it is settled, then go on'),
    },
  ]
}

function pressChecks(item: ItemView, now: string): Check[] {
  const clock = longestClock(item)
  const presses = item.entries.filter(({ action, reverted }) => action === 'press' && !reverted)
  const [last] = presses
  const heard = item.lastReportAt
  return [
    ...(clock ? [dueCheck(clock, item, t('时限', 'Limit'), now)] : []),
    {
      id: 'heard',
      mark: item.silent ? 'mute' : heard ? 'done' : 'wait',
      label: t('上次报', 'Last word'),
      said: heard ? item.status.reported.note : t('还没报过', 'Not reported yet'),
    },
    {
      id: 'pressed',
      mark: last ? 'done' : 'wait',
      label: t('催过', 'Pressed'),
      said: last
        ? t(
            `${presses.length} 次，上次 ${momentText(last.at, 'zh', dayOf(now))}`,
            `${presses.length} times, last ${momentText(last.at, 'en', dayOf(now))}`,
          )
        : t('还没催过', 'Not yet'),
    },
  ]
}

/** The clock whose limit the row shows, else the first that runs. */
function longestClock({ clocks, dueClock }: ItemView): ClockView | null {
  const running = clocks.filter(({ stoppedAt, dueAt }) => stoppedAt === null && dueAt !== null)
  return running.find(({ id }) => id === dueClock?.id) ?? running[0] ?? null
}

function dueCheck({ label, dueAt, state }: ClockView, { light }: ItemView, name: Text, now: string): Check {
  const due = dueAt ?? now
  const [zh, en] = [momentText(due, 'zh', dayOf(now)), momentText(due, 'en', dayOf(now))]
  const overdue = state === 'overdue'
  return {
    id: 'due',
    mark: overdue ? 'late' : light === 'late' ? 'ok' : light,
    label: name,
    said: t(`${label.zh} ${zh}`, `${label.en}, ${en}`),
    missing: overdue ? t('已逾期', 'Overdue') : undefined,
  }
}

function daySaid(day: string, now: string): Text {
  return t(dayText(day, 'zh', dayOf(now)), dayText(day, 'en', dayOf(now)))
}

/** The newest entry of one of these actions that still stands. */
export function entryOf({ entries }: ItemView, actions: readonly string[]): EntryView | null {
  return entries.find(({ action, reverted }) => actions.includes(action) && !reverted) ?? null
}
