import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import type { FieldShape } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { type UnitOption, UnitPicker } from '../parts/select.tsx'

type UnitsPickerProps = FieldShape & {
  units: readonly UnitOption[]
  value: readonly string[]
  onChange: (units: string[]) => void
}

/** Several units: the chosen ones as chips with ×, and a picker that adds one. */
export function UnitsPicker(props: UnitsPickerProps) {
  const { units, value, onChange, label, note, error, help } = props
  const say = useT()
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.short ?? id
  return (
    <div className="fd">
      <UnitPicker
        // A choice empties the picker for the next one.
        key={value.join(' ')}
        label={label}
        note={note}
        error={error}
        help={help}
        units={units.filter(({ id }) => !value.includes(id))}
        value={null}
        onChange={(unit) => unit !== null && onChange([...value, unit])}
      />
      {value.length > 0 && (
        <div className="opts picked">
          {value.map((id) => (
            <button
              key={id}
              type="button"
              className="chip on"
              onClick={() => onChange(value.filter((one) => one !== id))}
            >
              {nameOf(id)}
              <Icon name="x" size="xs" />
              <span className="vis-h">{say(t('去掉', 'Remove'))}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
