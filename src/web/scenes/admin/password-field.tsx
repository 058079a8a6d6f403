import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { LightShape } from '../../parts/light.tsx'
import { drawFromCrypto, passwordRules, randomPassword } from './new-password.ts'

type PasswordFieldProps = {
  value: string
  onChange: (value: string) => void
  login: string
  error?: string | undefined
}

/** The first password, in plain view: the administrator hands it over. Its rules stand below, each met or not. */
export function PasswordField({ value, onChange, login, error }: PasswordFieldProps) {
  const say = useT()
  return (
    <div className="pwf">
      <TextField
        label={say(t('初始口令', 'First password'))}
        note={say(t('只在这里显示一次', 'shown here only'))}
        name="password"
        value={value}
        onChange={onChange}
        autoComplete="off"
        maxLength={200}
        required
        error={error}
        unit={
          <Button look="text" small onPress={() => onChange(randomPassword(drawFromCrypto))}>
            {say(t('随机生成', 'Generate'))}
          </Button>
        }
      />
      <ul>
        {passwordRules(value, login).map(({ rule, met }) => (
          <li key={rule.en}>
            <LightShape light={met ? 'done' : 'wait'} small word={met ? t('够了', 'Met') : t('还没有', 'Not yet')} />
            {say(rule)}
          </li>
        ))}
      </ul>
    </div>
  )
}
