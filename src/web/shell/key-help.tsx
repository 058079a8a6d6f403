import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { Checkbox } from '../parts/choice.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useKeyGroups } from '../parts/keys.tsx'
import { usePreferences, useSession } from '../session.ts'

/** `?`: the keys of this page and of every page. Single letters can be switched off; it is kept with the account. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const say = useT()
  const groups = useKeyGroups()
  const { preferences } = useSession()
  const change = usePreferences()
  return (
    <Dialog open onClose={onClose} title={say(t('按键', 'Keys'))} wide>
      <div className="keyh">
        {groups.toReversed().map((group) => (
          <section key={group.title.en}>
            <h3>{say(group.title)}</h3>
            <dl>
              {group.bindings.map((binding) => (
                <div key={binding.keys}>
                  <dt>
                    {binding.keys.split('+').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(binding.label)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <div className="pl keyf">
        <Checkbox checked={preferences.keys} onChange={(keys) => change.mutate({ keys })}>
          {say(t('用单个字母键', 'Use single-letter keys'))}
        </Checkbox>
        <span className="meta">{say(t('在输入框里一律不起作用。', 'They never act inside a field.'))}</span>
      </div>
    </Dialog>
  )
}
