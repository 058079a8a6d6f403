import { t, type Lang, type Text } from '../text.ts'
import { addDays, compare, dayText, daysBetween, monthOf, weekdayText, type Day } from './day.ts'
import type { DueInput, DueStep } from './due.ts'
import { durationText } from './duration.ts'
import { dayOf, momentText, timeOf } from './moment.ts'
import { openPause, rolls, type PauseEffect, type Reckoning } from './reckon.ts'
import { closeOfBusiness, dayKind, isWorkingDay, type WorkCalendar } from './work-calendar.ts'

const LANGS = { zh: 'zh', en: 'en' } as const
const START = t('开始', 'Start')

/** The steps that lead from a limit's start to its due date: start, count, pauses, moving on, missing notice, end. */
export function dueSteps(input: DueInput, reckoning: Reckoning): DueStep[] {
  const before = [
    startStep(input),
    countStep(input, reckoning),
    ...reckoning.pauses.map((pause) => pauseStep(input, pause)),
  ]
  const after = openPause(reckoning)
    ? []
    : [restStep(input, reckoning), missingStep(reckoning), endStep(input, reckoning)]
  return [...before, ...after].filter((step) => step !== null)
}

function startStep(input: DueInput): DueStep {
  const { start, duration, startReason = START } = input
  const at = (lang: Lang) => momentText(start, lang, dayOf(start))
  const tell = (zh: string, en: string) =>
    t(`${at('zh')} ${startReason.zh}${zh}`, `${startReason.en}, ${at('en')}${en}`)
  switch (duration.unit) {
    case 'hour':
      return { text: tell('，从这一刻起算', ': counted from that minute'), rule: civilCode(201) }
    case 'sameDay':
      return { text: tell('，当天办', ': due the same day'), rule: t('到办公时间结束', 'by close of business') }
    case 'monthlyOn':
    case 'quarterEnd':
      return { text: tell('，按固定日期到期', ': due on a fixed date'), rule: durationText(duration) }
    case 'calendarDay':
    case 'workingDay':
    case 'month': {
      const from = inBoth((lang) => dayText(addDays(dayOf(start), 1), lang, dayOf(start)))
      const rule = t(`起算 ${from.zh}`, `counted from ${from.en}`)
      return { text: tell('，当天不算', ': that day is not counted'), rule: joined(rule, civilCode(201)) }
    }
  }
}

function countStep(input: DueInput, { counted, at }: Reckoning): DueStep | null {
  const { duration, start } = input
  const length = durationText(duration)
  const to = saysDay(input, counted)
  const text = t(`${length.zh}，数到 ${to.zh}`, `${length.en}, counted to ${to.en}`)
  switch (duration.unit) {
    case 'sameDay':
      return movedSameDayStep(input)
    case 'hour': {
      const end = inBoth((lang) => momentText(at, lang, dayOf(start)))
      const words = t(`${length.zh}，数到 ${end.zh}`, `${length.en}, counted to ${end.en}`)
      return { text: words, rule: t('夜里和放假照数', 'nights and days off are counted') }
    }
    case 'calendarDay':
      return { text, rule: naturalRule(input, counted) }
    case 'workingDay':
      return { text, rule: workingRule(input, counted) }
    case 'month':
      return { text, rule: monthRule(dayOf(start), counted) }
    case 'monthlyOn':
    case 'quarterEnd':
      return { text: t(`这一次是 ${to.zh}`, `this time it is ${to.en}`), rule: durationText(duration) }
  }
}

function movedSameDayStep({ start, calendar }: DueInput): DueStep | null {
  const day = dayOf(start)
  const close = closeOfBusiness(calendar, day)
  if (!isWorkingDay(calendar, day)) {
    const text = offText(calendar, day, day)
    return {
      text: t(`${text.zh}，移到下一个工作日`, `${text.en}: moves to the next working day`),
      rule: sourceOf(calendar, day),
    }
  }
  if (timeOf(start) < close) return null
  return {
    text: t(`已过 ${close}，移到下一个工作日`, `after ${close}: moves to the next working day`),
    rule: civilCode(203),
  }
}

function naturalRule({ start, calendar }: DueInput, to: Day): Text {
  const worked = marked(calendar, dayOf(start), to, 'work')
  if (worked.length === 0) return joined(t('周末和放假照数', 'weekends and days off are counted'), civilCode(200))
  const days = listDays(worked, dayOf(start))
  return t(`${days.zh}调休上班，照数`, `${days.en}, make-up working days, counted as any day`)
}

function workingRule({ start, calendar }: DueInput, to: Day): Text {
  const worked = marked(calendar, dayOf(start), to, 'work')
  const off = marked(calendar, dayOf(start), to, 'off')
  const parts = [t('周末和放假不数', 'weekends and days off are not counted')]
  if (worked.length > 0) {
    const days = listDays(worked, dayOf(start))
    parts.push(t(`${days.zh}调休上班，照数`, `${days.en}, make-up working days, counted`))
  }
  const sources = new Map([...off, ...worked].map((day) => [sourceOf(calendar, day).zh, sourceOf(calendar, day)]))
  return joined(...parts, ...sources.values())
}

function monthRule(start: Day, end: Day): Text {
  const same = start.slice(8) === end.slice(8)
  const month = monthOf(end)
  const date = Number(start.slice(8))
  const rule = same
    ? t('到同一号', 'the day of the same number')
    : t(`${month}月没有 ${date} 日，取月末`, `no day ${date} in that month: its last day`)
  return joined(rule, civilCode(202))
}

function pauseStep(input: DueInput, { pause, effect, given, end }: PauseEffect): DueStep {
  const from = inBoth((lang) => momentText(pause.from, lang, dayOf(input.start)))
  const head = t(`${from.zh} 暂停（${pause.reason.zh}）`, `Paused ${from.en} (${pause.reason.en})`)
  if (pause.to === null || effect === 'open') {
    const rule = effect === 'open' ? t('恢复后再算到期日', 'due date set on resuming') : AFTER_DUE
    return { text: t(`${head.zh}，还没恢复`, `${head.en}, not resumed`), rule }
  }
  const resumed = pause.to
  const to = inBoth((lang) => momentText(resumed, lang, dayOf(input.start)))
  const text = t(`${head.zh}，${to.zh} 恢复`, `${head.en}, resumed ${to.en}`)
  return { text, rule: effect === 'after due' ? AFTER_DUE : givenRule(input, given, end) }
}

const AFTER_DUE = t('到期以后的暂停不改到期日', 'a pause after the due date does not move it')

function givenRule(input: DueInput, given: number, end: Day): Text {
  const to = saysDay(input, end)
  switch (input.duration.unit) {
    case 'hour':
      return t(`停 ${given} 分钟，照补`, `${given} minutes given back`)
    case 'monthlyOn':
    case 'quarterEnd':
      return t('固定日期，暂停不改', 'a fixed date: a pause does not move it')
    case 'calendarDay':
    case 'month':
      return t(`停 ${given} 个自然日，照补，数到 ${to.zh}`, `${given} calendar days given back, counted to ${to.en}`)
    case 'workingDay':
    case 'sameDay':
      return t(`停 ${given} 个工作日，照补，数到 ${to.zh}`, `${given} working days given back, counted to ${to.en}`)
  }
}

/** What happens where the limit ends on a day off, or on a weekend day that is worked. */
function restStep(input: DueInput, { end, on }: Reckoning): DueStep | null {
  const { duration, calendar } = input
  if (duration.unit === 'hour' || duration.unit === 'sameDay' || duration.unit === 'workingDay') return null
  const { working, mark } = dayKind(calendar, end)
  if (mark === 'work') {
    const day = inBoth(
      (lang) => `${dayText(end, lang, dayOf(input.start))}${lang === 'zh' ? '' : ', '}${weekdayText(end, lang)}`,
    )
    return {
      text: t(`${day.zh}，调休上班，不顺延`, `${day.en}, is a make-up working day: stays`),
      rule: sourceOf(calendar, end),
    }
  }
  if (working) return null
  const off = offText(calendar, end, dayOf(input.start))
  if (end !== on) {
    return { text: t(`${off.zh}，往后顺延`, `${off.en}: moves on`), rule: moveRule(calendar, end, on) }
  }
  const rule = rolls(duration)
    ? t('本市规定周末不顺延', 'the city lets weekends stand')
    : t('这项时限不顺延', 'this limit does not move on')
  return { text: t(`${off.zh}，不顺延`, `${off.en}: stays`), rule }
}

function moveRule(calendar: WorkCalendar, end: Day, on: Day): Text {
  const source = sourceOf(calendar, end)
  const byNotice = dayKind(calendar, addDays(end, 1)).mark === 'off'
  const more = daysBetween(end, on) - 1
  if (more === 0) return source
  const last = inBoth((lang) => dayText(addDays(on, -1), lang, end))
  if (more > 2) return t(`${source.zh}；休到 ${last.zh}`, `${source.en}; off until ${last.en}`)
  const next = more === 1 ? last : listDays([addDays(end, 1), addDays(on, -1)], end)
  return t(`${source.zh}；${next.zh}也${byNotice ? '放假' : '休息'}`, `${source.en}; ${next.en} off too`)
}

function missingStep({ provisional }: Reckoning): DueStep | null {
  if (provisional === null) return null
  return {
    text: t(
      `未载入 ${provisional} 年放假通知，按周末暂算`,
      `The ${provisional} holiday notice is not loaded: counted on weekends alone`,
    ),
    rule: t(`载入 ${provisional} 年放假通知后重算`, `reckoned again once the ${provisional} notice is loaded`),
  }
}

function endStep(input: DueInput, { on, at, provisional }: Reckoning): DueStep {
  const day = saysDay(input, on)
  const time = timeOf(at)
  const { working, known } = dayKind(input.calendar, on)
  const works = working && known && input.duration.unit !== 'hour'
  const sure = provisional === null ? t('', '') : t('（暂定）', ' (provisional)')
  const text = t(
    works ? `${day.zh}上班，${time} 到期${sure.zh}` : `${day.zh} ${time} 到期${sure.zh}`,
    works ? `${day.en} is a working day: due ${time}${sure.en}` : `Due ${day.en} ${time}${sure.en}`,
  )
  if (input.duration.unit === 'hour') return { text, rule: t('按小时算，不顺延', 'counted in hours, does not move on') }
  return { text, rule: joined(t(`办公到 ${time}`, `office hours end ${time}`), civilCode(203)) }
}

/** '9月15日中秋节放假' or '9月14日星期六'. */
function offText(calendar: WorkCalendar, day: Day, today: Day): Text {
  const { name } = dayKind(calendar, day)
  if (name) return t(`${dayText(day, 'zh', today)}${name.zh}放假`, `${dayText(day, 'en', today)} is off (${name.en})`)
  return t(
    `${dayText(day, 'zh', today)}${weekdayText(day, 'zh')}`,
    `${dayText(day, 'en', today)} is a ${weekdayText(day, 'en')}`,
  )
}

/** Who says a day is off or worked: a notice, the city, or the law where it is a plain weekend. */
function sourceOf(calendar: WorkCalendar, day: Day): Text {
  const { mark, noticeYear } = dayKind(calendar, day)
  if (noticeYear !== null) return t(`国办 ${noticeYear} 年放假通知`, `State Council holiday notice ${noticeYear}`)
  return mark === 'off'
    ? t('本市安排', 'city arrangement')
    : joined(t('周末按休息日算', 'weekends are days off'), civilCode(203))
}

/** Days after `from` up to `to` that a notice or the city sets apart. */
function marked(calendar: WorkCalendar, from: Day, to: Day, mark: 'off' | 'work'): Day[] {
  const found: Day[] = []
  for (let day = addDays(from, 1); compare(day, to) <= 0; day = addDays(day, 1)) {
    if (dayKind(calendar, day).mark === mark) found.push(day)
  }
  return found
}

/** '9月16日、17日' or 'Sep 16, 17': the month is said once. */
function listDays(days: readonly Day[], today: Day): Text {
  const list = (lang: Lang, separator: string) =>
    days
      .map((day, index) => {
        const before = days[index - 1]
        if (before === undefined || before.slice(0, 7) !== day.slice(0, 7)) return dayText(day, lang, today)
        return `${Number(day.slice(8))}${lang === 'zh' ? '日' : ''}`
      })
      .join(separator)
  return t(list('zh', '、'), list('en', ', '))
}

function saysDay({ start }: DueInput, day: Day): Text {
  return inBoth((lang) => dayText(day, lang, dayOf(start)))
}

function inBoth(say: (lang: Lang) => string): Text {
  return t(say(LANGS.zh), say(LANGS.en))
}

function civilCode(article: number): Text {
  return t(`民法典第 ${article} 条`, `Civil Code article ${article}`)
}

function joined(...parts: readonly Text[]): Text {
  return t(parts.map(({ zh }) => zh).join(' · '), parts.map(({ en }) => en).join(' · '))
}
