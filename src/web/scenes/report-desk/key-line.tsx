import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'

const keys: readonly (readonly [keys: readonly string[], label: Text])[] = [
  [['J', 'K'], t('下一条、上一条', 'next, previous')],
  [['A'], t('接受', 'accept')],
  [['E'], t('修改', 'edit')],
  [['M'], t('合并', 'merge')],
  [['S'], t('拆分', 'split')],
  [['R'], t('不是承诺', 'no promise')],
  [['O'], t('牵头', 'lead')],
  [['D'], t('时限', 'deadline')],
  [['T'], t('目标', 'target')],
  [['L'], t('留待', 'later')],
  [['G'], t('到原文', 'source')],
  [['Z'], t('撤销', 'undo')],
]

/** The keys of the desk in one line at its foot. */
export function KeyLine() {
  const say = useT()
  return (
    <div className="keys" aria-hidden="true">
      {keys.map(([signs, label]) => (
        <span key={label.en}>
          {signs.map((sign) => (
            <kbd key={sign}>{sign}</kbd>
          ))}
          {say(label)}
        </span>
      ))}
      <span className="sp" />
      <span>
        {say(t('按键可关', 'All keys, or none'))} <kbd>?</kbd>
      </span>
    </div>
  )
}
