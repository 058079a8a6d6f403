import { parseDate } from '@internationalized/date'
import { Button as AriaButton } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'
import type { Day } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { Button } from './button.tsx'
import { useDayMarks } from './day-marks.ts'
import { Icon } from './icon.tsx'

type DayCalendarProps = { min?: Day | undefined; max?: Day | undefined; onPick: (day: Day | null) => void }

/** The month of a date field's popover: weeks from Monday, days off 休 and make-up days 班 of the working calendar. */
export function DayCalendar({ min, max, onPick }: DayCalendarProps) {
  const say = useT()
  const today = dayOf(useFormat().now)
  const markOf = useDayMarks()
  const bounds = { ...(min && { minValue: parseDate(min) }), ...(max && { maxValue: parseDate(max) }) }
  const outside = (min !== undefined && today < min) || (max !== undefined && today > max)
  return (
    <div className="dcal">
      <Calendar {...bounds} autoFocus firstDayOfWeek="mon">
        <header className="row">
          <AriaButton slot="previous" className="ib">
            <Icon name="left" size="s" />
          </AriaButton>
          <Heading className="dtitle" />
          <AriaButton slot="next" className="ib">
            <Icon name="right" size="s" />
          </AriaButton>
        </header>
        <CalendarGrid weekdayStyle="narrow">
          <CalendarGridHeader>{(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}</CalendarGridHeader>
          <CalendarGridBody>
            {(date) => {
              const mark = markOf(date.toString())
              return (
                <CalendarCell date={date} className={`dday ${mark ?? ''}${date.toString() === today ? ' today' : ''}`}>
                  {({ formattedDate }) => (
                    <>
                      {formattedDate}
                      {mark && <u>{mark === 'off' ? say(t('休', 'off')) : say(t('班', 'on'))}</u>}
                    </>
                  )}
                </CalendarCell>
              )
            }}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      <div className="row dfoot">
        <Button small look="text" isDisabled={outside} onPress={() => onPick(today)}>
          {say(t('今天', 'Today'))}
        </Button>
        <span className="sp" />
        <Button small look="text" onPress={() => onPick(null)}>
          {say(t('清空', 'Clear'))}
        </Button>
      </div>
    </div>
  )
}
