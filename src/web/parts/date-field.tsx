import { parseDate } from '@internationalized/date'
import { lazy, Suspense, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { Popover } from 'react-aria-components/Popover'
import { compare, type Day, parseDay } from '../../calendar/day.ts'
import { dayOf } from '../../calendar/moment.ts'
import { t, type Text } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import { ariaOf, FieldLabel, FieldNotes, type FieldShape } from './field.tsx'
import { Icon } from './icon.tsx'
import '../styles/dates.css'

const DayCalendar = lazy(async () => ({ default: (await import('./day-calendar.tsx')).DayCalendar }))

type Bounds = { min?: Day | undefined; max?: Day | undefined }

type DateFieldProps = FieldShape & Bounds & { value: Day | null; onChange: (day: Day | null) => void }

/** A day, typed part by part or chosen in the calendar. An empty or half-filled field is null. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, min, max, error, onBlur } = props
  const say = useT()
  const format = useFormat()
  const [inside, setInside] = useState(false)
  const fault = inside ? null : faultOf(value, { min, max })
  const limit = (fault?.limit && format.day(fault.limit, true)) ?? ''
  const said = error ?? (fault && say(fault.text, { day: limit }))
  return (
    // Written year first in both languages: 09/10/2024 is two different days.
    <I18nProvider locale={format.lang === 'zh' ? 'zh-CN' : 'en-CA'}>
      <DatePicker
        {...ariaOf({ ...props, error: said })}
        value={dateOf(value)}
        onChange={(date) => onChange(date?.toString() ?? null)}
        placeholderValue={parseDate(dayOf(format.now))}
        granularity="day"
        shouldForceLeadingZeros
        onFocusChange={setInside}
        {...(onBlur && { onBlur })}
        className="fd"
      >
        <FieldLabel {...props} />
        <Group className="in date">
          <DateInput className="din">{(segment) => <DateSegment segment={segment} className="dseg" />}</DateInput>
          <AriaButton className="tail">
            <Icon name="day" size="s" />
          </AriaButton>
        </Group>
        <FieldNotes {...props} error={said} />
        <Popover className="pop">
          <Dialog className="dpop">
            {({ close }) => (
              <Suspense fallback={<div className="dcal" aria-busy="true" />}>
                <DayCalendar
                  min={min}
                  max={max}
                  onPick={(day) => {
                    onChange(day)
                    close()
                  }}
                />
              </Suspense>
            )}
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  )
}

/** A kept value that is no day (of an older definition) shows as empty. */
function dateOf(value: Day | null) {
  const day = value === null ? null : parseDay(value)
  return day === null ? null : parseDate(day)
}

/** What is wrong with a day, told once the field is left: a year of two digits, or a day beyond the bounds. */
export function faultOf(day: Day | null, { min, max }: Bounds): { text: Text; limit?: Day } | null {
  if (day === null) return null
  if (day < '1900') return { text: t('年份写四位，如 2024。', 'Write the year with four digits, such as 2024.') }
  if (min !== undefined && compare(day, min) < 0) {
    return { text: t('早于 {day}。改成那天或以后。', 'Before {day}. Choose that day or a later one.'), limit: min }
  }
  if (max !== undefined && compare(day, max) > 0) {
    return { text: t('晚于 {day}。改成那天或以前。', 'After {day}. Choose that day or an earlier one.'), limit: max }
  }
  return null
}
