import { addDays, dayText, daysBetween, type Day } from '../calendar/day.ts'
import { type DayCell, dueOf, type DueStep } from '../calendar/due.ts'
import { calendarDays, durationText } from '../calendar/duration.ts'
import { dayOf, momentText, type Moment, timeOf } from '../calendar/moment.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { t, type Text } from '../text.ts'
import { CREATE_LABEL } from './built-in-actions.ts'
import { countedDue, fixedDay } from './clock-due.ts'
import type { ClockState, ItemState } from './item.ts'
import { type AnyLedger, type Clock, entryFor, many } from './ledger.ts'

/** Why a clock falls due when it does: numbered steps, the strip of days, and the rule with its version. */
export interface ClockExplanation {
  readonly clock: string
  readonly label: Text
  readonly startedAt: Moment
  readonly dueAt: Moment | null
  readonly steps: readonly DueStep[]
  readonly days: readonly DayCell[]
  readonly provisional: number | null
  readonly limit: Text
  /** '“13710”督办台账 第 3 版 · 朔政办发〔2017〕85号' */
  readonly rule: Text
}

/** The explanation of a clock that has started; null where it has not. */
export function explainClock(
  ledger: AnyLedger,
  item: ItemState,
  name: string,
  calendar: WorkCalendar,
): ClockExplanation | null {
  const definition = entryFor(ledger.clocks, name)
  const clock = item.clocks[name]
  if (!definition || !clock) return null
  const { steps, days } = reasons(ledger, item, { definition, clock, calendar })
  return {
    clock: name,
    label: definition.label,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    steps,
    days,
    provisional: clock.provisional,
    limit: limitText(ledger, definition, clock),
    rule: ruleText(ledger),
  }
}

interface Case {
  readonly definition: Clock
  readonly clock: ClockState
  readonly calendar: WorkCalendar
}

function reasons(ledger: AnyLedger, item: ItemState, { definition, clock, calendar }: Case) {
  const reason = startReason(ledger, item, definition, clock)
  const steps: DueStep[] = []
  if ('until' in clock.limit) steps.push(...dateSteps(ledger, definition, clock, reason))
  else steps.push(...countedDue(clock, calendar, reason).steps)
  const day = fixedDay(clock)
  if (clock.extendedTo !== null) steps.push(extensionStep(clock, clock.extendedTo))
  if (day !== null) steps.push(...fixedPauseSteps(clock), ...fixedEnd(clock, day))
  if (day === null) return { steps, days: countedDue(clock, calendar, reason).days }
  return { steps, days: stripTo(clock, day, calendar) }
}

function dateSteps(ledger: AnyLedger, definition: Clock, clock: ClockState, reason: Text): DueStep[] {
  const at = momentIn(clock.startedAt)
  const field = 'until' in definition.limit ? ledger.fields[definition.limit.until] : undefined
  const name = field?.label ?? definition.label
  return [
    {
      text: t(`${at.zh} ${reason.zh}，按约定日期到期`, `${reason.en}, ${at.en}: due on an agreed date`),
      rule: t(`日期取自“${name.zh}”`, `the date is taken from “${name.en}”`),
    },
  ]
}

function extensionStep(clock: ClockState, to: Day): DueStep {
  const day = dayIn(to)
  return {
    text: t(`批准延期到 ${day.zh}`, `Extended with approval to ${day.en}`),
    rule: t(`第 ${clock.extensions} 次延期，理由和批准人见经过`, `extension no. ${clock.extensions}; see the history`),
  }
}

function fixedPauseSteps(clock: ClockState): DueStep[] {
  return clock.pauses.map(({ from, to, reason }) => {
    const [start, end] = [momentIn(from), to === null ? null : momentIn(to)]
    const zh = end === null ? '还没恢复' : `${end.zh} 恢复`
    const en = end === null ? 'not resumed' : `resumed ${end.en}`
    return {
      text: t(`${start.zh} 暂停（${reason}），${zh}`, `Paused ${start.en} (${reason}), ${en}`),
      rule: t('约定的日期，暂停不顺延；要改须延期', 'an agreed date: a pause does not move it, an extension does'),
    }
  })
}

function fixedEnd(clock: ClockState, day: Day): DueStep[] {
  if (clock.dueAt === null) return []
  const on = dayIn(day)
  const time = timeOf(clock.dueAt)
  return [
    {
      text: t(`${on.zh} ${time} 到期`, `Due ${on.en} ${time}`),
      rule: t('约定的日期不顺延', 'an agreed date does not move on from a day off'),
    },
  ]
}

/** The strip from the start to an agreed date; empty where that date does not lie ahead of the start. */
function stripTo(clock: ClockState, day: Day, calendar: WorkCalendar): readonly DayCell[] {
  const n = daysBetween(dayOf(clock.startedAt), day)
  if (n < 1) return []
  const strip = dueOf({ start: clock.startedAt, duration: calendarDays(n, { roll: 'none' }), calendar })
  return strip.on === addDays(dayOf(clock.startedAt), n) ? strip.days : []
}

/** What started this run: the opening of the item, or the action that did. */
function startReason(ledger: AnyLedger, item: ItemState, definition: Clock, clock: ClockState): Text {
  if (clock.startedAt === item.openedAt) return CREATE_LABEL
  const candidates = clock.run > 1 && definition.repeats === true ? many(definition.stops) : many(definition.starts)
  const action = candidates.filter((id) => id !== 'create').find((id) => item.takenBy[id] !== undefined)
  const found = action === undefined ? undefined : entryFor(ledger.actions, action)
  return found ? (found.past ?? found.label) : CREATE_LABEL
}

function limitText(ledger: AnyLedger, definition: Clock, clock: ClockState): Text {
  if (!('until' in clock.limit)) return durationText(clock.limit)
  const field = 'until' in definition.limit ? ledger.fields[definition.limit.until] : undefined
  return field?.label ?? definition.label
}

function ruleText(ledger: AnyLedger): Text {
  const rules = ledger.source.rules
  const zh = [`${ledger.label.zh} 第 ${ledger.version} 版`, ...rules].join(' · ')
  return t(zh, [`${ledger.label.en}, version ${ledger.version}`, ...rules].join(' · '))
}

function dayIn(day: Day): Text {
  return t(dayText(day, 'zh'), dayText(day, 'en'))
}

function momentIn(moment: Moment): Text {
  return t(momentText(moment, 'zh'), momentText(moment, 'en'))
}
