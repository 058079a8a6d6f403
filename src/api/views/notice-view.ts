import { dayText, daysBetween } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import { addWorkingDays, closeOfBusiness } from '../../calendar/work-calendar.ts'
import { t, type Text } from '../../text.ts'
import type { UnitRef } from '../present/common.ts'
import type { ItemRow } from '../present/item.ts'
import type { DayView, NoticeView } from '../present/work.ts'
import type { Viewing } from './viewing.ts'

type Pressed = DayView['press'][number]

/** Working days that a pressed unit is given to answer. */
const ANSWER_WORKING_DAYS = 2

/** Why an item should be pressed, with the number that shows it. */
export function pressReason(row: ItemRow, now: string): Text {
  const today = dayOf(now)
  if (row.light === 'late' && row.dueAt !== null && row.dueClock !== null) {
    const due = dayOf(row.dueAt)
    const n = daysBetween(due, today)
    const { label } = row.dueClock
    return t(
      `${label.zh} ${dayText(due, 'zh', today)}到期，${n > 0 ? `超 ${n} 天` : '今天已过'}`,
      `${label.en} was due ${dayText(due, 'en', today)}, ${n} days over`,
    )
  }
  const heard = dayOf(row.lastReportAt ?? row.openedAt)
  const n = daysBetween(heard, today)
  return row.lastReportAt === null
    ? t(`静默，交办后 ${n} 天没有报过`, `Silent: nothing reported in ${n} days since it was issued`)
    : t(
        `静默 ${n} 天，上次 ${dayText(heard, 'zh', today)}`,
        `Silent for ${n} days, last ${dayText(heard, 'en', today)}`,
      )
}

/** One draft for each unit, with all that it is pressed for. */
export function noticeViews(rows: readonly Pressed[], signed: UnitRef, viewing: Viewing): NoticeView[] {
  const units = new Map(rows.map(({ leadUnit }) => [leadUnit.id, leadUnit]))
  const day = dayOf(viewing.now)
  return [...units.values()].map((unit, index) => {
    const items = rows.filter(({ leadUnit }) => leadUnit.id === unit.id)
    return {
      unit,
      items: items.map(({ id, version, title, reason }) => ({ id, version, title, reason })),
      number: `督催〔${day.slice(0, 4)}〕${day.slice(5, 7)}${day.slice(8)}-${String(index + 1).padStart(2, '0')}号`,
      body: bodyOf(unit, items, viewing).map(({ zh, en }) => t(unspaced(zh), en)),
      signed: signed.name,
      date: day,
    }
  })
}

function bodyOf(unit: UnitRef, items: readonly Pressed[], { now, calendar }: Viewing): Text[] {
  const until = addWorkingDays(calendar, dayOf(now), ANSWER_WORKING_DAYS)
  const [zh, en] = [dayText(until, 'zh', dayOf(now)), dayText(until, 'en', dayOf(now))]
  const time = closeOfBusiness(calendar, until)
  return [
    t(`${unit.name.zh}：`, `${unit.name.en}:`),
    ...items.map(({ number, title, reason }) =>
      t(`你单位牵头的“${title}”（${number}）：${reason.zh}。`, `“${title}” (${number}), led by you: ${reason.en}.`),
    ),
    t(
      `请于${zh}${time}前反馈：目前进展、存在问题、下步时间节点，并附佐证。`,
      `Report by ${en} ${time}: progress, problems, the next dates, with proof.`,
    ),
    t('能通过系统填报的，不另报纸质材料。', 'What is filed in the system need not be sent on paper.'),
  ]
}

/** Documents have no space between Han characters and digits, the interface has. */
function unspaced(zh: string): string {
  return zh.replace(/(?<=\p{Script=Han}) (?=\d)|(?<=\d) (?=\p{Script=Han})/gu, '')
}
