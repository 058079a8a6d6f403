import { Button as AriaButton } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { Icon } from './icon.tsx'

type SearchFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  onSubmit?: (value: string) => void
  className?: string
  autoFocus?: boolean
}

/** Results come at once; Esc or × empties it. */
export function SearchField({ label, value, onChange, onSubmit, className = '', autoFocus = false }: SearchFieldProps) {
  const say = useT()
  const submit = onSubmit ? { onSubmit } : {}
  return (
    <AriaSearchField
      {...submit}
      value={value}
      onChange={onChange}
      aria-label={label}
      autoFocus={autoFocus}
      className={`in srch ${className}`}
    >
      <Icon name="search" size="s" />
      <Input placeholder={label} />
      {value !== '' && (
        <AriaButton className="tail" aria-label={say(t('清除', 'Clear'))}>
          <Icon name="x" size="s" />
        </AriaButton>
      )}
    </AriaSearchField>
  )
}
