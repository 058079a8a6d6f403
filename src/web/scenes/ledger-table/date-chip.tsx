import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { addDays, type Day } from '../../../calendar/day.ts'
import { dayOf } from '../../../calendar/moment.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../parts/button.tsx'
import { DateField } from '../../parts/date-field.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Popover } from '../../parts/popover.tsx'
import { withValues } from './address.ts'

type DateChipProps = { params: URLSearchParams; onChange: (params: URLSearchParams) => void }

/** 交办日期: from a day, to a day, or both. */
export function DateChip({ params, onChange }: DateChipProps) {
  const say = useT()
  const format = useFormat()
  const [from, to] = [params.get('openedFrom'), params.get('openedTo')]
  const on = from !== null || to !== null
  const label = say(t('交办日期', 'Issued'))
  const range = [from && format.day(from), to && format.day(to)].map((day) => day ?? '').join(' — ')
  const set = (first: Day | null, last: Day | null) =>
    onChange(withValues(withValues(params, 'openedFrom', [first ?? '']), 'openedTo', [last ?? '']))
  return (
    <span className={`chip fl${on ? ' on' : ''}`}>
      <Popover
        label={on ? `${label} ${range}` : label}
        triggerClass="chipb"
        trigger={
          <>
            {on ? say(t('{label}：{range}', '{label}: {range}'), { label, range }) : label}
            {!on && <Icon name="down" size="xs" />}
          </>
        }
      >
        {(close) => (
          <Range
            from={from}
            to={to}
            onSet={(first, last) => {
              set(first, last)
              close()
            }}
          />
        )}
      </Popover>
      {on && (
        <AriaButton
          className="chipx"
          aria-label={say(t('去掉 {label}', 'Remove {label}'), { label })}
          onPress={() => set(null, null)}
        >
          <Icon name="x" size="xs" />
        </AriaButton>
      )}
    </span>
  )
}

type RangeProps = { from: Day | null; to: Day | null; onSet: (from: Day | null, to: Day | null) => void }

function Range({ from, to, onSet }: RangeProps) {
  const say = useT()
  const today = dayOf(useFormat().now)
  const [first, setFirst] = useState(from)
  const [last, setLast] = useState(to)
  const wrong = first !== null && last !== null && first > last
  const spans = [
    { label: t('近 7 天', 'Last 7 days'), from: addDays(today, -6) },
    { label: t('本月', 'This month'), from: `${today.slice(0, 8)}01` },
    { label: t('今年', 'This year'), from: `${today.slice(0, 4)}-01-01` },
  ]
  return (
    <div className="range">
      <div className="row">
        {spans.map((span) => (
          <Button small key={span.label.en} onPress={() => onSet(span.from, today)}>
            {say(span.label)}
          </Button>
        ))}
      </div>
      <DateField label={say(t('从', 'From'))} value={first} onChange={setFirst} />
      <DateField
        label={say(t('到', 'To'))}
        value={last}
        onChange={setLast}
        error={
          wrong
            ? say(t('到：早于“从”。改成同一天或以后。', 'To: lies before From. Choose that day or a later one.'))
            : null
        }
      />
      <Button look="primary" isDisabled={wrong} onPress={() => onSet(first, last)}>
        {say(t('筛选', 'Apply'))}
      </Button>
    </div>
  )
}
