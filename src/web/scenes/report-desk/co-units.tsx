import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Icon } from '../../parts/icon.tsx'
import { Popover } from '../../parts/popover.tsx'
import { UnitPicker } from '../../parts/select.tsx'
import { Tag } from '../../parts/tag.tsx'
import { useUnits } from './desk-units.tsx'

type CoUnitsProps = { value: readonly string[]; lead: string | null; onChange: (units: string[]) => void }

/** The units that help the lead: shown as tags, chosen in a popover. */
export function CoUnits({ value, lead, onChange }: CoUnitsProps) {
  const say = useT()
  const { options, nameOf } = useUnits()
  const free = options.filter(({ id }) => id !== lead && !value.includes(id))
  const title = say(t('协办', 'Co-units'))
  return (
    <div className="w2 cou" data-field="co">
      <span className="fml">{title}</span>
      <Popover
        label={`${title} ${value.map(nameOf).join(say(t('、', ', ')))}`}
        triggerClass="in sm2 sel"
        trigger={
          <>
            {value.map((id) => (
              <Tag key={id}>{nameOf(id)}</Tag>
            ))}
            {value.length === 0 && <span className="muted">{say(t('没有', 'none'))}</span>}
          </>
        }
      >
        <div className="pad cop">
          {value.map((id) => (
            <button key={id} type="button" className="chip" onClick={() => onChange(value.filter((one) => one !== id))}>
              {nameOf(id)}
              <Icon name="x" size="xs" />
              <span className="vis-h">{say(t('去掉', 'Remove'))}</span>
            </button>
          ))}
          <UnitPicker
            label={say(t('加一个协办单位', 'Add a co-unit'))}
            units={free}
            value={null}
            onChange={(unit) => unit !== null && onChange([...value, unit])}
          />
        </div>
      </Popover>
    </div>
  )
}
