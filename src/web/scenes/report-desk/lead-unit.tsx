import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Popover } from 'react-aria-components/Popover'
import type { CommitmentView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { FieldLabel } from '../../parts/field.tsx'
import { UnitChoices, unitMatches } from '../../parts/select.tsx'
import { useUnits } from './desk-units.tsx'

type LeadUnitProps = { commitment: CommitmentView; value: string | null; onChange: (unit: string) => void }

/**
 * The lead unit, by name or pinyin initials; the list comes with typing. While the reader's suggestion stands, Enter
 * takes it and gives the keyboard back to the desk.
 */
export function LeadUnit({ commitment, value, onChange }: LeadUnitProps) {
  const say = useT()
  const { options, nameOf } = useUnits()
  const [typed, setTyped] = useState<string | null>(null)
  const { suggestion, state } = commitment
  const open = state === 'pending' || state === 'later'
  const proposed = open && suggestion && (value === null || value === suggestion.unit.id) ? suggestion.unit : null
  const name = value === null ? '' : nameOf(value)
  const shown = typed === null || typed === '' ? options : options.filter((unit) => unitMatches(unit, typed))
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    const input = event.target instanceof HTMLInputElement ? event.target : null
    const listed = input?.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Enter' && (event.key !== 'Escape' || listed)) return
    const row = event.currentTarget.closest<HTMLElement>('.pr')
    if (event.key === 'Enter' && proposed && (typed === null || typed === '')) onChange(proposed.id)
    // A single match is meant even where the arrows have not gone to it.
    const [only, ...others] = shown
    if (event.key === 'Enter' && typed && only && others.length === 0) onChange(only.id)
    // The list takes what is picked first; then the keyboard goes back to the desk.
    setTimeout(() => row?.focus())
  }
  return (
    <div className="w2 lead" data-field="lead" onKeyDownCapture={press}>
      <ComboBox
        items={shown}
        selectedKey={value}
        onSelectionChange={(key) => {
          setTyped(null)
          if (key !== null) onChange(String(key))
        }}
        inputValue={typed ?? name}
        onInputChange={(next) => setTyped(next === name ? null : next)}
        onBlur={() => setTyped(null)}
        allowsEmptyCollection
        menuTrigger="input"
        className="fd"
      >
        <FieldLabel
          label={
            <>
              {say(t('牵头', 'Lead unit'))} <kbd aria-hidden="true">O</kbd>
            </>
          }
        />
        <div className="in">
          <Input placeholder={proposed ? say(proposed.short) : say(t('名称或首字母', 'Name'))} />
          {proposed && typed === null && <span className="u">{say(t('建议 ⏎ 采用', 'suggested ⏎'))}</span>}
        </div>
        <Popover className="pop menu leads" maxHeight={240}>
          <UnitChoices units={shown} />
        </Popover>
      </ComboBox>
    </div>
  )
}
