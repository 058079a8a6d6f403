import { t } from '../../text.ts'
import { UnitsPicker } from '../fields/units-picker.tsx'
import { usePostOptions, useUnitOptions } from '../fields/units.ts'
import { useT } from '../i18n/lang.tsx'
import { Select, UnitPicker } from '../parts/select.tsx'

/** Who an item belongs to, as it stands and as it is to be. */
export type Transfer = { lead: string | null; co: readonly string[]; leader: string | null }

type TransferFieldsProps = {
  value: Transfer
  onChange: (value: Transfer) => void
  messageOf: (field: string) => string | undefined
}

/** 改派: the lead unit, the co-units and the leader, filled with what they are now. */
export function TransferFields({ value, onChange, messageOf }: TransferFieldsProps) {
  const say = useT()
  const units = useUnitOptions()
  const leaders = usePostOptions('leader')
  return (
    <>
      <UnitPicker
        label={say(t('牵头单位', 'Lead unit'))}
        name="lead_unit"
        units={units}
        value={value.lead}
        onChange={(lead) => onChange({ ...value, lead })}
        required
        error={messageOf('lead_unit')}
      />
      <UnitsPicker
        label={say(t('协办单位', 'Co-units'))}
        units={units.filter(({ id }) => id !== value.lead)}
        value={value.co}
        onChange={(co) => onChange({ ...value, co })}
        error={messageOf('co_units')}
      />
      <Select
        label={say(t('分管领导', 'Leader'))}
        options={leaders}
        value={value.leader}
        onChange={(leader) => onChange({ ...value, leader })}
        error={messageOf('leader_post')}
      />
    </>
  )
}
